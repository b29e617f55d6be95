"""What people do with a request, and what its letters do to it: load, decide, save, record; each inside one transaction.

No door goes round this: each use case passes `gdpr.gates`, and what a gate does not let through raises RequestGateError.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from gdpr.events import EventKind
from gdpr.extension import Ground
from gdpr.gates import SYSTEM, Case, Doer
from gdpr.letter_kinds import LETTER, LetterKind, Reader
from gdpr.life import LETTER_BOUNCED
from gdpr.measures import DONE, Measure, called, needs_second_person
from gdpr.policy import Policy
from gdpr.refusal_grounds import refusal_ground
from gdpr.request_acts import Held, RequestGateError, check, close_if_ready, happen, hold
from gdpr.request_letters import letter_of_outcome, owe
from gdpr.requests import RequestKind
from gdpr.store import Transaction

# Why an extension may be necessary, by its ground: effort, holidays and short staff are no reasons (EDPB 01/2022 §162–164).
EXTENSION_REASONS: dict[Ground, tuple[str, ...]] = {
    Ground.COMPLEXITY: ("many_systems", "others_in_the_data", "much_old_data", "legal_question"),
    Ground.NUMBER_OF_REQUESTS: ("several_requests",),
}
WITHDRAWALS = ("by_the_person", "settled_otherwise")
REOPENINGS = ("answer_incomplete", "answer_wrong", "closed_by_mistake")
NO_REQUEST = "no_request"
# Where data may lie, in the words of letters.
SYSTEMS = ("profile", "mails", "support", "findings", "usage", "logs", "invoices", "agreements", "marketing", "account")


@dataclass(frozen=True, slots=True)
class Done:
    """How a request was fulfilled, on which ground a part was kept, and whether the data had been passed on to nobody (GDPR Art. 19)."""

    measure: Measure = Measure.FULFIL
    ground: str = ""
    shared_with_nobody: bool = False


class DeliveredLetter(Protocol):
    """A letter of the outbox as far as the life of its request needs it."""

    @property
    def template(self) -> str:
        """Its kind."""

    @property
    def request_id(self) -> int | None:
        """The request that it is about."""


def decide_kind(tx: Transaction, request_id: int, kind: RequestKind | None, policy: Policy, doer: Doer, now: datetime) -> Held:
    """Say what a mail asks for where Ombud was not sure, or that it asks for nothing (R4)."""
    held = hold(tx, request_id, policy, now)
    if kind is None:
        return close_if_ready(tx, happen(tx, held, EventKind.KIND_DECIDED, doer, NO_REQUEST, kind=""))
    return happen(tx, held, EventKind.KIND_DECIDED, doer, kind=str(kind))


def propose(tx: Transaction, request_id: int, measure: Measure, ground: str, policy: Policy, doer: Doer, now: datetime) -> Held:
    """Ask a second person to approve what is to be done: a copy handed over, an erasure, a part kept (Policy §7; R6)."""
    held = hold(tx, request_id, policy, now, measure)
    if measure not in DONE or not needs_second_person(measure, held.case.life.kind, policy):
        raise RequestGateError("This needs no second person: do it at once.", "measure")
    _check_ground(held.case, measure, ground)
    return happen(tx, held, EventKind.PROPOSED, doer, ground, measure=str(measure))


def refuse(tx: Transaction, request_id: int, ground: str, policy: Policy, doer: Doer, now: datetime) -> Held:
    """Refuse a request on a ground of the closed table; a second person looks first where the policy says so (GDPR Art. 12(4); D11, E4)."""
    held = hold(tx, request_id, policy, now, Measure.REFUSE)
    _check_ground(held.case, Measure.REFUSE, ground)
    if needs_second_person(Measure.REFUSE, held.case.life.kind, policy):
        return happen(tx, held, EventKind.PROPOSED, doer, ground, measure=str(Measure.REFUSE))
    return _refuse(tx, held, ground, doer)


def extend(tx: Transaction, request_id: int, reason: str, policy: Policy, doer: Doer, now: datetime) -> Held:
    """Take two more months for a named reason; they count once the notice is handed over in time (GDPR Art. 12(3); D10)."""
    held = hold(tx, request_id, policy, now, Measure.EXTEND)
    if _ground_of(reason) is None:
        raise RequestGateError("This is no reason for an extension: name one of the closed table.", "reason")
    if needs_second_person(Measure.EXTEND, held.case.life.kind, policy):
        check(held.case, EventKind.EXTENDED, doer)
        return happen(tx, held, EventKind.PROPOSED, doer, reason, measure=str(Measure.EXTEND))
    return _extend(tx, held, reason, doer)


def approve(tx: Transaction, request_id: int, policy: Policy, doer: Doer, now: datetime) -> Held:
    """Agree, as the second person, to what was proposed; a refusal or an extension is carried out with it (GDPR Art. 38(6); R6)."""
    held = happen(tx, hold(tx, request_id, policy, now), EventKind.APPROVED, doer)
    proposal = held.case.life.proposal
    if proposal is not None and proposal.measure is Measure.REFUSE:
        return _refuse(tx, held, proposal.ground, doer)
    if proposal is not None and proposal.measure is Measure.EXTEND:
        return _extend(tx, held, proposal.ground, doer)
    return held


def send_back(tx: Transaction, request_id: int, policy: Policy, doer: Doer, now: datetime) -> Held:
    """Disagree, as the second person: it is decided anew (R6)."""
    return happen(tx, hold(tx, request_id, policy, now), EventKind.SENT_BACK, doer)


def record_receipt(tx: Transaction, request_id: int, receipt: tuple[str, int, int], policy: Policy, doer: Doer, now: datetime) -> Held:
    """Keep how much one system held of the person before and after the erasure (GDPR Art. 17; D15, E6)."""
    system, before, left = receipt
    if system not in SYSTEMS or not 0 <= left <= before:
        raise RequestGateError("A receipt names one of the systems, and counts no more after the deletion than before.", "receipt")
    return happen(tx, hold(tx, request_id, policy, now), EventKind.RECEIPT, doer, system=system, before=before, after=left)


def fulfil(tx: Transaction, request_id: int, done: Done, policy: Policy, doer: Doer, now: datetime) -> Held:
    """Say that it is done, in whole or in part, or that nothing is held; the person is owed the letter that tells so (D15)."""
    held = hold(tx, request_id, policy, now, done.measure)
    if done.measure not in DONE:
        raise RequestGateError("This is no way to fulfil a request.", "measure")
    _check_ground(held.case, done.measure, done.ground)
    details: dict[str, str | int] = {"measure": str(done.measure), "shared_with_nobody": int(done.shared_with_nobody)}
    details |= _waived(held.case, done.measure)
    return _tell_outcome(tx, happen(tx, held, EventKind.FULFILLED, doer, done.ground, **details))


def close(tx: Transaction, request_id: int, policy: Policy, doer: Doer, now: datetime) -> Held:
    """Close a request by hand; the gate is the same as for the program (D15)."""
    return happen(tx, hold(tx, request_id, policy, now), EventKind.CLOSED, doer)


def withdraw(tx: Transaction, request_id: int, reason: str, policy: Policy, doer: Doer, now: datetime) -> Held:
    """Close a request that the person took back (GDPR Art. 12(2))."""
    if reason not in WITHDRAWALS:
        raise RequestGateError("Say whether the person took it back or it was settled otherwise.", "reason")
    return close_if_ready(tx, happen(tx, hold(tx, request_id, policy, now), EventKind.WITHDRAWN, doer, reason))


def reopen(tx: Transaction, request_id: int, reason: str, policy: Policy, doer: Doer, now: datetime) -> Held:
    """Open a closed request again; its clock is the one it always had (D1)."""
    if reason not in REOPENINGS:
        raise RequestGateError("Say why it is opened again.", "reason")
    return happen(tx, hold(tx, request_id, policy, now), EventKind.REOPENED, doer, reason)


def tell_again(tx: Transaction, request_id: int, policy: Policy, doer: Doer, now: datetime) -> Held:
    """Owe the letter that tells the outcome once more, where it was not received or was not sent (D15)."""
    held = hold(tx, request_id, policy, now)
    check(held.case, EventKind.TOLD_AGAIN, doer)
    return _tell_outcome(tx, happen(tx, held, EventKind.TOLD_AGAIN, doer))


def letter_sent(tx: Transaction, letter: DeliveredLetter, policy: Policy, now: datetime) -> None:
    """A letter was handed over: what it tells counts from now on, and the request may be closed by it (D10, D12, D15)."""
    if letter.request_id is None or LETTER[letter.template].reader is Reader.STAFF:
        return
    held = happen(tx, hold(tx, letter.request_id, policy, now), EventKind.LETTER_SENT, SYSTEM, template=str(letter.template))
    close_if_ready(tx, held)


def letter_bounced(tx: Transaction, letter: DeliveredLetter, policy: Policy, now: datetime) -> None:
    """A letter was not received: what it told counts no more, and a request that it closed is open again (D10, D12, D15)."""
    if letter.request_id is None or LETTER[letter.template].reader is Reader.STAFF:
        return
    held = hold(tx, letter.request_id, policy, now)
    held = happen(tx, held, EventKind.LETTER_BOUNCED, SYSTEM, template=str(letter.template))
    outcome = held.case.life.outcome
    if not held.case.life.is_open and outcome is not None and outcome.told_at is None:
        happen(tx, held, EventKind.REOPENED, SYSTEM, LETTER_BOUNCED)


def _refuse(tx: Transaction, held: Held, ground: str, doer: Doer) -> Held:
    held = happen(tx, held, EventKind.REFUSED, doer, ground, **_waived(held.case, Measure.REFUSE))
    return _tell_outcome(tx, held)


def _extend(tx: Transaction, held: Held, reason: str, doer: Doer) -> Held:
    ground = _ground_of(reason) or ""
    held = happen(tx, held, EventKind.EXTENDED, doer, ground, explanation=reason)
    occasion, extended_on = str(held.case.life.version), held.case.clock.dates.extended_on.isoformat()
    owe(tx, held.row, held.case, LetterKind.EXTENSION, held.case.clock.dates.legal_at, occasion, reason=reason, extended_on=extended_on)
    return held


def _tell_outcome(tx: Transaction, held: Held) -> Held:
    template, facts = letter_of_outcome(held.case)
    owe(tx, held.row, held.case, template, held.case.clock.dates.due_at, str(held.case.life.version), **facts)
    return close_if_ready(tx, held)


def _ground_of(reason: str) -> Ground | None:
    return next((ground for ground, reasons in EXTENSION_REASONS.items() if reason in reasons), None)


def _check_ground(case: Case, measure: Measure, ground: str) -> None:
    """A refusal, in whole or part, has a ground; anything else has none (GDPR Art. 12(4); D11, E4)."""
    if measure not in (Measure.REFUSE, Measure.PART):
        known = not ground
    else:
        known = refusal_ground(ground, case.life.kind, part=measure is Measure.PART) is not None
    if not known:
        raise RequestGateError("Name a ground of the closed table, with law and section, that can refuse this kind of request.", "ground")


def _waived(case: Case, measure: Measure) -> dict[str, str | int]:
    """On record where one person did alone what a second could have approved (Policy §7; R6)."""
    alone = bool(called(measure, case.life.kind)) and not needs_second_person(measure, case.life.kind, case.policy)
    return {"alone": 1} if alone else {}
