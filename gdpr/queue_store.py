"""What the queues beside the requests need of a memory; `storage` implements it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from gdpr.dpa import DpaState, DpaStep, DpaTemplate
from gdpr.incident import IncidentNote, IncidentState


@dataclass(frozen=True, slots=True)
class NewIncident:
    """A reported breach with its clock; a mail without one came by telephone or was seen by ourselves."""

    message_id: int | None
    aware_at: datetime
    report_by: datetime
    reason: str
    part: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class NewAuthorityLetter:
    """A letter from the authority, or from somebody who says so."""

    message_id: int
    authenticated: bool
    answer_by: date | None


@dataclass(frozen=True, slots=True)
class NewEndUser:
    """Somebody whose data stands on a site that we host for a customer, and the day by which the customer must have the mail."""

    message_id: int
    site: str
    part: str
    start: int
    end: int
    forward_by: date


class Incidents(Protocol):
    """Personal-data breaches that were reported."""

    def open(self, incident: NewIncident, actor: str, at: datetime) -> int:
        """Start the clock of a breach; returns its id."""

    def note(self, incident_id: int, note: IncidentNote, reason: str, actor: str, at: datetime) -> IncidentState:
        """Write into the log of a breach, which a decision moves. Raises IncidentError."""


class AuthorityLetters(Protocol):
    """Letters from the supervisory authority."""

    def keep(self, letter: NewAuthorityLetter) -> int:
        """Put a letter into the authority's queue; returns its id."""


class EndUsers(Protocol):
    """Mails of people whose data we hold for a customer only."""

    def keep(self, end_user: NewEndUser) -> int:
        """Remember that the customer must get this mail; returns its id."""

    def is_processed_for_another(self, message_id: int) -> bool:
        """Whether we are only the processor of the person who wrote this mail: nothing is then confirmed or disclosed."""


class Suppressions(Protocol):
    """Addresses that get no more marketing."""

    def add(self, address: str, message_id: int | None, actor: str, at: datetime) -> bool:
        """Suppress an address; False where it was already."""

    def forget_address(self, address: str) -> bool:
        """Keep of an address only its fingerprint, when its owner is erased: the opt-out outlives it; False where it is not listed."""

    def has(self, address: str) -> bool:
        """Whether an address gets no marketing, be its letters kept or not."""


class Agreements(Protocol):
    """Data processing agreements on their way to a signature."""

    def step(self, request_id: int, step: DpaStep, template: DpaTemplate) -> DpaState:
        """Take a step; the first one opens the agreement of this request. Raises DpaError."""


@dataclass(frozen=True, slots=True)
class Queues:
    """The rooms of the queues, inside one transaction."""

    incidents: Incidents
    authority: AuthorityLetters
    end_users: EndUsers
    suppressions: Suppressions
    agreements: Agreements
