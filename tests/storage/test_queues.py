"""The queues remember, on either database, what came and what was decided."""

from datetime import UTC, date, datetime

import pytest

from config.dpa_file import load_dpa
from gdpr.dpa import DpaError, DpaState, DpaStep
from gdpr.incident import IncidentError, IncidentNote, IncidentState
from gdpr.queue_store import NewAuthorityLetter, NewEndUser, NewIncident
from storage.audit import verify
from storage.end_users import EndUserError
from storage.store import SqlStore
from tests.storage.cast import EVA, NOON, later, mail, newcomer, request

BY = datetime(2026, 3, 8, 12, tzinfo=UTC)


@pytest.fixture
def mail_id(store: SqlStore) -> int:
    """A mail of Eva's."""
    with store.transaction() as tx:
        return tx.mails.add(mail(), newcomer(tx))


def test_the_log_of_a_breach_grows_and_never_shrinks(store: SqlStore, mail_id: int) -> None:
    with store.transaction() as tx:
        incident = tx.queues.incidents.open(NewIncident(mail_id, NOON, BY, "reason", "body", 0, 4), "system", NOON)
        assert tx.queues.incidents.note(incident, IncidentNote.FACTS, " En faktura. ", "user/1", later(1)) is IncidentState.OPEN
        assert tx.queues.incidents.note(incident, IncidentNote.FALSE_ALARM, "Vår egen.", "user/1", later(2)) is IncidentState.FALSE_ALARM
    found = store.views.queues.incidents.one(incident)
    assert found is not None
    assert [(note.note, note.reason) for note in found.notes] == [
        (IncidentNote.OPENED, "reason"),
        (IncidentNote.FACTS, "En faktura."),
        (IncidentNote.FALSE_ALARM, "Vår egen."),
    ]
    assert found.sentence == "Hej!"
    assert found.decided_at == later(2)
    assert store.views.queues.incidents.open_count() == 0
    assert verify(store.engine) is None


def test_a_breach_that_is_not_there_cannot_be_decided(store: SqlStore) -> None:
    with store.transaction() as tx, pytest.raises(IncidentError, match="no breach 7"):
        tx.queues.incidents.note(7, IncidentNote.FACTS, "x", "user/1", NOON)


def test_the_audit_trail_names_the_decision_and_not_its_words(store: SqlStore, mail_id: int) -> None:
    with store.transaction() as tx:
        incident = tx.queues.incidents.open(NewIncident(mail_id, NOON, BY, "reason"), "system", NOON)
        tx.queues.incidents.note(incident, IncidentNote.NOT_REPORTED, "Eva Ek ringde.", "user/1", later(1))
    with store.engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT action, subject, details FROM audit ORDER BY id").all()
    assert ("incident:not_reported", f"incident/{incident}") in [(row[0], row[1]) for row in rows]
    assert all("Eva" not in str(row[2]) for row in rows)


def test_a_letter_keeps_its_own_date_and_is_answered_once(store: SqlStore, mail_id: int) -> None:
    with store.transaction() as tx:
        letter = tx.queues.authority.keep(NewAuthorityLetter(mail_id, False, None))
        tx.queues.authority.answer_by(letter, date(2026, 4, 1), "user/1", NOON)
        tx.queues.authority.answered(letter, "user/1", later(1))
        tx.queues.authority.answered(letter, "user/2", later(2))
    (kept,) = store.views.queues.authority.all()
    assert (kept.answer_by, kept.answered_at, kept.authenticated) == (date(2026, 4, 1), later(1), False)


def test_an_end_user_is_decided_once(store: SqlStore, mail_id: int) -> None:
    with store.transaction() as tx:
        end_user = tx.queues.end_users.keep(NewEndUser(mail_id, "hattar.example", "body", 0, 4, date(2026, 3, 9)))
        assert tx.queues.end_users.is_processed_for_another(mail_id)
        tx.queues.end_users.our_own(end_user, "user/1", NOON)
        assert not tx.queues.end_users.is_processed_for_another(mail_id)
        with pytest.raises(EndUserError):
            tx.queues.end_users.our_own(end_user, "user/1", NOON)
    assert store.views.queues.end_users.waiting() == ()


def test_an_opt_out_outlives_the_address(store: SqlStore, mail_id: int) -> None:
    with store.transaction() as tx:
        assert tx.queues.suppressions.add("Eva@Kund.EXAMPLE", mail_id, "system", NOON)
        assert not tx.queues.suppressions.add(EVA, None, "user/1", later(1))
    assert store.views.queues.suppressions.addresses() == (EVA,)
    with store.transaction() as tx:
        assert tx.queues.suppressions.forget_address(EVA)
        assert tx.queues.suppressions.has("EVA@kund.example")
        assert not tx.queues.suppressions.has("bo@kund.example")
        assert not tx.queues.suppressions.add(EVA, None, "user/1", later(2))
    assert store.views.queues.suppressions.addresses() == ()
    assert store.views.queues.suppressions.erased_count() == 1


def test_an_agreement_belongs_to_a_request_for_one(store: SqlStore, mail_id: int) -> None:
    template = load_dpa()
    with store.transaction() as tx:
        eva = newcomer(tx)
        access, dpa = (tx.requests.open(request(kind), mail_id, eva) for kind in ("access", "dpa"))
        step = DpaStep("authorise", "user/1", NOON, {"signatory": "Eva Ek", "authority": "signatory"})
        with pytest.raises(DpaError, match="does not ask"):
            tx.queues.agreements.step(access, step, template)
        assert tx.queues.agreements.step(dpa, step, template) is DpaState.AUTHORISED
        sent = DpaStep("send", "user/1", later(1), {"template_version": template.version})
        assert tx.queues.agreements.step(dpa, sent, template) is DpaState.SENT
    (found,) = store.views.queues.agreements.all()
    assert (found.request_id, found.state, found.signatory, found.template_version) == (dpa, DpaState.SENT, "Eva Ek", template.version)
