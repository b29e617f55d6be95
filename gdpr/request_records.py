"""What is remembered of a request beside its events: the row that pages and clocks look it up by."""

from dataclasses import dataclass
from datetime import date, datetime

from gdpr.records import RequestStatus


@dataclass(frozen=True, slots=True)
class RequestRow:
    """Where a request belongs: whose it is, the mail it came in, and to whom and in which language letters go."""

    id: int
    queue: str
    message_id: int
    contact_id: int
    address: str
    language: str


@dataclass(frozen=True, slots=True)
class RequestCache:
    """What the events come to, kept beside them so that a board needs no fold; `version` is how many events it is made of."""

    version: int
    kind: str
    queue: str
    certain: bool
    status: RequestStatus
    promise_on: date
    legal_on: date
    due_on: date
    paused: bool
    attention_at: datetime | None
    closed_at: datetime | None
