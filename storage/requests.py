"""Requests under the GDPR: a row each, and the events that it sums up."""

from collections.abc import Sequence
from dataclasses import asdict, fields
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from gdpr.events import Event, EventKind
from gdpr.identity import Subject
from gdpr.records import OPEN_STATUSES, NewRequest, RequestStatus
from gdpr.request_records import RequestCache, RequestRow
from gdpr.request_store import RequestGoneError, RequestMovedError
from storage.request_subjects import subject_of
from storage.request_tables import request_events
from storage.tables import messages, requests

_FIELDS = tuple(field.name for field in fields(NewRequest))
_OPEN = insert(requests)
_HAPPENED = insert(request_events)
_EVENTS = select(request_events).where(request_events.c.request_id == bindparam("request")).order_by(request_events.c.number)
_PLACE = (requests.c.id, requests.c.queue, requests.c.message_id, requests.c.contact_id, messages.c.sender_address, messages.c.language)
_ROW = select(*_PLACE).join(messages, requests.c.message_id == messages.c.id).where(requests.c.id == bindparam("request"))
_STILL_OPEN = requests.c.status.in_(sorted(OPEN_STATUSES))


class SqlRequests:
    """The requests of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def open(self, request: NewRequest, message_id: int, contact_id: int) -> int:
        """Open a request; returns its id."""
        given = {name: getattr(request, name) for name in _FIELDS}
        place = {"message_id": message_id, "contact_id": contact_id, "status": RequestStatus.RECEIVED, "opened_at": request.received_at}
        key = self._connection.execute(_OPEN, given | place).inserted_primary_key
        return int(key[0]) if key else 0

    def begin(self, request_id: int, received: Event) -> None:
        """Write the first event of a request that was just opened."""
        self._connection.execute(_HAPPENED, _written(request_id, 1, received))

    def row(self, request_id: int) -> RequestRow:
        """Where a request belongs. Raises RequestGoneError."""
        found = self._connection.execute(_ROW, {"request": request_id}).one_or_none()
        if found is None:
            raise RequestGoneError(f"There is no request {request_id}.")
        return RequestRow(*found)

    def events(self, request_id: int) -> tuple[Event, ...]:
        """All that happened to it, in order. Raises RequestGoneError."""
        found = events_of(self._connection, request_id)
        if not found:
            raise RequestGoneError(f"There is no request {request_id}.")
        return found

    def subject(self, request_id: int) -> Subject:
        """What of its person decides how sure we must be. Raises RequestGoneError."""
        return subject_of(self._connection, self.row(request_id))

    def append(self, request_id: int, seen: int, events: Sequence[Event], cache: RequestCache) -> None:
        """Add events to the `seen` that were there, and replace the row's cache. Raises RequestMovedError if there are more by now."""
        mine = (requests.c.id == request_id, requests.c.version == seen)
        if not self._connection.execute(update(requests).where(*mine).values(asdict(cache))).rowcount:
            raise RequestMovedError(f"Somebody changed request {request_id} meanwhile: open it again to see how it stands.")
        if events:
            self._connection.execute(_HAPPENED, [_written(request_id, seen + place, event) for place, event in enumerate(events, 1)])

    def needing_attention(self, now: datetime, limit: int) -> tuple[int, ...]:
        """The open requests whose next moment has come, the longest waiting first."""
        come = select(requests.c.id).where(requests.c.attention_at <= now, _STILL_OPEN)
        return tuple(self._connection.execute(come.order_by(requests.c.attention_at, requests.c.id).limit(limit)).scalars())

    def open_ids(self) -> tuple[int, ...]:
        """Every open request."""
        return tuple(self._connection.execute(select(requests.c.id).where(_STILL_OPEN).order_by(requests.c.id)).scalars())


def events_of(connection: Connection, request_id: int) -> tuple[Event, ...]:
    """What happened to a request, in order."""
    rows = connection.execute(_EVENTS, {"request": request_id})
    return tuple(event_in(row) for row in rows)


def event_in(row: Any) -> Event:
    """The event in a row."""
    return Event(EventKind(row.kind), row.at, row.actor, row.reason, row.details)


def _written(request_id: int, number: int, event: Event) -> dict[str, Any]:
    kept = {name: getattr(event, name) for name in ("kind", "at", "actor", "reason")}
    return kept | {"request_id": request_id, "number": number, "details": dict(event.details)}
