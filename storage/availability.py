"""Tells a database that is away or busy from one that refuses what it is given."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError, TimeoutError

from gdpr.store import StoreUnavailable

_SQLITE_AWAY = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_PROTOCOL,
    }
)
# Classes of SQLSTATE: connection, transaction rolled back (deadlock), resources, object in use, operator's intervention.
_POSTGRESQL_AWAY = ("08", "40", "53", "55", "57")


@contextmanager
def telling_unavailable() -> Iterator[None]:
    """Turn "the database is away or busy" into StoreUnavailable, whoever asks; let every other fault through."""
    try:
        yield
    except TimeoutError as error:
        raise StoreUnavailable("all connections to the database are in use: try again later") from error
    except (OperationalError, InterfaceError) as error:
        if not _is_away(error):
            raise
        raise StoreUnavailable("the database cannot be reached or is busy: see that it runs and that its disk has room") from error


def _is_away(error: DBAPIError) -> bool:
    cause = error.orig
    if isinstance(cause, sqlite3.Error):
        return (getattr(cause, "sqlite_errorcode", 0) & 0xFF) in _SQLITE_AWAY
    if isinstance(cause, psycopg.Error):
        return cause.sqlstate is None or cause.sqlstate.startswith(_POSTGRESQL_AWAY)
    return error.connection_invalidated
