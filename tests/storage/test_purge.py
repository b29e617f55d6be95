"""What has had its time goes whole: rows, what hangs on them, and keys."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Table, func, select, update

from config.policy_file import load_policy
from gdpr.records import LedgerEntry, Outcome
from gdpr.retention import Category
from jobs.purge import due, purge
from storage.audit import verify
from storage.audit_triggers import letting_entries_go
from storage.keys import KeyGoneError
from storage.store import SqlStore
from storage.tables import audit, contacts, facts, findings, ledger, messages, metadata, outbox, quarantine, requests
from storage.terms import TERMS
from tests.storage.cast import EVA, NATIONAL_NUMBER, NOON, PHONE, filed, letter, mail, name_of, newcomer, request, shelved

RETENTION = load_policy().retention
YEARS = timedelta(days=366)


def count(store: SqlStore, *tables: Table) -> list[int]:
    with store.engine.connect() as connection:
        return [connection.execute(select(func.count()).select_from(table)).scalar_one() for table in tables]


def file(store: SqlStore, number: int = 1, outcome: Outcome = Outcome.FILED, asks: bool = False) -> None:
    """A mail of Eva's with her phone and national number, on a profile that only mails made."""
    with store.transaction() as tx:
        who = (tx.people.provisional(EVA, authenticated=True) or newcomer(tx)) if outcome is Outcome.FILED else None
        kept = tx.mails.add(mail(number, outcome=outcome), who)
        if who is not None:
            tx.mails.add_findings(kept, who, filed(PHONE, NATIONAL_NUMBER))
        if who is not None and asks:
            tx.requests.open(request(), kept, who)
            tx.outbox.add(letter(kept, who), NOON)
        tx.ledger.record(LedgerEntry(name_of(number), outcome, NOON, NOON, kept))
        tx.audit.write("mail:filed", f"mail/{kept}", "system", NOON)


def close_requests(store: SqlStore, at: datetime) -> None:
    with store.engine.begin() as connection:
        connection.execute(update(requests).values(closed_at=at, status="fulfilled"))
        connection.execute(update(outbox).values(state="sent"))


def test_a_mail_goes_with_its_findings_and_the_stranger_who_wrote_it(store: SqlStore) -> None:
    file(store)
    with store.engine.connect() as connection:
        sealed = connection.execute(select(facts.c.sealed).where(facts.c.sealed.is_not(None))).scalar_one()

    assert purge(store, RETENTION, NOON + 3 * YEARS)[Category.SUPPORT_MAIL] == 1
    assert count(store, messages, findings, facts, contacts) == [0, 0, 0, 0]
    with pytest.raises(KeyGoneError):
        store.keyring.open(sealed)


def test_the_ledger_keeps_its_line_so_that_the_mail_is_not_read_again(store: SqlStore) -> None:
    file(store)
    purge(store, RETENTION, NOON + 3 * YEARS)

    with store.transaction() as tx:
        assert tx.ledger.outcome_of(name_of(1)) is Outcome.FILED
    assert count(store, ledger) == [1]


def test_a_customer_stays_when_the_last_old_mail_goes(store: SqlStore) -> None:
    file(store)
    with store.engine.begin() as connection:
        connection.execute(update(contacts).values(provisional=False))
    purge(store, RETENTION, NOON + 3 * YEARS)

    assert count(store, messages, findings, contacts, facts) == [0, 0, 1, 3]


def test_mails_within_their_term_stay(store: SqlStore) -> None:
    file(store)
    file(store, 2, Outcome.SCREENED)

    assert set(purge(store, RETENTION, NOON + timedelta(days=30)).values()) == {0}
    assert count(store, messages) == [2]


def test_mail_of_robots_goes_after_its_shorter_term(store: SqlStore) -> None:
    file(store)
    file(store, 2, Outcome.SCREENED)

    assert purge(store, RETENTION, NOON + timedelta(days=32))[Category.SCREENED_MAIL] == 1
    assert count(store, messages) == [1]


def test_a_mail_with_an_open_request_never_goes(store: SqlStore) -> None:
    file(store, asks=True)

    assert purge(store, RETENTION, NOON + 9 * YEARS)[Category.SUPPORT_MAIL] == 0
    assert count(store, messages, requests) == [1, 1]


