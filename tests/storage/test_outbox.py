"""The outbox on both databases: one letter a cause, changes by compare-and-set, and letters of before the migration."""

from datetime import timedelta

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import inspect, text

from gdpr.records import LetterState, NewLetter
from gdpr.reply_token import Mark
from storage import migrate as migrations
from storage.engine import open_engine, writing
from storage.migrate import migrate
from storage.store import SqlStore
from storage.tables import metadata
from tests.storage.cast import EVA, MASTER_KEY, NOON, later, letter, mail, newcomer, request

DRAFT, PENDING, SENT = LetterState.DRAFT, LetterState.PENDING, LetterState.SENT


@pytest.fixture
def owed(store: SqlStore) -> int:
    """The acknowledgement of a mail with two requests."""
    with store.transaction() as tx:
        eva = newcomer(tx)
        message = tx.mails.add(mail(), eva)
        for kind in ("access", "erasure"):
            tx.requests.open(request(kind), message, eva)
        return tx.outbox.add(letter(message, eva), NOON)


def test_a_letter_speaks_of_all_requests_of_its_mail(store: SqlStore, owed: int) -> None:
    with store.transaction() as tx:
        found = tx.outbox.one(owed)
    assert found is not None
    assert [about.kind for about in found.requests] == ["access", "erasure"]
    assert found.facts["reference"] == "R1, R2"
    assert found.in_reply_to == "<1@kund.example>"


def test_a_letter_about_one_request_speaks_of_that_alone(store: SqlStore, owed: int) -> None:
    with store.transaction() as tx:
        other = tx.outbox.add(NewLetter("extension", "sv", 1, 1, EVA, DRAFT, later(1), 2, {"reason": "many_systems"}), NOON)
        found = tx.outbox.one(other)
    assert found is not None
    assert [about.kind for about in found.requests] == ["erasure"]
    assert (found.facts["reference"], found.facts["reason"]) == ("R2", "many_systems")


def test_two_occasions_are_two_letters_and_one_is_one(store: SqlStore, owed: int) -> None:
    def remind(occasion: str) -> int:
        with store.transaction() as tx:
            return tx.outbox.add(NewLetter("identity_reminder", "sv", 1, 1, EVA, DRAFT, later(1), 1, occasion=occasion), NOON)

    assert remind("7") == remind("7")
    assert remind("7") != remind("14")


def test_a_letter_to_our_own_people_needs_neither_mail_nor_profile(store: SqlStore) -> None:
    with store.transaction() as tx:
        figures = tx.outbox.add(
            NewLetter("digest", "sv", None, None, "chef@ftech.se", PENDING, NOON, facts={"figures": []}, occasion="2026-03-05"), NOON
        )
        found = tx.outbox.one(figures)
    assert found is not None
    assert (found.requests, found.in_reply_to) == ((), "")


def test_only_one_of_two_who_take_a_letter_in_hand_gets_it(store: SqlStore, owed: int) -> None:
    with store.transaction() as tx:
        tx.outbox.change(owed, [DRAFT], PENDING)
        first = second = tx.outbox.one(owed)
        assert first is not None
        assert second is not None
        assert tx.outbox.claim(first, later(1))
        assert not tx.outbox.claim(second, later(1))


def test_a_claimed_letter_is_due_again_when_the_claim_has_ended(store: SqlStore, owed: int) -> None:
    with store.transaction() as tx:
        tx.outbox.change(owed, [DRAFT], PENDING)
        found = tx.outbox.one(owed)
        assert found is not None
        assert tx.outbox.due(NOON, 10) == (owed,)
        tx.outbox.claim(found, later(1))
        assert tx.outbox.due(NOON, 10) == ()
        assert tx.outbox.due(later(1), 10) == (owed,)


def test_a_letter_moves_only_from_where_it_is_thought_to_be(store: SqlStore, owed: int) -> None:
    with store.transaction() as tx:
        assert not tx.outbox.change(owed, [PENDING], SENT, sent_at=NOON)
        assert tx.outbox.change(owed, [DRAFT], DRAFT, failure="address_cap")


def test_a_mark_finds_its_letter_and_a_forged_one_nothing(store: SqlStore, owed: int) -> None:
    with store.transaction() as tx:
        found = tx.outbox.one(owed)
        assert found is not None
        assert tx.outbox.marked(found.mark) == found
        assert tx.outbox.marked(Mark(owed, "a" * 16)) is None
        assert tx.outbox.marked(Mark(owed + 1, found.mark.hash)) is None


def test_the_most_urgent_letter_leaves_first(store: SqlStore, owed: int) -> None:
    with store.transaction() as tx:
        tx.outbox.change(owed, [DRAFT], PENDING)
        urgent = tx.outbox.add(NewLetter("extension", "sv", 1, 1, EVA, PENDING, NOON - timedelta(days=1), 1), NOON)
        assert tx.outbox.due(NOON, 10) == (urgent, owed)


def test_a_letter_of_before_the_migration_keeps_its_cause(empty_url: str) -> None:
    engine = open_engine(empty_url)
    config = Config(attributes={"metadata": metadata})
    config.set_main_option("script_location", str(migrations._SCRIPTS))
    config.set_main_option("path_separator", "os")
    with writing(engine).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "data_0001")
        columns = [column["name"] for column in inspect(connection).get_columns("outbox")]
        assert "cause" not in columns
        for statement in OF_BEFORE:
            connection.execute(text(statement))
    migrate(engine)
    engine.dispose()

    store = SqlStore.open(empty_url, MASTER_KEY)
    with store.transaction() as tx:
        kept = tx.outbox.one(1)
        assert kept is not None
        assert (kept.template, kept.recipient, kept.given) == ("acknowledgement", EVA, {})
        assert tx.outbox.add(letter(1, 1), NOON) == 1
    store.close()


OF_BEFORE = (
    "INSERT INTO contacts (id, name, role, created_at) VALUES (1, 'Eva Ek', '', '2026-03-05 12:00:00')",
    "INSERT INTO messages (id, digest, message_id, received_at, outcome, subject, sender_name, sender_address, recipients, in_reply_to,"
    ' "references", language, passages, text_length, attachments, size, screening, authenticated, authentication, flags)'
    " VALUES (1, 'd', '<1@kund.example>', '2026-03-05 12:00:00', 'filed', '', '', 'eva@kund.example', '{}', '', '[]', 'sv', '[]', 0, '[]',"
    " 1, '', true, '', '[]')",
    "INSERT INTO outbox (id, template, language, message_id, contact_id, recipient, state, due_at, created_at)"
    " VALUES (1, 'acknowledgement', 'sv', 1, 1, 'eva@kund.example', 'draft', '2026-03-06 12:00:00', '2026-03-05 12:00:00')",
)
