"""What the desk can do with a request in the end, and what of it a second person must see first."""

from enum import StrEnum

from gdpr.policy import Policy
from gdpr.refusal_grounds import COPIED
from gdpr.requests import RequestKind


class Measure(StrEnum):
    """What is done."""

    FULFIL = "fulfil"
    PART = "part"  # done in part; for the rest there is a ground
    NOTHING_HELD = "nothing_held"
    REFUSE = "refuse"
    EXTEND = "extend"


DONE = (Measure.FULFIL, Measure.PART, Measure.NOTHING_HELD)


def called(measure: Measure, kind: RequestKind) -> frozenset[str]:
    """What the policy calls this measure when it says what a second person must approve (Policy §7; R6)."""
    words = set()
    if measure is Measure.EXTEND:
        words.add("extension")
    if measure in (Measure.REFUSE, Measure.PART):
        words.add("refusal")
    if measure in (Measure.FULFIL, Measure.PART):
        words |= {"export"} if kind in COPIED else {"erasure"} if kind is RequestKind.ERASURE else set()
    return frozenset(words)


def needs_second_person(measure: Measure, kind: RequestKind, policy: Policy) -> bool:
    """Whether a second person must approve before this is done (GDPR Art. 5(1)(f), 32; R6)."""
    return not called(measure, kind).isdisjoint(policy.second_person_for)
