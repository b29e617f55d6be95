"""Which event is allowed when, by whom, and what it demands: the one table that every door goes through.

A demand is a condition with a sentence that says what is missing. Where something is missing, nothing happens.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from gdpr.events import EventKind
from gdpr.identity import Subject, may_disclose, needed, sufficient
from gdpr.life import Life
from gdpr.life_clock import LifeClock, clock_of
from gdpr.measures import DONE, Measure, needs_second_person
from gdpr.people import Role
from gdpr.policy import Policy
from gdpr.refusal_grounds import COPIED
from gdpr.requests import RequestKind


@dataclass(frozen=True, slots=True)
class Doer:
    """Who does something: the name that the record knows them by, and their roles; the program itself has none."""

    name: str
    roles: frozenset[Role] = frozenset()


SYSTEM = Doer("system")


@dataclass(frozen=True, slots=True)
class Case:
    """A request as the gates see it: its life, the person, what is still held, and the moment."""

    id: int
    queue: str
    life: Life
    subject: Subject
    images_held: int
    policy: Policy
    now: datetime
    intended: Measure | None = None
    processor: bool = False

    @property
    def measure(self) -> Measure:
        """What is about to be done: what is intended, else what was proposed, else all that was asked for."""
        proposed = self.life.proposal.measure if self.life.proposal else None
        return self.intended or (proposed if proposed in DONE else None) or Measure.FULFIL

    @property
    def clock(self) -> LifeClock:
        """Its dates, and whether the clock stands still."""
        return clock_of(self.life)


@dataclass(frozen=True, slots=True)
class Demand:
    """One condition, and the sentence that says what is missing."""

    name: str
    sentence: str
    is_met: Callable[[Case], bool]


def _is_identified(case: Case) -> bool:
    """That we hold nothing may be told to anybody, unless their identity is protected: there is nothing to hand over (I1; S2)."""
    nothing = case.measure is Measure.NOTHING_HELD and not case.subject.protected
    return nothing or sufficient(case.life.verified, case.life.kind, case.subject)


def _deleted(case: Case) -> bool:
    """Told only when it is done: a receipt of each system, and nothing left unless it is kept on a ground (D15, E6)."""
    if case.life.kind is not RequestKind.ERASURE or case.measure is Measure.NOTHING_HELD:
        return True
    receipts = case.life.receipts
    return bool(receipts) and (case.measure is Measure.PART or all(receipt.after == 0 for receipt in receipts))


def _second_person_agreed(case: Case) -> bool:
    return not needs_second_person(case.measure, case.life.kind, case.policy) or case.life.approved(case.measure)


def _may_be_told(case: Case) -> bool:
    copies = case.life.kind in COPIED and case.measure is not Measure.NOTHING_HELD
    return not copies or may_disclose(case.subject, case.now, case.policy.identity.changed_address_days)


def _outcome_told(case: Case) -> bool:
    return case.life.outcome is not None and case.life.outcome.told_at is not None


def _all_reminders_out(case: Case) -> bool:
    return set(case.policy.identity.remind_days) <= case.life.reminded


OPEN = Demand("open", "The request is closed.", lambda case: case.life.is_open)
CLOSED = Demand("closed", "The request is still open.", lambda case: not case.life.is_open)
CERTAIN = Demand("certain", "Decide first what kind of request it is.", lambda case: case.life.certain)
UNDECIDED = Demand("undecided", "It is decided already what becomes of it.", lambda case: case.life.outcome is None)
NOT_ASKED = Demand("not_asked", "The question about identity is out already.", lambda case: not case.life.waits_for_answer)
ASKED = Demand("asked", "No question about identity is waiting for an answer.", lambda case: case.life.waits_for_answer)
NEEDS_IDENTITY = Demand(
    "needs_identity", "A request of this kind needs no check of identity.", lambda case: needed(case.life.kind, case.subject) > 0
)
IDENTIFIED = Demand("identified", "It is not sure enough who asks.", _is_identified)
IN_TIME = Demand("in_time", "The time in which an extension can be told is over.", lambda case: case.now < case.clock.dates.legal_at)
NOT_EXTENDED = Demand("not_extended", "The time has been extended before.", lambda case: case.life.extended is None)
NO_PROPOSAL = Demand("no_proposal", "A second person has still to look at what was proposed.", lambda case: not _waits(case))
PROPOSED = Demand("proposed", "Nothing waits for a second person.", lambda case: _waits(case))
APPROVED = Demand("approved", "A second person must approve first.", _second_person_agreed)
CONTROLLER = Demand(
    "controller",
    "The customer of the hosted site answers this: pass the mail on, or say that it is for us.",
    lambda case: not case.processor,
)
ERASURE = Demand("erasure", "Only an erasure has receipts.", lambda case: case.life.kind is RequestKind.ERASURE)
DELETED = Demand("deleted", "No receipt says that the data is gone.", _deleted)
ON_FILE = Demand("on_file", "The address is not on file, or was changed within the last days: disclose nothing there yet.", _may_be_told)
REMINDED = Demand("reminded", "The person must be reminded first.", _all_reminders_out)
OUTCOME = Demand("outcome", "Decide first what becomes of it.", lambda case: case.life.outcome is not None)
TOLD = Demand("told", "The letter that tells the outcome has not been delivered.", _outcome_told)
NOT_TOLD = Demand("not_told", "The letter that tells the outcome has been delivered.", lambda case: not _outcome_told(case))
NO_IMAGE = Demand("no_image", "A picture of an ID document is still held.", lambda case: case.images_held == 0)


def _waits(case: Case) -> bool:
    proposal = case.life.proposal
    return proposal is not None and not proposal.approved_by and case.life.outcome is None


AGENT, MANAGER, DPO = Role.AGENT, Role.MANAGER, Role.DPO
HANDLERS = frozenset({AGENT, DPO})
DECIDERS = frozenset({AGENT, MANAGER, DPO})
SECOND = frozenset({MANAGER, DPO})
NOBODY: frozenset[Role] = frozenset()


@dataclass(frozen=True, slots=True)
class Gate:
    """What holds for one kind of event: whose roles allow it, whether the program may do it, and all that it demands."""

    event: EventKind
    roles: frozenset[Role]
    demands: tuple[Demand, ...] = ()
    by_system: bool = False


GATES: tuple[Gate, ...] = (
    Gate(EventKind.KIND_DECIDED, HANDLERS, (OPEN, UNDECIDED)),
    Gate(EventKind.ASKED, HANDLERS, (OPEN, CERTAIN, UNDECIDED, NEEDS_IDENTITY, NOT_ASKED, CONTROLLER), by_system=True),
    Gate(EventKind.REMINDED, NOBODY, (OPEN, ASKED), by_system=True),
    Gate(EventKind.ANSWERED, HANDLERS, (OPEN, ASKED), by_system=True),
    Gate(EventKind.VERIFIED, HANDLERS, (OPEN, CERTAIN, UNDECIDED)),
    Gate(EventKind.PROPOSED, DECIDERS, (OPEN, CERTAIN, UNDECIDED, NO_PROPOSAL)),
    Gate(EventKind.APPROVED, SECOND, (OPEN, PROPOSED)),
    Gate(EventKind.SENT_BACK, SECOND, (OPEN, PROPOSED)),
    Gate(EventKind.EXTENDED, DECIDERS, (OPEN, CERTAIN, UNDECIDED, IN_TIME, NOT_EXTENDED)),
    Gate(EventKind.RECEIPT, HANDLERS, (OPEN, ERASURE, UNDECIDED, IDENTIFIED, APPROVED, CONTROLLER), by_system=True),
    Gate(EventKind.FULFILLED, HANDLERS, (OPEN, CERTAIN, UNDECIDED, IDENTIFIED, APPROVED, DELETED, ON_FILE, CONTROLLER)),
    Gate(EventKind.REFUSED, DECIDERS, (OPEN, CERTAIN, UNDECIDED)),
    Gate(EventKind.UNVERIFIED, HANDLERS, (OPEN, UNDECIDED, ASKED, REMINDED), by_system=True),
    Gate(EventKind.LETTER_SENT, NOBODY, by_system=True),
    Gate(EventKind.LETTER_BOUNCED, NOBODY, by_system=True),
    Gate(EventKind.TOLD_AGAIN, HANDLERS, (OPEN, OUTCOME, NOT_TOLD)),
    Gate(EventKind.CLOSED, HANDLERS, (OPEN, OUTCOME, TOLD, NO_IMAGE), by_system=True),
    Gate(EventKind.WITHDRAWN, HANDLERS, (OPEN, UNDECIDED)),
    Gate(EventKind.REOPENED, DECIDERS, (CLOSED,), by_system=True),
    Gate(EventKind.ESCALATED, NOBODY, (OPEN,), by_system=True),
    Gate(EventKind.RECOMPUTED, NOBODY, (OPEN,), by_system=True),
)

GATE: dict[EventKind, Gate] = {gate.event: gate for gate in GATES}


def missing(case: Case, event: EventKind) -> tuple[Demand, ...]:
    """Every demand of this event that is not met yet (GDPR Art. 12(3)–(6); D10, D11, D13, D15)."""
    return tuple(demand for demand in GATE[event].demands if not demand.is_met(case))


def may(case: Case, event: EventKind, doer: Doer) -> bool:
    """Whether this person's roles, or the program, allow the event here; the officer's queue is the officer's alone (GDPR Art. 38(5))."""
    gate = GATE[event]
    if doer == SYSTEM:
        return gate.by_system
    roles = doer.roles & {DPO} if case.queue == case.policy.officer.queue else doer.roles
    return not gate.roles.isdisjoint(roles) and not _is_own_proposal(case, event, doer)


def _is_own_proposal(case: Case, event: EventKind, doer: Doer) -> bool:
    """Nobody is the second person to themselves, the data protection officer least of all (GDPR Art. 38(6); R6)."""
    proposal = case.life.proposal
    return event is EventKind.APPROVED and proposal is not None and proposal.by == doer.name
