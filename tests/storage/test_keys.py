"""What is sealed can be read with its key alone; without the key it is gone, in every copy of the data."""

from pathlib import Path

import pytest
from cryptography.exceptions import InvalidTag
from sqlalchemy import select

from gdpr.people import RevealPurpose
from storage.keys import PERSON, KeyGoneError, Keyring, MasterKeyError, rotate
from storage.store import SqlStore, open_keys
from storage.tables import contacts, keys
from tests.storage.cast import EVAS_NUMBER, MASTER_KEY, NATIONAL_NUMBER, NOON, filed, mail, newcomer

NEW_KEY = b"fedcba9876543210fedcba9876543210"


def eva_with_a_number(store: SqlStore) -> tuple[int, int]:
    """A person and the fact that is her sealed national number."""
    with store.transaction() as tx:
        eva = newcomer(tx)
        tx.mails.add_findings(tx.mails.add(mail(), eva), eva, filed(NATIONAL_NUMBER))
    profile = store.views.people.contact(eva)
    assert profile
    return eva, next(fact.id for fact in profile.facts if fact.sealed)


def key_of(store: SqlStore, contact_id: int) -> int:
    with store.engine.connect() as connection:
        return int(connection.execute(select(contacts.c.key_id).where(contacts.c.id == contact_id)).scalar_one())


def revealed(store: SqlStore, fact_id: int) -> str:
    with store.transaction() as tx:
        return tx.reveals.fact(fact_id, "user/1", RevealPurpose.IDENTITY, NOON)


def test_what_is_sealed_is_not_readable_and_opens_again(store: SqlStore) -> None:
    sealed = store.keyring.seal(store.keyring.create("person"), b"19121212-1212")

    assert b"1212" not in sealed
    assert store.keyring.open(sealed) == b"19121212-1212"


def test_the_same_value_never_looks_the_same_twice(store: SqlStore) -> None:
    key = store.keyring.create("person")

    assert store.keyring.seal(key, b"x") != store.keyring.seal(key, b"x")


def test_a_sealed_value_cannot_be_passed_off_under_another_key(store: SqlStore) -> None:
    sealed, other = store.keyring.seal(store.keyring.create("person"), b"x"), store.keyring.create("person")
    forged = sealed[:1] + other.to_bytes(8) + sealed[9:]

    with pytest.raises(InvalidTag):
        store.keyring.open(forged)


def test_a_changed_byte_is_noticed(store: SqlStore) -> None:
    sealed = store.keyring.seal(store.keyring.create("person"), b"x")

    with pytest.raises(InvalidTag):
        store.keyring.open(sealed[:-1] + bytes([sealed[-1] ^ 1]))


def test_only_who_gives_a_number_gets_a_key(store: SqlStore) -> None:
    with store.transaction() as tx:
        ola = newcomer(tx, "ola@kund.example")
    eva, _ = eva_with_a_number(store)

    with store.engine.connect() as connection:
        given = dict(connection.execute(select(contacts.c.id, contacts.c.key_id)).all())
    assert given[ola] is None
    assert given[eva] is not None


def test_the_data_hold_no_key(store: SqlStore, database_url: str) -> None:
    eva, _ = eva_with_a_number(store)
    keys_engine = open_keys(database_url)
    with keys_engine.connect() as connection:
        wrapped = connection.execute(select(keys.c.wrapped).where(keys.c.id == key_of(store, eva))).scalar_one()
    keys_engine.dispose()

    with store.engine.connect() as connection:
        for table in ("contacts", "facts", "findings", "messages"):
            for row in connection.exec_driver_sql(f"SELECT * FROM {table}"):
                assert wrapped not in [value for value in row if isinstance(value, bytes)]


def test_a_deleted_key_makes_the_number_unreadable(store: SqlStore) -> None:
    eva, fact = eva_with_a_number(store)
    assert revealed(store, fact) == EVAS_NUMBER

    with store.transaction() as tx:
        tx.deletions.owe(key_of(store, eva))

    with pytest.raises(KeyGoneError):
        revealed(store, fact)


