"""The question who asks, its answer, and the proof: use cases like those of `gdpr.request_casework` (law.md I1–I8, D12, D13)."""

from datetime import datetime

from gdpr.events import EventKind
from gdpr.gates import Doer
from gdpr.identity import Item, Method, Representation, items_for, may_ask, not_shown
from gdpr.letter_kinds import LetterKind
from gdpr.local_time import end_of_day, local_day
from gdpr.policy import Policy
from gdpr.request_acts import Held, RequestGateError, happen, hold
from gdpr.request_letters import owe
from gdpr.store import Transaction
from gdpr.working_days import working_days_after

AS_THE_POLICY_SAYS = "policy"
"""What a letter gives as the reason where there is no doubt and the policy asks all the same; it stops no clock (D12)."""


def ask_identity(tx: Transaction, request_id: int, doubt: str, item: Item, policy: Policy, doer: Doer, now: datetime) -> Held:
    """Ask the person to show who they are: the doubt, the least that settles it, and the other ways (GDPR Art. 12(6); I1, I2, D12)."""
    held = hold(tx, request_id, policy, now)
    subject, kind = held.case.subject, held.case.life.kind
    if not may_ask(policy.identity.mode, kind, subject, doubt):
        raise RequestGateError("Ask only on a doubt that can be named, and only where this kind of request needs it.", "doubt")
    items = items_for(subject)
    if item not in items and item is not Item.POWER_OF_ATTORNEY:
        raise RequestGateError("This must not be asked of this person.", "item")
    others = [str(other) for other in items if other is not item] or [str(item)]
    held = happen(tx, held, EventKind.ASKED, doer, doubt, item=str(item), alternatives=",".join(others))
    due_on = working_days_after(local_day(now), policy.desk.decide_identity_working_days)
    facts = {"doubt": doubt or AS_THE_POLICY_SAYS, "item": str(item), "alternatives": others}
    owe(tx, held.row, held.case, LetterKind.IDENTITY_ASK, end_of_day(due_on), str(held.case.life.version), **facts)
    return held


def identity_answered(tx: Transaction, request_id: int, policy: Policy, doer: Doer, now: datetime) -> Held:
    """The answer came: the clock goes on from this day, before anybody has looked at it (GDPR Art. 12(6); D12)."""
    return happen(tx, hold(tx, request_id, policy, now), EventKind.ANSWERED, doer)


def verify_identity(tx: Transaction, request_id: int, proof: Method | Representation, policy: Policy, doer: Doer, now: datetime) -> Held:
    """Say that the person showed who they are, and how; for a representative also that they may ask (GDPR Art. 12(6); I5, I8)."""
    held = hold(tx, request_id, policy, now)
    if isinstance(proof, Method):
        return happen(tx, held, EventKind.VERIFIED, doer, method=str(proof))
    lacking = not_shown(proof.capacity, proof.shown)
    if lacking:
        raise RequestGateError("The representative has not shown all that the law wants.", *lacking)
    return happen(tx, held, EventKind.VERIFIED, doer, method=str(proof.method), capacity=str(proof.capacity))
