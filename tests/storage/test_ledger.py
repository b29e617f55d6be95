"""No mail has two outcomes, and a cursor says how far a folder was read."""

import sqlite3

import psycopg
import pytest

from gdpr.records import LedgerEntry, Outcome
from storage.store import SqlStore
from tests.storage.cast import NOON, broken_transaction, later, mail, name_of


def entry(uid: int, outcome: Outcome = Outcome.SCREENED, uidvalidity: int = 7) -> LedgerEntry:
    return LedgerEntry(name_of(uid, uidvalidity), outcome, NOON, later(1))


def test_a_mail_has_the_outcome_that_was_recorded(store: SqlStore) -> None:
    with store.transaction() as tx:
        tx.ledger.record(entry(1))

    with store.transaction() as tx:
        assert tx.ledger.outcome_of(name_of(1)) is Outcome.SCREENED
        assert tx.ledger.outcome_of(name_of(2)) is None


def test_a_second_outcome_for_the_same_mail_is_refused(store: SqlStore) -> None:
    with store.transaction() as tx:
        tx.ledger.record(entry(1))

    with pytest.raises((sqlite3.IntegrityError, psycopg.IntegrityError)), store.transaction() as tx:
        tx.ledger.record(entry(1, Outcome.DUPLICATE))


def test_the_same_uid_of_another_epoch_is_another_mail(store: SqlStore) -> None:
    with store.transaction() as tx:
        tx.ledger.record(entry(1))
        tx.ledger.record(entry(1, Outcome.DUPLICATE, uidvalidity=8))

        assert tx.ledger.uids("support", "INBOX", 7) == {1}
        assert tx.ledger.outcome_of(name_of(1, 8)) is Outcome.DUPLICATE


def test_many_outcomes_are_told_at_once(store: SqlStore) -> None:
    with store.transaction() as tx:
        for uid in range(1, 1201):
            tx.ledger.record(entry(uid))

        found = tx.ledger.outcomes_of("support", "INBOX", 7, range(1000, 3000))

    assert set(found) == set(range(1000, 1201))


def test_an_outcome_changes_once_a_shelved_mail_was_filed(store: SqlStore) -> None:
    with store.transaction() as tx:
        tx.ledger.record(entry(1, Outcome.QUARANTINED))
        message_id = tx.mails.add(mail(), None)
        tx.ledger.change_outcome(name_of(1), Outcome.FILED, message_id)

        assert tx.ledger.outcome_of(name_of(1)) is Outcome.FILED


def test_the_cursor_stands_where_it_was_moved_to(store: SqlStore) -> None:
    with store.transaction() as tx:
        assert tx.ledger.cursor("support", "INBOX") is None
        tx.ledger.advance("support", "INBOX", 7, 41, NOON)
        tx.ledger.advance("support", "INBOX", 7, 42, later(1))

        assert tx.ledger.cursor("support", "INBOX") == (7, 42)


def test_a_poll_is_remembered_before_the_first_mail_too(store: SqlStore) -> None:
    with store.transaction() as tx:
        tx.ledger.polled("support", "INBOX", NOON, 0)
        tx.ledger.polled("support", "INBOX", later(1), 3)

    status = store.views.status()
    assert (status.last_poll_at, status.unaccounted) == (later(1), 3)


def test_what_a_failed_transaction_wrote_is_not_there(store: SqlStore) -> None:
    with broken_transaction(store) as tx:
        tx.ledger.record(entry(1))

    with store.transaction() as tx:
        assert tx.ledger.outcome_of(name_of(1)) is None
