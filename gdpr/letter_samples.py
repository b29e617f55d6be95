"""Made-up facts for each kind of letter, for a preview: no person's, and complete, so that a lawyer sees every part."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from gdpr.letter_kinds import LetterKind
from gdpr.letters import AboutRequest, facts_of_requests
from gdpr.requests import RequestKind

_ASK = {
    "doubt": "address_not_on_file",
    "item": "confirm_on_file",
    "alternatives": ["log_in", "control_questions", "id_image"],
    "asked_on": "2026-11-25",
}
_RECIPIENTS = [{"name": "Exempel Betal AB", "on": "2026-12-03"}, {"name": "Exempel Utskick AB", "on": "2026-12-04"}]
_DONE = [
    {"what": "profile", "count": 1, "on": "2026-12-03"},
    {"what": "support", "count": 14, "on": "2026-12-03"},
]
_DONE_ON = {"done_on": "2026-12-03"}
_KEPT = ["bookkeeping"]
_PICKUP = {"pickup_until": "2026-12-17", "pickup_url": "https://ombud.example/pickup/EXAMPLE"}
_ACCESS = {
    "purposes": [{"what": "agreements", "basis": "GDPR 6.1 b"}, {"what": "invoices", "basis": "GDPR 6.1 c"}],
    "categories": ["name", "email", "phone", "support", "invoices", "logs"],
    "recipients": _RECIPIENTS,
    "retention": [{"what": "support", "period": "24 mån / months"}, {"what": "invoices", "period": "7 år / years"}],
    "source": ["you", "usage"],
    "automated_decisions": "none",
    "transfers": "none",
}
_ANSWER = {"answer": "Här står svaret. / The answer stands here."}

# What a kind tells beside its requests and what every letter may tell.
_FACTS: Mapping[LetterKind, Mapping[str, Any]] = {
    LetterKind.IDENTITY_ASK: _ASK,
    LetterKind.IDENTITY_REMINDER: _ASK,
    LetterKind.EXTENSION: {"reason": "many_systems", "extended_on": "2027-02-24"},
    LetterKind.REFUSAL: {"reason": "legal_claims", "law": "GDPR Art. 17(3)(e)"},
    LetterKind.PARTIAL_REFUSAL: {
        "reason": "bookkeeping",
        "law": "Bokföringslagen (1999:1078) 7 kap. 2 §",
        "done": _DONE,
        "kept": _KEPT,
        "recipients": _RECIPIENTS,
    },
    LetterKind.FEE: {"reason": "further_copies", "amount": "150 kr"},
    LetterKind.OUTCOME_ACCESS: _ACCESS | _PICKUP,
    LetterKind.OUTCOME_PORTABILITY: _PICKUP,
    LetterKind.OUTCOME_ERASURE: {"done": _DONE, "kept": _KEPT, "recipients": _RECIPIENTS},
    LetterKind.OUTCOME_RECTIFICATION: {**_DONE_ON, "done": [{"what": "address"}], "recipients": ["none"]},
    LetterKind.OUTCOME_RESTRICTION: {**_DONE_ON, "recipients": ["none"]},
    LetterKind.OUTCOME_OBJECTION: {**_DONE_ON, "done": [{"what": "support"}]},
    LetterKind.OUTCOME_WITHDRAW_CONSENT: _DONE_ON,
    LetterKind.OUTCOME_MARKETING_OPTOUT: _DONE_ON,
    LetterKind.OUTCOME_COMPLAINT: _ANSWER,
    LetterKind.OUTCOME_POLICY_QUESTION: _ANSWER,
    LetterKind.NOTHING_HELD: {"searched": ["email", "phone", "name"]},
    LetterKind.CLOSED_UNVERIFIED: {"reason": "not_identified", "law": "GDPR Art. 12(2)"},
    LetterKind.DPA: {"agreement_version": "2026-11"},
    LetterKind.CONTACT_CHANGE_CONFIRMATION: {"change": "email"},
    LetterKind.UNASKED_IMAGE: {"deleted_on": "2026-11-25"},
    LetterKind.ESCALATION: {"standing": "due_soon", "link": "https://ombud.example/requests/17"},
    LetterKind.DIGEST: {
        "figures": [{"what": "open", "count": 12}, {"what": "unaccounted", "count": 0}],
        "link": "https://ombud.example/requests",
    },
}
_NOT_ABOUT_A_REQUEST = frozenset({LetterKind.FORWARD, LetterKind.UNASKED_IMAGE, LetterKind.DIGEST})
_TWO_RIGHTS = frozenset({LetterKind.ACKNOWLEDGEMENT})


def sample_facts(kind: LetterKind) -> Mapping[str, Any]:
    """Complete facts for one kind; the dates are those of a mail received on 24 November 2026."""
    return {**facts_of_requests(_requests(kind), 12), **_FACTS.get(kind, {})}


def _requests(kind: LetterKind) -> list[AboutRequest]:
    if kind in _NOT_ABOUT_A_REQUEST:
        return []
    asked = [_asked_for(kind)]
    if kind in _TWO_RIGHTS:
        asked.append(RequestKind.MARKETING_OPTOUT)
    dates = (date(2026, 11, 24), date(2026, 12, 24), date(2026, 12, 24), date(2026, 12, 24))
    return [AboutRequest(17 + place, right, *dates) for place, right in enumerate(asked)]


def _asked_for(kind: LetterKind) -> RequestKind:
    right = kind.removeprefix("outcome_")
    if right in set(RequestKind):
        return RequestKind(right)
    return RequestKind.DPO_QUESTION if kind is LetterKind.DPO_ACKNOWLEDGEMENT else RequestKind.ACCESS
