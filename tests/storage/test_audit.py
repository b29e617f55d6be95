"""The record of who did what can only grow, and a change in it shows."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import Engine, insert, select, text
from sqlalchemy.exc import DBAPIError

from storage.audit import entry_hash, head, verify
from storage.store import SqlStore
from storage.tables import audit
from tests.storage.cast import NOON, broken_transaction, later


def write(store: SqlStore, count: int) -> None:
    with store.transaction() as tx:
        for number in range(count):
            tx.audit.write("mail:filed", f"mail/{number}", "system", later(number), uid=number, step="parse")


def without_guard(engine: Engine, change: str) -> None:
    """Change the trail as only somebody with the rights of the database's owner can."""
    with engine.begin() as connection:
        if engine.dialect.name == "sqlite":
            guards = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").scalars().all()
            for guard in guards:
                connection.exec_driver_sql(f"DROP TRIGGER {guard}")
        else:
            connection.exec_driver_sql("ALTER TABLE audit DISABLE TRIGGER ALL")
        connection.execute(text(change))


def test_an_untouched_trail_is_unbroken(store: SqlStore) -> None:
    assert verify(store.engine) is None
    for _ in range(3):
        write(store, 4)

    assert verify(store.engine) is None
    assert head(store.engine)[0] == 12


@pytest.mark.parametrize("change", ["UPDATE audit SET actor = 'user/9' WHERE id = 2", "DELETE FROM audit WHERE id = 2"])
def test_an_entry_can_be_neither_changed_nor_deleted(store: SqlStore, change: str) -> None:
    write(store, 3)

    with pytest.raises(DBAPIError, match="append-only"), store.engine.begin() as connection:
        connection.execute(text(change))


@pytest.mark.parametrize(
    ("change", "broken"),
    [
        ("UPDATE audit SET actor = 'user/9' WHERE id = 2", 2),
        ("UPDATE audit SET at = '2026-03-05 12:00:01' WHERE id = 1", 1),
        ("UPDATE audit SET details = '{}' WHERE id = 3", 3),
        ("UPDATE audit SET subject = 'mail/7' WHERE id = 4", 4),
        ("DELETE FROM audit WHERE id = 2", 2),
        ("DELETE FROM audit WHERE id = 1", 1),
    ],
)
def test_a_change_behind_our_back_shows_at_its_entry(store: SqlStore, change: str, broken: int) -> None:
    write(store, 4)
    without_guard(store.engine, change)

    assert verify(store.engine) == broken


def test_an_entry_slipped_in_with_a_hash_of_its_own_shows(store: SqlStore) -> None:
    write(store, 2)
    entry = {"id": 3, "at": NOON, "actor": "user/9", "action": "mail:filed", "subject": "mail/3", "details": {}}
    with store.engine.begin() as connection:
        connection.execute(insert(audit), entry | {"previous": "f" * 64, "hash": entry_hash("f" * 64, entry)})

    assert verify(store.engine) == 3


def test_what_was_rolled_back_leaves_no_gap(store: SqlStore) -> None:
    write(store, 1)
    with broken_transaction(store) as tx:
        tx.audit.write("mail:filed", "mail/9", "system", NOON)
    write(store, 1)

    assert verify(store.engine) is None


def test_many_writers_at_once_make_one_chain(store: SqlStore) -> None:
    with ThreadPoolExecutor(8) as writers:
        list(writers.map(lambda _: write(store, 5), range(16)))

    assert verify(store.engine) is None
    with store.engine.connect() as connection:
        assert connection.execute(select(audit.c.id).order_by(audit.c.id)).scalars().all() == list(range(1, 81))
