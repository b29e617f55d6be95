"""The few statements that SQLite and PostgreSQL share but SQLAlchemy keeps in two places."""

import hashlib
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import BigInteger, Connection, Table, bindparam, func, select
from sqlalchemy.dialects import postgresql, sqlite

from storage.engine import is_sqlite
from storage.prepared import Prepared

_LOCK = Prepared(select(func.pg_advisory_xact_lock(bindparam("number", type_=BigInteger))))


def inserting(dialect: str, table: Table) -> postgresql.Insert | sqlite.Insert:
    """INSERT with its ON CONFLICT clauses."""
    return sqlite.insert(table) if dialect == "sqlite" else postgresql.insert(table)


def upsert(connection: Connection, table: Table, key: Mapping[str, Any], values: Mapping[str, Any]) -> None:
    """Insert the row, or set `values` on the one that has this key."""
    statement = inserting(connection.dialect.name, table).values(**key, **values)
    connection.execute(statement.on_conflict_do_update(index_elements=list(key), set_=dict(values)))


def insert_missing(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert the rows that are not there yet."""
    if rows:
        _inserting_missing(connection.dialect.name, table, tuple(rows[0])).each(connection, rows)


@cache
def _inserting_missing(dialect: str, table: Table, columns: tuple[str, ...]) -> Prepared:
    return Prepared(inserting(dialect, table).on_conflict_do_nothing(), columns)


def serialise(connection: Connection, what: str) -> None:
    """Wait until no other open transaction does the same thing; SQLite has one writer anyway."""
    if not is_sqlite(connection):
        number = int.from_bytes(hashlib.sha256(what.encode()).digest()[:8], signed=True)
        _LOCK.rows(connection, number=number)
