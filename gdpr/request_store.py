"""What the life of a request needs of a memory; `storage` implements it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from gdpr.events import Event
from gdpr.identity import Subject
from gdpr.records import NewRequest
from gdpr.request_records import RequestCache, RequestRow


class RequestGoneError(Exception):
    """There is no such request: it was erased, or never existed."""


class RequestMovedError(Exception):
    """Somebody was quicker: open the request again to see how it stands now."""


class Requests(Protocol):
    """Requests under the GDPR: a row each, and what happened to them, which is only ever added to."""

    def open(self, request: NewRequest, message_id: int, contact_id: int) -> int:
        """Open a request; returns its id."""

    def begin(self, request_id: int, received: Event) -> None:
        """Write the first event of a request that was just opened."""

    def row(self, request_id: int) -> RequestRow:
        """Where a request belongs. Raises RequestGoneError."""

    def events(self, request_id: int) -> tuple[Event, ...]:
        """All that happened to it, in order. Raises RequestGoneError."""

    def subject(self, request_id: int) -> Subject:
        """What of its person decides how sure we must be. Raises RequestGoneError."""

    def append(self, request_id: int, seen: int, events: Sequence[Event], cache: RequestCache) -> None:
        """Add events to the `seen` that were there, and replace the row's cache. Raises RequestMovedError if there are more by now."""

    def needing_attention(self, now: datetime, limit: int) -> tuple[int, ...]:
        """The open requests whose next moment has come, the longest waiting first."""

    def open_ids(self) -> tuple[int, ...]:
        """Every open request."""
