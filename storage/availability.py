"""Tells a database that is away or busy from one that refuses what it is given."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from sqlalchemy.exc import DBAPIError, TimeoutError

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
        raise StoreUnavailable("All connections to the database are in use: try again later.") from error
    except (DBAPIError, sqlite3.Error, psycopg.Error) as error:
        if not _is_away(error.orig if isinstance(error, DBAPIError) else error):
            raise
        raise StoreUnavailable("The database cannot be reached or is busy: see that it runs and that its disk has room.") from error


def _is_away(error: BaseException | None) -> bool:
    if isinstance(error, sqlite3.OperationalError):
        return (error.sqlite_errorcode & 0xFF) in _SQLITE_AWAY
    if isinstance(error, psycopg.OperationalError | psycopg.InterfaceError):
        return error.sqlstate is None or error.sqlstate.startswith(_POSTGRESQL_AWAY)
    return False
