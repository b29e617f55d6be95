"""When a question about identity stops the clock, and for how long."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from gdpr.policy import Terms


@dataclass(frozen=True, slots=True)
class Ask:
    """The first question to a person whom we cannot identify, or whose request we must ask them to narrow.

    `doubt` is the recorded reason, `least_item` the least that would settle it, `alternatives` the other ways offered.
    A reminder is no new ask.
    """

    asked_on: date
    doubt: str
    least_item: str
    alternatives: tuple[str, ...]
    answered_on: date | None = None


class AskFault(StrEnum):
    """Why an ask does not stop the clock."""

    NO_DOUBT = "no_doubt"
    ASKED_BEFORE_RECEIPT = "asked_before_receipt"
    ASKED_TOO_LATE = "asked_too_late"
    NO_LEAST_ITEM = "no_least_item"
    NO_ALTERNATIVES = "no_alternatives"
    ANSWERED_BEFORE_ASKED = "answered_before_asked"


# In order: the first fault that applies is told.
FAULTS: tuple[tuple[AskFault, Callable[[Ask, date, Terms], bool]], ...] = (
    (AskFault.NO_DOUBT, lambda ask, received_day, terms: not ask.doubt),
    (AskFault.ASKED_BEFORE_RECEIPT, lambda ask, received_day, terms: ask.asked_on < received_day),
    (AskFault.ASKED_TOO_LATE, lambda ask, received_day, terms: ask.asked_on > received_day + timedelta(days=terms.identity_ask_days)),
    (AskFault.NO_LEAST_ITEM, lambda ask, received_day, terms: not ask.least_item),
    (AskFault.NO_ALTERNATIVES, lambda ask, received_day, terms: not ask.alternatives),
    (AskFault.ANSWERED_BEFORE_ASKED, lambda ask, received_day, terms: ask.answered_on is not None and ask.answered_on < ask.asked_on),
)


def ask_fault(ask: Ask, received_day: date, terms: Terms) -> AskFault | None:
    """Why this ask does not stop the clock, None if it does (GDPR Art. 12(6); D12)."""
    return next((fault for fault, applies in FAULTS if applies(ask, received_day, terms)), None)


def paused_days(ask: Ask, received_day: date, terms: Terms) -> int:
    """How many days the clock stood still: none while the answer is awaited, for it may never come (D12, D13)."""
    if ask.answered_on is None or ask_fault(ask, received_day, terms):
        return 0
    return (ask.answered_on - ask.asked_on).days


def is_paused(ask: Ask, received_day: date, terms: Terms) -> bool:
    """Whether the clock stands still now, an answer being awaited (D12)."""
    return ask.answered_on is None and ask_fault(ask, received_day, terms) is None
