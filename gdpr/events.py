"""What happens to a request, one event after the other; all else about it follows from them.

An event holds ids, dates, counts and keys of closed tables, never personal data: the journal of a request may be kept as evidence when
the mails and the export are long gone (GDPR Art. 5(2); E8).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from gdpr.policy import Terms

Details = Mapping[str, str | int]


class EventKind(StrEnum):
    """What can happen to a request."""

    RECEIVED = "received"  # kind, certain, and the terms it was received under
    KIND_DECIDED = "kind_decided"  # kind; "" where it is no request
    ASKED = "asked"  # to show who they are; counts once its letter is out
    REMINDED = "reminded"  # days after the ask
    ANSWERED = "answered"
    VERIFIED = "verified"  # method
    PROPOSED = "proposed"  # measure, ground; waits for a second person
    APPROVED = "approved"
    SENT_BACK = "sent_back"
    EXTENDED = "extended"  # ground; counts once its notice is out in time
    RECEIPT = "receipt"  # what was deleted in one system
    FULFILLED = "fulfilled"  # measure
    REFUSED = "refused"  # ground
    UNVERIFIED = "unverified"  # nobody showed who they are
    LETTER_SENT = "letter_sent"  # template
    LETTER_BOUNCED = "letter_bounced"  # template
    TOLD_AGAIN = "told_again"  # the letter that tells the outcome is owed once more
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"
    REOPENED = "reopened"
    ESCALATED = "escalated"  # step, and the due day it warned of
    RECOMPUTED = "recomputed"  # the due day before and after


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened: what, when, by whom ("system", "user/3"), why as a key, and more as keys, dates and counts."""

    kind: EventKind
    at: datetime
    actor: str
    reason: str = ""
    details: Details = field(default_factory=dict)

    def text(self, name: str) -> str:
        """A detail as text, "" where it is missing."""
        return str(self.details.get(name, ""))

    def number(self, name: str) -> int:
        """A detail as a number, 0 where it is missing."""
        return int(self.details.get(name, 0))


# The numbers of the policy that a request is received under and keeps, whatever the policy says later (H0).
_NUMBERS = ("promise_days", "legal_months", "extension_months", "identity_ask_days", "breach_hours")


def received(kind: str, certain: bool, at: datetime, terms: Terms) -> Event:
    """The first event of every request, with the terms that it keeps (Policy opening; GDPR Art. 12(3); H0)."""
    numbers: dict[str, str | int] = {name: getattr(terms, name) for name in _NUMBERS}
    details = numbers | {"kind": kind, "certain": int(certain), "eves": int(terms.eves_extend_the_month)}
    return Event(EventKind.RECEIVED, at, "system", details=details)


def terms_of(event: Event, otherwise: Terms) -> Terms:
    """The terms that a request was received under; `otherwise` where they were not kept (H0)."""
    if "promise_days" not in event.details:
        return otherwise
    numbers = {name: event.number(name) for name in _NUMBERS}
    return Terms(eves_extend_the_month=bool(event.number("eves")), **numbers)
