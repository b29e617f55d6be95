"""Removes rows together with all that hangs on them, and owes the deletion of the keys they name."""

from collections.abc import Iterator, Sequence
from itertools import islice

from sqlalchemy import Column, Connection, Table, delete, select, update

from storage.key_deletions import KeyDeletions
from storage.tables import metadata

_AT_ONCE = 500  # ids in one statement


def remove(connection: Connection, deletions: KeyDeletions, table: Table, ids: Sequence[int]) -> None:
    """Remove these rows of `table`. A row that cannot be without them goes too; one that can, forgets them."""
    left = iter(ids)
    while some := list(islice(left, _AT_ONCE)):
        for column in _pointing_at(table):
            _let_go(connection, deletions, column, some)
        _owe_keys(connection, deletions, table, some)
        connection.execute(delete(table).where(_key(table).in_(some)))


def _pointing_at(table: Table) -> Iterator[Column[int]]:
    """Every column of the data that refers to this table."""
    for other in metadata.sorted_tables:
        for column in other.columns:
            if any(key.column.table is table for key in column.foreign_keys):
                yield column


def _let_go(connection: Connection, deletions: KeyDeletions, column: Column[int], ids: list[int]) -> None:
    hanging = column.table
    if column.nullable:
        connection.execute(update(hanging).where(column.in_(ids)).values({column.name: None}))
    elif "id" in hanging.columns:
        remove(connection, deletions, hanging, connection.execute(select(hanging.c.id).where(column.in_(ids))).scalars().all())
    else:
        connection.execute(delete(hanging).where(column.in_(ids)))


def _owe_keys(connection: Connection, deletions: KeyDeletions, table: Table, ids: list[int]) -> None:
    if "key_id" in table.columns:
        for key_id in connection.execute(select(table.c.key_id).where(_key(table).in_(ids))).scalars():
            deletions.owe(key_id)


def _key(table: Table) -> Column[int]:
    return table.c.id
