"""How anything happens to a request: past its gate, added to its events, summed up in its row, and on record, all at once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from gdpr.events import Event, EventKind
from gdpr.gates import SYSTEM, Case, Demand, Doer, may, missing
from gdpr.id_casework import delete_for_request
from gdpr.life import after, live
from gdpr.measures import Measure
from gdpr.policy import Policy
from gdpr.request_moments import attention_at
from gdpr.request_records import RequestCache, RequestRow
from gdpr.requests import ROUTE
from gdpr.store import Transaction


class RequestGateError(Exception):
    """Nothing was done: `missing` names what is to be done first, or that the role or the ground does not allow it."""

    def __init__(self, sentence: str, *missing: str) -> None:
        super().__init__(sentence)
        self.missing = missing
        self.sentences: tuple[str, ...] = (sentence,)

    @classmethod
    def unmet(cls, demands: Sequence[Demand]) -> "RequestGateError":
        """What is missing, each with its own sentence."""
        error = cls(" ".join(demand.sentence for demand in demands), *(demand.name for demand in demands))
        error.sentences = tuple(demand.sentence for demand in demands)
        return error


@dataclass(frozen=True, slots=True)
class Held:
    """A request in hand: its place, and how it stands."""

    row: RequestRow
    case: Case


def hold(tx: Transaction, request_id: int, policy: Policy, now: datetime, intended: Measure | None = None) -> Held:
    """Take a request in hand, as its events tell it. Raises RequestGoneError."""
    row, life = tx.requests.row(request_id), live(tx.requests.events(request_id), policy.terms)
    held, processor = tx.id_images.held_for(request_id), tx.queues.end_users.is_processed_for_another(row.message_id)
    return Held(row, Case(request_id, row.queue, life, tx.requests.subject(request_id), held, policy, now, intended, processor))


def happen(tx: Transaction, held: Held, kind: EventKind, doer: Doer, reason: str = "", /, **details: str | int) -> Held:
    """Let one thing happen, if its gate does (GDPR Art. 5(2), 24).

    Raises RequestGateError, and RequestMovedError when somebody was quicker.
    """
    check(held.case, kind, doer)
    case = held.case
    event = Event(kind, case.now, doer.name, reason, {"policy": case.policy.version} | details)
    life = after(case.life, event)
    then = replace(case, life=life, queue=ROUTE[life.kind].queue)
    tx.requests.append(case.id, case.life.version, (event,), cache_of(then))
    why: dict[str, str | int] = {"reason": reason} if reason else {}
    tx.audit.write(f"request:{kind}", f"request/{case.id}", doer.name, case.now, **why)
    return replace(held, case=then)


def check(case: Case, kind: EventKind, doer: Doer) -> None:
    """Stop what this person may not do, or what something is missing for. Raises RequestGateError."""
    if not may(case, kind, doer):
        raise RequestGateError("Somebody else must do this: your role does not include it, or you proposed it yourself.", "role")
    unmet = missing(case, kind)
    if unmet:
        raise RequestGateError.unmet(unmet)


def cache_of(case: Case) -> RequestCache:
    """What the events come to at this moment."""
    life, clock = case.life, case.clock
    return RequestCache(
        version=life.version,
        kind=life.kind,
        queue=case.queue,
        certain=life.certain,
        status=life.status,
        promise_on=clock.dates.promise_on,
        legal_on=clock.dates.legal_on,
        due_on=clock.dates.due_on,
        paused=clock.paused,
        attention_at=attention_at(case),
        closed_at=life.closed_at,
    )


def close_if_ready(tx: Transaction, held: Held) -> Held:
    """Close a request whose outcome was told and of which no image is left; its images go now at the latest (Policy §7; D15, I3)."""
    if held.case.life.outcome is None or not held.case.life.is_open:
        return held
    if held.case.images_held:
        delete_for_request(tx, held.case.id, held.case.now)
        held = replace(held, case=replace(held.case, images_held=tx.id_images.held_for(held.case.id)))
    return held if missing(held.case, EventKind.CLOSED) else happen(tx, held, EventKind.CLOSED, SYSTEM)
