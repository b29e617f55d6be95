"""The life of a request, told by its events: a fold that asks nobody and decides nothing.

Each kind of event has one small function in `HAPPENS`, which says what the request is after it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from gdpr.events import Event, EventKind, terms_of
from gdpr.identity import Method
from gdpr.letter_kinds import LetterKind
from gdpr.measures import Measure
from gdpr.policy import Terms
from gdpr.records import RequestStatus
from gdpr.requests import RequestKind

OUTCOME_LETTERS = frozenset(
    {kind for kind in LetterKind if kind.startswith("outcome_")}
    | {LetterKind.REFUSAL, LetterKind.PARTIAL_REFUSAL, LetterKind.NOTHING_HELD, LetterKind.CLOSED_UNVERIFIED, LetterKind.DPA}
)
"""The letters that tell what became of a request: it is closed by none else (D15)."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The question to show who they are; it counts from `told_at` on, when its letter was handed over."""

    doubt: str
    item: str
    alternatives: tuple[str, ...]
    told_at: datetime | None = None
    answered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """What somebody wants to do and a second person must see first."""

    measure: Measure
    ground: str
    by: str
    approved_by: str = ""


@dataclass(frozen=True, slots=True)
class Extended:
    """Two more months, decided; `told_at` is when the notice was handed over, None before and after a bounce."""

    ground: str
    explanation: str
    told_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Receipt:
    """What one system held of the person before and after the deletion."""

    system: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the request; `told_at` is when the person was told, None before and after a bounce."""

    status: RequestStatus
    measure: Measure | None
    ground: str
    shared_with_nobody: bool = False
    told_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Life:
    """All that the events say of a request."""

    kind: RequestKind
    certain: bool
    received_at: datetime
    terms: Terms
    version: int = 1
    touched: bool = False
    asked: Asked | None = None
    asked_before: tuple[Asked, ...] = ()
    reminded: frozenset[int] = frozenset()
    verified: frozenset[Method] = frozenset()
    proposal: Proposal | None = None
    extended: Extended | None = None
    receipts: tuple[Receipt, ...] = ()
    outcome: Outcome | None = None
    closed_at: datetime | None = None
    escalated: frozenset[str] = frozenset()
    bounced: frozenset[str] = frozenset()

    @property
    def is_open(self) -> bool:
        """Whether somebody still owes something to the person who asked."""
        return self.closed_at is None

    @property
    def asks(self) -> tuple[Asked, ...]:
        """Every question about identity, the first one first."""
        return (*self.asked_before, self.asked) if self.asked else ()

    @property
    def waits_for_answer(self) -> bool:
        """Whether a question about identity is out, or about to go out, and nothing came back."""
        return self.asked is not None and self.asked.answered_at is None and self.outcome is None

    @property
    def status(self) -> RequestStatus:
        """Where the request stands in its life."""
        if self.outcome is not None and not self.is_open:
            return self.outcome.status
        if self.waits_for_answer:
            return RequestStatus.IDENTITY_PENDING
        if self.extended is not None and self.extended.told_at is not None:
            return RequestStatus.EXTENDED
        return RequestStatus.IN_PROGRESS if self.touched else RequestStatus.RECEIVED

    def approved(self, measure: Measure) -> bool:
        """Whether a second person agreed to this measure."""
        return self.proposal is not None and self.proposal.measure is measure and bool(self.proposal.approved_by)


def live(events: Iterable[Event], terms: Terms) -> Life:
    """The life that these events tell; `terms` where the first one kept none. There is no life before the first event (GDPR Art. 5(2))."""
    first, *others = events
    life = Life(RequestKind(first.text("kind")), bool(first.number("certain")), first.at, terms_of(first, terms))
    for event in others:
        life = after(life, event)
    return life


def after(life: Life, event: Event) -> Life:
    """The life after one more event."""
    return replace(HAPPENS[event.kind](life, event), version=life.version + 1)


def _received(life: Life, event: Event) -> Life:
    raise ValueError("a request is received once")


def _kind_decided(life: Life, event: Event) -> Life:
    if not event.text("kind"):
        return _withdrawn(life, event)
    return replace(life, kind=RequestKind(event.text("kind")), certain=True, touched=True)


def _asked(life: Life, event: Event) -> Life:
    alternatives = tuple(filter(None, event.text("alternatives").split(",")))
    asked = Asked(event.reason, event.text("item"), alternatives)
    before = (*life.asked_before, life.asked) if life.asked else ()
    return replace(life, asked=asked, asked_before=before, reminded=frozenset(), touched=True)


def _reminded(life: Life, event: Event) -> Life:
    return replace(life, reminded=life.reminded | {event.number("day")})


def _answered(life: Life, event: Event) -> Life:
    return replace(life, asked=replace(life.asked, answered_at=event.at) if life.asked else None, touched=True)


def _verified(life: Life, event: Event) -> Life:
    answered = _answered(life, event) if life.asked and life.asked.answered_at is None else life
    return replace(answered, verified=answered.verified | {Method(event.text("method"))}, touched=True)


def _proposed(life: Life, event: Event) -> Life:
    return replace(life, proposal=Proposal(Measure(event.text("measure")), event.reason, event.actor), touched=True)


def _approved(life: Life, event: Event) -> Life:
    return replace(life, proposal=replace(life.proposal, approved_by=event.actor) if life.proposal else None)


def _sent_back(life: Life, event: Event) -> Life:
    return replace(life, proposal=None)


def _extended(life: Life, event: Event) -> Life:
    return replace(life, extended=Extended(event.reason, event.text("explanation")), touched=True)


def _receipt(life: Life, event: Event) -> Life:
    receipt = Receipt(event.text("system"), event.number("before"), event.number("after"))
    others = tuple(one for one in life.receipts if one.system != receipt.system)
    return replace(life, receipts=(*others, receipt), touched=True)


def _fulfilled(life: Life, event: Event) -> Life:
    outcome = Outcome(RequestStatus.FULFILLED, Measure(event.text("measure")), event.reason, bool(event.number("shared_with_nobody")))
    return replace(life, outcome=outcome, touched=True)


def _refused(life: Life, event: Event) -> Life:
    return replace(life, outcome=Outcome(RequestStatus.REFUSED, Measure.REFUSE, event.reason), touched=True)


def _unverified(life: Life, event: Event) -> Life:
    return replace(life, outcome=Outcome(RequestStatus.CLOSED_UNVERIFIED, None, "not_identified"), touched=True)


def _letter_sent(life: Life, event: Event) -> Life:
    return _told(life, event.text("template"), event.at)


def _letter_bounced(life: Life, event: Event) -> Life:
    template = event.text("template")
    return replace(_told(life, template, None), bounced=life.bounced | {template})


def _told(life: Life, template: str, at: datetime | None) -> Life:
    """The letter is out, or was not received after all: what it tells counts, or counts no more (D10, D12, D15)."""
    life = replace(life, bounced=life.bounced - {template})
    if template == LetterKind.IDENTITY_ASK and life.asked:
        return replace(life, asked=replace(life.asked, told_at=at))
    if template == LetterKind.EXTENSION and life.extended:
        return replace(life, extended=replace(life.extended, told_at=at))
    if template in OUTCOME_LETTERS and life.outcome and life.outcome.status is not RequestStatus.WITHDRAWN:
        return replace(life, outcome=replace(life.outcome, told_at=at))
    return life


def _closed(life: Life, event: Event) -> Life:
    return replace(life, closed_at=event.at)


def _withdrawn(life: Life, event: Event) -> Life:
    """Taken back, or no request at all: there is nothing left to tell."""
    return replace(life, outcome=Outcome(RequestStatus.WITHDRAWN, None, event.reason, told_at=event.at), touched=True)


def _reopened(life: Life, event: Event) -> Life:
    """Open again; a bounced letter is owed anew and what was decided stands, else it is decided anew."""
    kept = life.outcome if event.reason == LETTER_BOUNCED else None
    return replace(life, closed_at=None, outcome=kept, proposal=life.proposal if kept else None, touched=True)


def _escalated(life: Life, event: Event) -> Life:
    return replace(life, escalated=life.escalated | {f"{event.reason}@{event.text('due')}"})


def _unchanged(life: Life, event: Event) -> Life:
    return life


LETTER_BOUNCED = "letter_bounced"

HAPPENS: dict[EventKind, Callable[[Life, Event], Life]] = {
    EventKind.RECEIVED: _received,
    EventKind.KIND_DECIDED: _kind_decided,
    EventKind.ASKED: _asked,
    EventKind.REMINDED: _reminded,
    EventKind.ANSWERED: _answered,
    EventKind.VERIFIED: _verified,
    EventKind.PROPOSED: _proposed,
    EventKind.APPROVED: _approved,
    EventKind.SENT_BACK: _sent_back,
    EventKind.EXTENDED: _extended,
    EventKind.RECEIPT: _receipt,
    EventKind.FULFILLED: _fulfilled,
    EventKind.REFUSED: _refused,
    EventKind.UNVERIFIED: _unverified,
    EventKind.LETTER_SENT: _letter_sent,
    EventKind.LETTER_BOUNCED: _letter_bounced,
    EventKind.CLOSED: _closed,
    EventKind.WITHDRAWN: _withdrawn,
    EventKind.REOPENED: _reopened,
    EventKind.ESCALATED: _escalated,
    EventKind.TOLD_AGAIN: _unchanged,
    EventKind.RECOMPUTED: _unchanged,
}
