"""A backup of the data alone, however old, brings back everybody but those whose key was deleted since."""

import os
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from storage.backup import back_up, back_up_keys, has_keys, put_back, put_back_keys
from storage.erasure import erase_person
from storage.keys import KeyGoneError
from storage.restoring import set_right
from storage.store import SqlStore
from tests.servers.postgres import Postgres, programs
from tests.storage.cast import EVAS_NUMBER, MASTER_KEY, NATIONAL_NUMBER, NOON, filed, mail, newcomer
from tests.storage.test_keys import key_of, revealed


def person_with_a_number(store: SqlStore, number: int) -> tuple[int, int]:
    """Somebody, and the finding that is the sealed number."""
    with store.transaction() as tx:
        person = newcomer(tx, f"{number}@kund.example")
        message_id = tx.mails.add(mail(number), person)
        tx.mails.add_findings(message_id, person, filed(NATIONAL_NUMBER))
    profile = store.views.people.contact(person)
    assert profile
    return person, next(fact.id for fact in profile.facts if fact.sealed)


def vacuum(source: Path, target: Path) -> None:
    """Copy a SQLite database that is in use."""
    with closing(sqlite3.connect(source)) as connection:
        connection.execute(f"VACUUM INTO '{target}'")


def pg(program: str, *words: str, content: bytes = b"") -> bytes:
    """Run a program of PostgreSQL."""
    folder = programs()
    assert folder
    done = subprocess.run([folder / program, *words], input=content, capture_output=True, check=False, env={"PATH": os.environ["PATH"]})
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


def test_on_sqlite(tmp_path: Path) -> None:
    store = SqlStore.open(f"sqlite:///{tmp_path}/ombud.db", MASTER_KEY)
    (eva, evas), (_, olas) = person_with_a_number(store, 1), person_with_a_number(store, 2)
    vacuum(tmp_path / "ombud.db", tmp_path / "restored.db")
    with store.transaction() as tx:
        tx.deletions.owe(key_of(store, eva))
    store.close()
    vacuum(tmp_path / "ombud.db.keys", tmp_path / "restored.db.keys")

    restored = SqlStore.open(f"sqlite:///{tmp_path}/restored.db", MASTER_KEY)

    assert revealed(restored, olas) == EVAS_NUMBER
    with pytest.raises(KeyGoneError):
        revealed(restored, evas)
    restored.close()


def test_on_postgresql(postgres: Postgres, postgres_url: str) -> None:
    store = SqlStore.open(postgres_url, MASTER_KEY)
    (eva, evas), (_, olas) = person_with_a_number(store, 1), person_with_a_number(store, 2)
    data = pg("pg_dump", "--exclude-schema=ombud_keys", "-Fc", postgres_url)
    with store.transaction() as tx:
        tx.deletions.owe(key_of(store, eva))
    store.close()
    keys = pg("pg_dump", "--schema=ombud_keys", "-Fc", postgres_url)

    url = postgres.new_database()
    for dump in (data, keys):
        pg("pg_restore", "--no-owner", "--exit-on-error", "-d", url, content=dump)
    restored = SqlStore.open(url, MASTER_KEY)

    assert revealed(restored, olas) == EVAS_NUMBER
    with pytest.raises(KeyGoneError):
        revealed(restored, evas)
    with restored.transaction() as tx:
        tx.audit.write("backup:restored", "backup", "system", NOON)
    restored.close()
    postgres.drop(url)


def test_on_postgresql_a_backup_of_the_data_comes_back_and_the_erased_do_not(postgres_url: str, tmp_path: Path) -> None:
    store = SqlStore.open(postgres_url, MASTER_KEY)
    (eva, _), (_, olas) = person_with_a_number(store, 1), person_with_a_number(store, 2)
    back_up(postgres_url, tmp_path / "data.dump")
    erase_person(store, eva, "user/1", NOON)
    store.close()

    put_back(postgres_url, tmp_path / "data.dump")
    restored = SqlStore.open(postgres_url, MASTER_KEY)
    assert set_right(restored, "shell/test", NOON) == 1

    assert revealed(restored, olas) == EVAS_NUMBER
    with restored.transaction() as tx:
        assert set(tx.erasing.holdings(eva).values()) == {0}
    restored.close()


def test_on_postgresql_a_new_machine_takes_the_keys_from_their_copy(postgres: Postgres, postgres_url: str, tmp_path: Path) -> None:
    store = SqlStore.open(postgres_url, MASTER_KEY)
    _, evas = person_with_a_number(store, 1)
    back_up(postgres_url, tmp_path / "data.dump")
    back_up_keys(postgres_url, tmp_path / "keys.dump")
    store.close()

    url = postgres.new_database()
    assert not has_keys(url)
    put_back_keys(url, tmp_path / "keys.dump")
    put_back(url, tmp_path / "data.dump")
    assert has_keys(url)
    restored = SqlStore.open(url, MASTER_KEY)
    assert revealed(restored, evas) == EVAS_NUMBER
    restored.close()