def test_no_byte_of_a_deleted_key_stays_in_the_file(tmp_path: Path) -> None:
    store = SqlStore.open(f"sqlite:///{tmp_path}/ombud.db", MASTER_KEY)
    key_id = store.keyring.create("person")
    keys_engine = open_keys(f"sqlite:///{tmp_path}/ombud.db")
    with keys_engine.connect() as connection:
        wrapped = connection.execute(select(keys.c.wrapped).where(keys.c.id == key_id)).scalar_one()
    keys_engine.dispose()
    files = list(tmp_path.glob("ombud.db.keys*"))
    assert any(wrapped in file.read_bytes() for file in files)

    store.keyring.destroy(key_id)

    assert not any(wrapped in file.read_bytes() for file in files)
    store.close()


def test_a_deletion_that_a_crash_left_undone_is_done_at_the_next_start(store: SqlStore, database_url: str) -> None:
    eva, fact = eva_with_a_number(store)
    with store.engine.begin() as connection:
        connection.exec_driver_sql(f"INSERT INTO key_deletions (key_id) VALUES ({key_of(store, eva)})")

    again = SqlStore.open(database_url, MASTER_KEY)

    with pytest.raises(KeyGoneError):
        revealed(again, fact)
    again.close()


def test_a_rotated_master_key_opens_everything_and_the_old_one_nothing(store: SqlStore, database_url: str) -> None:
    _, fact = eva_with_a_number(store)
    fingerprint = store.keyring.index("national_number", EVAS_NUMBER)
    keys_engine = open_keys(database_url)
    store.keyring.close()

    assert rotate(keys_engine, MASTER_KEY, NEW_KEY) == 2, "the index key and hers"

    with pytest.raises(MasterKeyError, match="OMBUD_MASTER_KEY"):
        Keyring(keys_engine, MASTER_KEY)
    rotated = SqlStore.open(database_url, NEW_KEY)
    assert revealed(rotated, fact) == EVAS_NUMBER
    assert rotated.keyring.index("national_number", EVAS_NUMBER) == fingerprint
    rotated.close()
    keys_engine.dispose()


def test_a_process_that_still_has_the_old_master_key_makes_no_new_keys(store: SqlStore, database_url: str) -> None:
    keys_engine = open_keys(database_url)
    rotate(keys_engine, MASTER_KEY, NEW_KEY)
    keys_engine.dispose()

    with pytest.raises(MasterKeyError):
        store.keyring.create("person")


def test_a_rotation_from_the_wrong_key_changes_nothing(store: SqlStore, database_url: str) -> None:
    _, fact = eva_with_a_number(store)
    keys_engine = open_keys(database_url)

    with pytest.raises(MasterKeyError):
        rotate(keys_engine, NEW_KEY, MASTER_KEY)

    keys_engine.dispose()
    assert revealed(store, fact) == EVAS_NUMBER


def test_two_databases_fingerprint_the_same_number_differently(store: SqlStore, tmp_path: Path) -> None:
    other = SqlStore.open(f"sqlite:///{tmp_path}/other.db", MASTER_KEY)

    assert other.keyring.index("national_number", EVAS_NUMBER) != store.keyring.index("national_number", EVAS_NUMBER)
    other.close()


def test_keys_made_ahead_for_persons_are_gone_at_the_end(store: SqlStore) -> None:
    used = {store.keyring.create_ahead(PERSON) for _ in range(20)}
    assert len(used) == 20
    assert used <= _person_keys(store)
    store.keyring.close()
    assert _person_keys(store) == used


def _person_keys(store: SqlStore) -> set[int]:
    with store.keyring._engine.connect() as connection:
        return set(connection.execute(select(keys.c.id).where(keys.c.purpose == PERSON)).scalars())
