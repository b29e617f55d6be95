"""Removes rows together with all that hangs on them, and owes the deletion of the keys they name."""

from collections.abc import Iterator, Sequence

from sqlalchemy import Column, Connection, Table, delete, select, update

from storage.forgetting import some_at_once
from storage.key_deletions import KeyDeletions
from storage.tables import metadata


def remove(connection: Connection, deletions: KeyDeletions, table: Table, ids: Sequence[int]) -> None:
    """Remove these rows of `table`. A row that cannot be without them goes too; one that can, forgets them."""
    pointing = tuple(_pointing_at(table)) if ids else ()
    for some in some_at_once(ids):
        for column in pointing:
            _let_go(connection, deletions, column, some)
        _owe_keys(connection, deletions, table, some)
        connection.execute(delete(table).where(table.c.id.in_(some)))


def _pointing_at(table: Table) -> Iterator[Column[int]]:
    """Every column of the data that refers to this table."""
    for other in metadata.sorted_tables:
        for column in other.columns:
            if any(key.column.table is table for key in column.foreign_keys):
                yield column


def _let_go(connection: Connection, deletions: KeyDeletions, column: Column[int], ids: Sequence[int]) -> None:
    hanging = column.table
    if column.nullable:
        connection.execute(update(hanging).where(column.in_(ids)).values({column.name: None}))
    elif "id" in hanging.columns:
        remove(connection, deletions, hanging, connection.execute(select(hanging.c.id).where(column.in_(ids))).scalars().all())
    else:
        connection.execute(delete(hanging).where(column.in_(ids)))


def _owe_keys(connection: Connection, deletions: KeyDeletions, table: Table, ids: Sequence[int]) -> None:
    if "key_id" in table.columns:
        for key_id in connection.execute(select(table.c.key_id).where(table.c.id.in_(ids))).scalars():
            deletions.owe(key_id)
