"""The kinds of request, and what each means for the desk: right, queue, identity level, clock."""

from dataclasses import dataclass
from enum import StrEnum


class RequestKind(StrEnum):
    """What one person may ask of the controller."""

    ACCESS = "access"
    PORTABILITY = "portability"
    ERASURE = "erasure"
    RECTIFICATION = "rectification"
    RESTRICTION = "restriction"
    OBJECTION = "objection"
    WITHDRAW_CONSENT = "withdraw_consent"
    MARKETING_OPTOUT = "marketing_optout"
    DPA = "dpa"
    DPO_QUESTION = "dpo_question"
    COMPLAINT = "complaint"
    POLICY_QUESTION = "policy_question"


@dataclass(frozen=True, slots=True)
class Route:
    """Where a request goes: the article it rests on, the queue, the identity level (I5), and which clock runs.

    `identity`: 0 no check, 1 mail from the address on file, 2 more than that. `clock`: "month" (Art. 12(3)),
    "at_once" (done within a working day, the month as the limit), "internal" (a promise of ours, no law).
    """

    kind: RequestKind
    right: str
    queue: str
    identity: int
    clock: str


# Weightiest first: between requests that are equally sure and stand side by side, the earlier row is acted on first.
ROUTES: tuple[Route, ...] = (
    Route(RequestKind.ERASURE, "GDPR Art. 17", "privacy", 1, "month"),
    Route(RequestKind.ACCESS, "GDPR Art. 15", "privacy", 2, "month"),
    Route(RequestKind.PORTABILITY, "GDPR Art. 20", "privacy", 2, "month"),
    Route(RequestKind.RECTIFICATION, "GDPR Art. 16", "privacy", 2, "month"),
    Route(RequestKind.RESTRICTION, "GDPR Art. 18", "privacy", 1, "month"),
    Route(RequestKind.OBJECTION, "GDPR Art. 21(1)", "privacy", 0, "month"),
    Route(RequestKind.WITHDRAW_CONSENT, "GDPR Art. 7(3)", "privacy", 0, "at_once"),
    Route(RequestKind.MARKETING_OPTOUT, "GDPR Art. 21(2)", "privacy", 0, "at_once"),
    Route(RequestKind.COMPLAINT, "GDPR Art. 77", "dpo", 0, "month"),
    Route(RequestKind.DPA, "GDPR Art. 28", "dpa", 0, "internal"),
    Route(RequestKind.DPO_QUESTION, "GDPR Art. 38(4)", "dpo", 0, "month"),
    Route(RequestKind.POLICY_QUESTION, "GDPR Art. 13", "privacy", 0, "internal"),
)

ROUTE: dict[RequestKind, Route] = {route.kind: route for route in ROUTES}
