"""Who did what: append-only, each entry bound to the one before it, so that a change shows (B3)."""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Engine, Row, bindparam, insert, select

from storage.dialects import serialise
from storage.prepared import Prepared
from storage.tables import audit

PURGED = "audit:purged"
_START = "0" * 64
_LAST = Prepared(select(audit.c.id, audit.c.hash).order_by(audit.c.id.desc()).limit(1))
_APPEND = Prepared(insert(audit), tuple(audit.c.keys()))
_canonical = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode
_AFTER = select(audit).where(audit.c.id > bindparam("seen")).order_by(audit.c.id).limit(1000)


class SqlAudit:
    """Appends to the trail; writers follow one another, so the chain never forks."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._last: tuple[int, str] | None = None

    def write(self, action: str, subject: str, actor: str, at: datetime, **details: int | str) -> None:
        """Append `action` ("mail:filed") on `subject` ("mail/12") by `actor` ("system", "user/3")."""
        number, previous = self._last or self._head()
        entry = {"id": number + 1, "at": at, "actor": actor, "action": action, "subject": subject, "details": details}
        digest = entry_hash(previous, entry)
        _APPEND.change(self._connection, **entry, previous=previous, hash=digest)
        self._last = (number + 1, digest)

    def _head(self) -> tuple[int, str]:
        serialise(self._connection, "audit")
        return _last(self._connection)


def entry_hash(previous: str, entry: Mapping[str, Any]) -> str:
    """SHA-256 over the hash before and the entry as canonical JSON."""
    content = dict(entry) | {"at": entry["at"].astimezone(UTC).isoformat(timespec="microseconds")}
    return hashlib.sha256(f"{previous}\n{_canonical(content)}".encode()).hexdigest()


def verify(engine: Engine) -> int | None:
    """The number of the first entry that was changed, removed or slipped in; None where the chain holds.

    Entries whose time was up are gone from its beginning: a later entry says so, with the hash of the last that went.
    """
    with engine.connect() as connection:
        number, previous = start = _beginning(connection)
        vouched = start == (0, _START)
        while rows := connection.execute(_AFTER, {"seen": number}).all():
            for row in rows:
                number += 1
                if not _follows(row, number, previous):
                    return number
                previous = row.hash
                vouched = vouched or (row.action == PURGED and (row.details["through"], row.details["hash"]) == start)
    return None if vouched else start[0]


def head(engine: Engine) -> tuple[int, str]:
    """The number and hash of the last entry: noted elsewhere, they show whether the end was cut off."""
    with engine.connect() as connection:
        return _last(connection)


def _beginning(connection: Connection) -> tuple[int, str]:
    """The entry before the first one that is kept: the one of the trail's own beginning, or the last that was purged."""
    first = connection.execute(select(audit.c.id, audit.c.previous).order_by(audit.c.id).limit(1)).one_or_none()
    return (first.id - 1, first.previous) if first else (0, _START)


def _last(connection: Connection) -> tuple[int, str]:
    for number, digest in _LAST.rows(connection):
        return number, digest
    return 0, _START


def _follows(row: Row[Any], number: int, previous: str) -> bool:
    entry = {name: getattr(row, name) for name in ("id", "at", "actor", "action", "subject", "details")}
    return bool(row.id == number and row.previous == previous and row.hash == entry_hash(previous, entry))