def test_the_words_of_a_closed_request_go_first_and_the_facts_of_the_case_years_later(store: SqlStore) -> None:
    file(store, asks=True)
    close_requests(store, NOON)

    assert purge(store, RETENTION, NOON + timedelta(days=92))[Category.CLOSED_REQUEST_MAIL] == 1
    with store.engine.connect() as connection:
        row = connection.execute(select(messages)).one()
    assert (row.subject, row.sender_name, row.sender_address, row.passages) == ("", "", "", [])
    assert count(store, requests, findings) == [1, 0]
    with store.engine.connect() as connection:
        assert connection.execute(select(outbox.c.recipient)).scalars().all() == [""]

    assert purge(store, RETENTION, NOON + 6 * YEARS)[Category.CLOSED_REQUEST] == 1
    assert count(store, requests, messages, outbox, contacts) == [0, 0, 0, 0]


def test_a_mail_in_quarantine_is_unreadable_after_its_term(store: SqlStore) -> None:
    with store.transaction() as tx:
        tx.quarantine.shelve(shelved(), NOON)

    assert purge(store, RETENTION, NOON + timedelta(days=92))[Category.QUARANTINED_MAIL] == 1
    with store.engine.connect() as connection:
        row = connection.execute(select(quarantine)).one()
    assert (row.state, row.sealed, row.key_id) == ("expired", None, None)
    assert store.views.quarantine.waiting() == ()


def test_the_chain_of_the_audit_trail_holds_after_its_oldest_entries_went(store: SqlStore) -> None:
    for number in range(1, 6):
        with store.transaction() as tx:
            tx.audit.write("mail:filed", f"mail/{number}", "system", NOON if number < 4 else NOON + 3 * YEARS)

    assert purge(store, RETENTION, NOON + 3 * YEARS)[Category.AUDIT_ENTRY] == 3
    assert verify(store.engine) is None
    with store.engine.connect() as connection:
        assert connection.execute(select(audit.c.id).order_by(audit.c.id)).scalars().all() == [4, 5, 6]


def test_entries_that_somebody_cut_off_are_missed_all_the_same(store: SqlStore) -> None:
    for number in range(1, 4):
        with store.transaction() as tx:
            tx.audit.write("mail:filed", f"mail/{number}", "system", NOON)
    with store.engine.begin() as connection, letting_entries_go(connection):
        connection.exec_driver_sql("DELETE FROM audit WHERE id = 1")

    assert verify(store.engine) == 1


def test_the_trail_is_append_only_again_after_a_purge(store: SqlStore) -> None:
    with store.transaction() as tx:
        tx.audit.write("mail:filed", "mail/1", "system", NOON)
    with store.transaction() as tx:
        tx.audit.write("mail:filed", "mail/2", "system", NOON + 3 * YEARS)
    purge(store, RETENTION, NOON + 3 * YEARS)

    with pytest.raises(Exception, match="append-only"), store.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM audit")


def test_a_second_purge_finds_nothing(store: SqlStore) -> None:
    file(store)
    purge(store, RETENTION, NOON + 3 * YEARS)

    assert set(due(store, RETENTION, NOON + 3 * YEARS).values()) == {0}


def test_a_dry_run_counts_what_the_purge_then_removes(store: SqlStore) -> None:
    for number in range(1, 8):
        file(store, number)
    counted = due(store, RETENTION, NOON + 3 * YEARS)[Category.SUPPORT_MAIL]

    assert counted == 7 == purge(store, RETENTION, NOON + 3 * YEARS)[Category.SUPPORT_MAIL]


def test_a_purge_in_many_batches_removes_all(store: SqlStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jobs.purge.AT_ONCE", 2)
    for number in range(1, 6):
        file(store, number, Outcome.SCREENED)

    assert purge(store, RETENTION, NOON + YEARS)[Category.SCREENED_MAIL] == 5


def test_nothing_without_a_term_can_be_stored() -> None:
    assert set(TERMS) == {table.name for table in metadata.sorted_tables}

