"""The triggers that keep the audit trail append-only, and the one way round them: entries whose time is up."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection

from storage.engine import is_sqlite

_VERBS = ("UPDATE", "DELETE")


@contextmanager
def letting_entries_go(connection: Connection) -> Iterator[None]:
    """Entries can be deleted in this block; the transaction that does it is alone with the trail."""
    for statement in _lifting(connection):
        connection.exec_driver_sql(statement)
    yield
    for statement in _setting(connection):
        connection.exec_driver_sql(statement)


def _lifting(connection: Connection) -> tuple[str, ...]:
    if is_sqlite(connection):
        return tuple(f"DROP TRIGGER audit_no_{verb.lower()}" for verb in _VERBS)
    return ("LOCK TABLE audit IN ACCESS EXCLUSIVE MODE", "ALTER TABLE audit DISABLE TRIGGER audit_append_only")


def _setting(connection: Connection) -> tuple[str, ...]:
    if is_sqlite(connection):
        refuse = "BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END"
        return tuple(f"CREATE TRIGGER audit_no_{verb.lower()} BEFORE {verb} ON audit {refuse}" for verb in _VERBS)
    return ("ALTER TABLE audit ENABLE TRIGGER audit_append_only",)
