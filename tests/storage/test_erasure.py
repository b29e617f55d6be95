"""A person who is erased is gone from every table and from old backups, and what stays is bare."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import LargeBinary, select

from gdpr.erasure import OMBUD, Holding, Receipt, is_complete
from gdpr.records import LedgerEntry, Outcome
from storage.erasure import erase_again, erase_person
from storage.keys import KeyGoneError
from storage.store import SqlStore
from storage.tables import contacts, facts, messages, metadata, requests
from tests.storage.cast import (
    EVA,
    EVAS_PHONE,
    MASTER_KEY,
    NATIONAL_NUMBER,
    NOON,
    PHONE,
    filed,
    later,
    letter,
    mail,
    name_of,
    newcomer,
    request,
)

OLA = "ola@kund.example"
TRACES = (EVA, EVAS_PHONE, "Eva", "070-174", "121212", "kund.example")


def write_mails(store: SqlStore, sender: str = EVA, first: int = 1, asks: bool = True) -> int:
    """Somebody who wrote twice, asked for something once, and is owed a letter; returns their profile."""
    with store.transaction() as tx:
        person = newcomer(tx, sender)
        for number in (first, first + 1):
            kept = tx.mails.add(mail(number, sender), person)
            tx.mails.add_findings(kept, person, filed(PHONE, NATIONAL_NUMBER))
            tx.ledger.record(LedgerEntry(name_of(number), Outcome.FILED, NOON, NOON, kept))
        if asks:
            tx.requests.open(request("erasure"), kept, person)
    return person


def texts(store: SqlStore) -> str:
    """Every word that lies in any table in clear."""
    found = []
    with store.engine.connect() as connection:
        for table in metadata.sorted_tables:
            readable = [column for column in table.columns if not isinstance(column.type, LargeBinary)]
            found += [str(tuple(row)) for row in connection.execute(select(*readable))]
    return "\n".join(found)


def test_nothing_of_the_person_is_left_in_any_table(store: SqlStore) -> None:
    person = write_mails(store)
    assert all(trace in texts(store) for trace in (EVA, EVAS_PHONE))

    done = erase_person(store, person, "user/1", NOON)

    assert [trace for trace in TRACES if trace in texts(store)] == []
    assert is_complete(done)


def test_the_receipts_say_what_was_there_and_what_is_left(store: SqlStore) -> None:
    done = erase_person(store, write_mails(store), "user/1", NOON)

    assert Receipt(OMBUD, Holding.MAILS, before=2, after=0) in done
    assert Receipt(OMBUD, Holding.FINDINGS, before=4, after=0) in done


def test_others_keep_all_they_had(store: SqlStore) -> None:
    eva, ola = write_mails(store), write_mails(store, OLA, first=11)
    with store.transaction() as tx:
        before = tx.erasing.holdings(ola)

    erase_person(store, eva, "user/1", NOON)

    with store.transaction() as tx:
        assert tx.erasing.holdings(ola) == before
        assert tx.people.provisional(OLA, authenticated=True) == ola


def test_the_facts_of_the_request_stay(store: SqlStore) -> None:
    erase_person(store, write_mails(store), "user/1", NOON)

    with store.engine.connect() as connection:
        row = connection.execute(select(requests)).one()
    assert (row.kind, row.due_on) == ("erasure", request().due_on)


def test_a_mail_that_comes_again_is_still_a_duplicate(store: SqlStore) -> None:
    erase_person(store, write_mails(store), "user/1", NOON)

    with store.transaction() as tx:
        assert tx.mails.with_digest(mail(1).digest) is not None
        assert tx.ledger.outcome_of(name_of(1)) is Outcome.FILED


def test_a_later_mail_of_the_same_person_begins_a_profile_with_nothing_of_the_old(store: SqlStore) -> None:
    old = write_mails(store)
    erase_person(store, old, "user/1", NOON)

    new = write_mails(store, first=21, asks=False)

    assert new != old
    profile = store.views.people.contact(new)
    assert profile is not None
    assert {fact.message_id for fact in profile.facts if fact.message_id} <= {message_of(store, 21), message_of(store, 22)}


def message_of(store: SqlStore, number: int) -> int:
    with store.transaction() as tx:
        found = tx.mails.with_digest(mail(number).digest)
    assert found is not None
    return found


def test_every_profile_that_was_merged_into_theirs_goes_too(store: SqlStore) -> None:
    eva, other = write_mails(store), write_mails(store, "eva.privat@kund.example", first=31, asks=False)
    with store.transaction() as tx:
        tx.merging.merge(eva, other, "user/1", NOON)

    erase_person(store, eva, "user/1", NOON)

    assert [trace for trace in (*TRACES, "privat") if trace in texts(store)] == []


def test_someone_who_asked_for_nothing_leaves_no_profile(store: SqlStore) -> None:
    person = write_mails(store, asks=False)
    erase_person(store, person, "user/1", NOON)

    with store.engine.connect() as connection:
        assert connection.execute(select(messages.c.subject)).scalars().all() == ["", ""]
        assert connection.execute(select(contacts.c.name)).scalars().all() in ([], [""])


def test_the_sealed_number_opens_no_more(store: SqlStore) -> None:
    person = write_mails(store)
    with store.engine.connect() as connection:
        sealed = connection.execute(select(facts.c.sealed).where(facts.c.sealed.is_not(None))).scalar_one()

    erase_person(store, person, "user/1", NOON)

    with pytest.raises(KeyGoneError):
        store.keyring.open(sealed)


def test_a_letter_that_is_owed_keeps_its_address_until_it_is_sent(store: SqlStore) -> None:
    person = write_mails(store)
    asked_in = message_of(store, 2)
    with store.transaction() as tx:
        tx.outbox.add(letter(asked_in, person), NOON)

    done = erase_person(store, person, "user/1", NOON)

    assert is_complete(done)
    assert texts(store).count(EVA) == 1


def test_a_restored_backup_does_not_bring_the_person_back(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/ombud.db"
    store = SqlStore.open(url, MASTER_KEY)
    eva, ola = write_mails(store), write_mails(store, OLA, first=11)
    with closing(sqlite3.connect(tmp_path / "ombud.db")) as connection:
        connection.execute(f"VACUUM INTO '{tmp_path}/old.db'")
    erase_person(store, eva, "user/1", NOON)
    store.close()
    for name in ("ombud.db-wal", "ombud.db-shm"):
        (tmp_path / name).unlink(missing_ok=True)
    (tmp_path / "old.db").rename(tmp_path / "ombud.db")

    restored = SqlStore.open(url, MASTER_KEY)
    assert EVAS_PHONE in texts(restored)
    assert erase_again(restored, later(1)) == 1

    with restored.transaction() as tx:
        assert set(tx.erasing.holdings(eva).values()) == {0}
        assert tx.erasing.holdings(ola)[Holding.MAILS] == 2
    assert erase_again(restored, later(2)) == 0
    restored.close()


def test_a_mail_that_came_after_the_backup_is_not_filed_again_from_the_mailbox(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/ombud.db"
    store = SqlStore.open(url, MASTER_KEY)
    with closing(sqlite3.connect(tmp_path / "ombud.db")) as connection:
        connection.execute(f"VACUUM INTO '{tmp_path}/old.db'")
    erase_person(store, write_mails(store), "user/1", NOON)
    store.close()
    (tmp_path / "old.db").rename(tmp_path / "ombud.db")

    restored = SqlStore.open(url, MASTER_KEY)
    with restored.transaction() as tx:
        assert tx.mails.with_digest(mail(1).digest) is not None
        assert tx.mails.with_digest(mail(3).digest) is None
    restored.close()


def test_an_erasure_that_a_crash_cut_short_is_done_at_the_next_start(store: SqlStore, monkeypatch: pytest.MonkeyPatch) -> None:
    person = write_mails(store)
    with monkeypatch.context() as crash:
        crash.setattr("storage.erasure._erase", lambda *_: (_ for _ in ()).throw(InterruptedError))
        with pytest.raises(InterruptedError):
            erase_person(store, person, "user/1", NOON)
    assert EVAS_PHONE in texts(store)

    assert erase_again(store, later(1)) == 1
    assert [trace for trace in TRACES if trace in texts(store)] == []
