"""The facts that are remembered about a mail, a person and a request; their words are the store's words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from detectors.finding import Finding
from gdpr.message import MailId, Message


class Outcome(StrEnum):
    """How a mail ended: exactly one of four, so that none is lost."""

    FILED = "filed"
    SCREENED = "screened"
    DUPLICATE = "duplicate"
    QUARANTINED = "quarantined"


class FactStatus(StrEnum):
    """How far a fact on a profile is believed.

    `waiting` came in an unauthenticated mail and needs a person's yes; `filed` came from the
    authenticated sender; `confirmed` and `rejected` are an agent's word; `imported` the operator's.
    """

    IMPORTED = "imported"
    CONFIRMED = "confirmed"
    FILED = "filed"
    WAITING = "waiting"
    REJECTED = "rejected"


class RequestStatus(StrEnum):
    """Where a request stands in its life."""

    RECEIVED = "received"
    IDENTITY_PENDING = "identity_pending"
    IN_PROGRESS = "in_progress"
    EXTENDED = "extended"
    FULFILLED = "fulfilled"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    CLOSED_UNVERIFIED = "closed_unverified"


OPEN_STATUSES = frozenset({RequestStatus.RECEIVED, RequestStatus.IDENTITY_PENDING, RequestStatus.IN_PROGRESS, RequestStatus.EXTENDED})


@dataclass(frozen=True, slots=True)
class Authentication:
    """Whether our own mail server vouches for the sender's domain, and the reason as a short key."""

    passed: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A contact who may be the sender, and why; never acted on by the program (I7, I9)."""

    contact_id: int
    reason: str
    score: float


@dataclass(frozen=True, slots=True)
class Match:
    """Whose profile a mail is filed on: a contact on file, or a provisional profile with suggestions."""

    contact_id: int | None
    suggestions: tuple[Suggestion, ...] = ()

    @property
    def is_known(self) -> bool:
        """Whether the sender is a contact on file."""
        return self.contact_id is not None


@dataclass(frozen=True, slots=True)
class NewMessage:
    """What is kept of a mail: never more than the sender's own words, with national numbers masked."""

    message: Message
    received_at: datetime
    digest: str
    size: int
    outcome: Outcome
    screening: str
    authentication: Authentication
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NewRequest:
    """A request with its clock, as it is opened (law.md D1–D8)."""

    kind: str
    queue: str
    certain: bool
    score: float
    reason: str
    part: str
    start: int
    end: int
    received_at: datetime
    received_day: date
    promise_on: date
    legal_on: date
    due_on: date
    attention_at: datetime
    policy_version: str


class LetterState(StrEnum):
    """How far a letter has come: a draft waits for a click, a failed one for a person; bounced and discarded ones told nobody anything."""

    DRAFT = "draft"
    PENDING = "pending"
    SENT = "sent"
    FAILED = "failed"
    BOUNCED = "bounced"
    DISCARDED = "discarded"


@dataclass(frozen=True, slots=True)
class NewLetter:
    """A letter that the outbox owes; its text is made when it is sent, so nothing of the sender is kept in it.

    `facts` holds ids, dates, counts and keys of closed tables, never personal data. `occasion` tells letters of one kind about one
    request apart ("7", "14"): a letter with the same template, request or mail, and occasion is owed once.
    """

    template: str
    language: str
    message_id: int | None
    contact_id: int | None
    recipient: str
    state: str
    due_at: datetime
    request_id: int | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)
    occasion: str = ""

    @property
    def cause(self) -> str:
        """What the letter is owed for; there is one letter a cause."""
        about = f"request/{self.request_id}" if self.request_id else f"mail/{self.message_id}" if self.message_id else ""
        return ":".join(filter(None, (self.template, about, self.occasion)))


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """The one line that says how the mail with this name ended."""

    mail: MailId
    outcome: Outcome
    received_at: datetime
    recorded_at: datetime
    message_id: int | None = None


@dataclass(frozen=True, slots=True)
class Shelved:
    """A mail that broke a step: kept whole and sealed, with where and why, and no personal data in either."""

    mail: MailId
    content: bytes
    received_at: datetime
    step: str
    reason: str


@dataclass(frozen=True, slots=True)
class FiledFinding:
    """A finding and how far it is believed on the sender's profile; None: found, but not the sender's own."""

    finding: Finding
    status: FactStatus | None
