"""A mail that broke is kept whole and sealed, until a person tries it again or gives it up."""

import pytest
from sqlalchemy import select

from gdpr.message import RawMail
from gdpr.records import LedgerEntry, Outcome
from storage.keys import KeyGoneError
from storage.quarantine import QuarantineError
from storage.store import SqlStore
from storage.tables import audit
from tests.storage.cast import NOON, broken_transaction, later, name_of, shelved


def actions(store: SqlStore) -> list[tuple[str, str]]:
    with store.engine.connect() as connection:
        return [(row.action, row.actor) for row in connection.execute(select(audit).order_by(audit.c.id))]


def sealed_bytes(store: SqlStore) -> list[bytes | None]:
    with store.engine.connect() as connection:
        return list(connection.exec_driver_sql("SELECT sealed FROM quarantine ORDER BY id").scalars())


def test_a_shelved_mail_comes_back_byte_for_byte(store: SqlStore) -> None:
    content = bytes(range(256)) * 100
    with store.transaction() as tx:
        number = tx.quarantine.shelve(shelved(content=content), later(1))

    assert content[:40] not in (sealed_bytes(store)[0] or b"")
    with store.transaction() as tx:
        assert tx.quarantine.mail(number) == RawMail(name_of(9), content, NOON)


def test_the_list_says_where_it_broke_and_nothing_of_the_mail(store: SqlStore) -> None:
    with store.transaction() as tx:
        tx.quarantine.shelve(shelved(), later(1))

    (line,) = store.views.quarantine.waiting()
    assert (line.step, line.reason, line.tries, line.mail) == ("parse", "ValueError in parse.py:1", 1, name_of(9))
    assert store.views.quarantine.count() == store.views.status().quarantine_waiting == 1


def test_a_discarded_mail_is_gone_and_its_key_too(store: SqlStore) -> None:
    with store.transaction() as tx:
        number = tx.quarantine.shelve(shelved(), later(1))
    copy = sealed_bytes(store)[0]
    assert copy

    with store.transaction() as tx:
        tx.quarantine.discard(number, "user/1", "spam", later(2))

    assert sealed_bytes(store) == [None]
    with pytest.raises(KeyGoneError):
        store.keyring.open(copy)
    assert store.views.quarantine.waiting() == ()
    assert actions(store) == [("quarantine:discarded", "user/1")]


def test_a_mail_is_not_discarded_without_a_reason(store: SqlStore) -> None:
    with store.transaction() as tx:
        number = tx.quarantine.shelve(shelved(), later(1))

    with pytest.raises(QuarantineError, match="why"), store.transaction() as tx:
        tx.quarantine.discard(number, "user/1", " ", later(2))

    assert store.views.quarantine.count() == 1


def test_a_mail_that_breaks_again_is_shelved_again_with_one_more_try(store: SqlStore) -> None:
    with store.transaction() as tx:
        number = tx.quarantine.shelve(shelved(), later(1))
    old = sealed_bytes(store)[0]
    assert old

    with store.transaction() as tx:
        tx.quarantine.release(number, "user/1", later(2))
        assert tx.quarantine.shelve(shelved(), later(2)) == number

    (line,) = store.views.quarantine.waiting()
    assert line.tries == 2
    with store.transaction() as tx:
        assert tx.quarantine.mail(number).content == shelved().content
    with pytest.raises(KeyGoneError):
        store.keyring.open(old)


def test_a_decision_that_was_rolled_back_leaves_the_mail_readable(store: SqlStore) -> None:
    with store.transaction() as tx:
        number = tx.quarantine.shelve(shelved(), later(1))

    with broken_transaction(store) as tx:
        tx.quarantine.discard(number, "user/1", "spam", later(2))

    with store.transaction() as tx:
        assert tx.quarantine.mail(number).content == shelved().content


def test_a_mail_that_nobody_shelved_is_refused_in_a_sentence(store: SqlStore) -> None:
    with pytest.raises(QuarantineError, match="number 7"), store.transaction() as tx:
        tx.quarantine.mail(7)


def test_the_reopened_ledger_replaces_an_outcome(store: SqlStore) -> None:
    with store.transaction() as tx:
        tx.ledger.record(LedgerEntry(name_of(9), Outcome.QUARANTINED, NOON, NOON))
        tx.ledger.reopened().record(LedgerEntry(name_of(9), Outcome.SCREENED, NOON, later(1)))

        assert tx.ledger.outcome_of(name_of(9)) is Outcome.SCREENED
