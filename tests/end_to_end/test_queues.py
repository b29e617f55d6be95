"""Mails that are more than requests go the whole way to their queue (law.md §3 and §8)."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from config.letter_files import load_letters
from config.policy_file import load_policy
from detectors.passage import Passage
from gdpr.breach_report import breach_report
from gdpr.events import EventKind
from gdpr.gates import CONTROLLER, missing
from gdpr.letters import write
from gdpr.message import MailId, Message, RawMail
from gdpr.records import Outcome
from gdpr.request_acts import hold
from ingest.pipeline import process
from ingest.rules import Rules
from storage.store import SqlStore
from storage.tables import outbox as outbox_table

MAILS = Path(__file__).parent.parent / "mail" / "queues"
RULES = Rules(load_policy(), "mx1.ftech.se")
RECEIVED = datetime(2026, 3, 27, 15, 20, tzinfo=UTC)


def take(store: SqlStore, name: str, uid: int = 1, sender: str = "", at: datetime = RECEIVED) -> Outcome:
    """File a mail; with `sender`, a domain, our own mail server vouches for it."""
    content = (MAILS / f"{name}.eml").read_bytes()
    proof = f"Authentication-Results: mx1.ftech.se; dmarc=pass header.from={sender}\r\n".encode() if sender else b""
    return process(RawMail(MailId("support", "INBOX", 7, uid), proof + content, at), RULES, store, at + timedelta(minutes=5))


def outbox(store: SqlStore) -> list[tuple[str, str]]:
    with store.engine.connect() as connection:
        return [(row[0], row[1]) for row in connection.exec_driver_sql("SELECT template, state FROM outbox ORDER BY id")]


def test_v24_a_reported_breach_has_72_elapsed_hours_over_the_weekend_and_the_officer_is_told_at_once(store: SqlStore) -> None:
    take(store, "breach-invoice-sv")
    (incident,) = store.views.queues.incidents.all()
    assert incident.report_by == datetime(2026, 3, 30, 15, 20, tzinfo=UTC)
    assert ("escalation", "pending") in outbox(store)


def test_the_officers_letter_can_be_written_and_says_hours_and_no_name(store: SqlStore) -> None:
    take(store, "breach-invoice-sv")
    with store.engine.connect() as connection:
        (facts,) = connection.execute(select(outbox_table.c.facts).where(outbox_table.c.template == "escalation")).scalars()
    letter = write(load_letters(RULES.policy), "escalation", "sv", facts, RULES.policy)
    assert "personuppgiftsincident" in letter.text
    assert "71 timmar kvar" in letter.text
    assert "Eva" not in letter.subject + letter.text
    assert breach_report(Message(text=letter.text, passages=(Passage(letter.text),))) is None  # it may come back to our own mailbox


def test_a_robot_is_screened_and_never_answered_but_its_breach_is_opened(store: SqlStore) -> None:
    assert take(store, "breach-robot") is Outcome.SCREENED
    assert len(store.views.queues.incidents.all()) == 1
    assert outbox(store) == [("escalation", "pending")]


def test_a_newsletter_about_leaks_opens_nothing(store: SqlStore) -> None:
    assert take(store, "no-breach-newsletter") is Outcome.SCREENED
    assert store.views.queues.incidents.all() == ()


def test_a_mail_that_comes_twice_is_one_breach(store: SqlStore) -> None:
    take(store, "breach-panel-sv")
    assert take(store, "breach-panel-sv", uid=2) is Outcome.DUPLICATE
    assert len(store.views.queues.incidents.all()) == 1


@pytest.mark.parametrize(("sender", "authenticated"), [("imy.se", True), ("", False)])
def test_the_authority_gets_a_date_of_its_own_no_request_and_no_answer(store: SqlStore, sender: str, authenticated: bool) -> None:
    take(store, "authority", sender=sender)
    (letter,) = store.views.queues.authority.all()
    assert (letter.authenticated, letter.answer_by) == (authenticated, date(2026, 4, 15))
    assert store.views.requests.open() == ()
    assert outbox(store) == []


def test_who_only_claims_to_be_the_authority_is_never_taken_for_it(store: SqlStore) -> None:
    take(store, "authority-claimed", sender="imy-tillsyn.example")
    (letter,) = store.views.queues.authority.all()
    assert not letter.authenticated
    assert outbox(store) == []


def test_clause_2_an_end_users_mail_waits_for_the_customer_and_only_a_neutral_letter_is_drafted(store: SqlStore) -> None:
    take(store, "end-user-sv", sender="brevlada.example")
    (end_user,) = store.views.queues.end_users.waiting()
    assert (end_user.site, end_user.forward_by) == ("hattar.example", date(2026, 3, 31))
    assert outbox(store) == [("forward", "draft")]


@pytest.mark.parametrize("event", [EventKind.FULFILLED, EventKind.ASKED, EventKind.RECEIPT])
def test_nothing_is_disclosed_asked_or_erased_while_we_are_only_the_processor(store: SqlStore, event: EventKind) -> None:
    take(store, "end-user-sv", sender="brevlada.example")
    (request,), (end_user,) = store.views.requests.open(), store.views.queues.end_users.waiting()
    with store.transaction() as tx:
        assert CONTROLLER in missing(hold(tx, request.id, RULES.policy, RECEIVED).case, event)
        tx.queues.end_users.our_own(end_user.id, "user/1", RECEIVED)
        assert CONTROLLER not in missing(hold(tx, request.id, RULES.policy, RECEIVED).case, event)


def test_nordax_access_is_not_read_as_an_opt_out(store: SqlStore) -> None:
    take(store, "nordax-access", sender="kajak.example")
    kinds = {request.kind for request in store.views.requests.open()}
    assert "access" in kinds
    assert store.views.queues.suppressions.all() == ()


def test_nordax_a_processor_that_holds_the_data_is_no_reason_to_send_our_own_customer_away(store: SqlStore) -> None:
    take(store, "no-end-user", sender="kajak.example")
    assert store.views.queues.end_users.all() == ()
    assert ("acknowledgement", "pending") in outbox(store)


def test_clause_15_an_opt_out_is_applied_at_once_and_without_id(store: SqlStore) -> None:
    take(store, "optout", sender="kajak.example")
    (entry,) = store.views.queues.suppressions.all()
    assert (entry.address, entry.actor) == ("eva@kajak.example", "system")
    assert entry.since - RECEIVED < timedelta(days=1)
    assert all(template not in ("identity_ask",) for template, _ in outbox(store))


def test_h_and_m_an_opt_out_that_is_repeated_stays_applied_from_the_first(store: SqlStore) -> None:
    take(store, "optout", sender="kajak.example")
    take(store, "optout-again", uid=2, sender="kajak.example", at=RECEIVED + timedelta(days=20))
    (entry,) = store.views.queues.suppressions.all()
    assert entry.since < RECEIVED + timedelta(hours=1)
    assert store.views.queues.suppressions.waiting() == ()


@pytest.mark.parametrize(("name", "sender"), [("optout", ""), ("optout-for-another", "kajak.example")])
def test_an_opt_out_that_is_not_surely_the_senders_own_waits_for_a_person(store: SqlStore, name: str, sender: str) -> None:
    take(store, name, sender=sender)
    assert store.views.queues.suppressions.all() == ()
    assert len(store.views.queues.suppressions.waiting()) == 1


def test_a_request_for_an_agreement_waits_in_its_queue(store: SqlStore) -> None:
    take(store, "dpa", sender="kajak.example")
    (agreement,) = store.views.queues.agreements.all()
    assert agreement.state == "asked"
