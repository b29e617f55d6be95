"""The letters that the life of a request owes: to whom, in which language, with which facts."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from gdpr.acknowledging import letter_language
from gdpr.clock import days_left
from gdpr.escalation import Rung
from gdpr.gates import Case
from gdpr.letter_kinds import LetterKind, outcome_letter
from gdpr.life import Life
from gdpr.life_clock import standing_of
from gdpr.measures import Measure
from gdpr.records import LetterState, NewLetter, RequestStatus
from gdpr.refusal_grounds import refusal_ground
from gdpr.request_records import RequestRow
from gdpr.requests import RequestKind
from gdpr.store import Transaction

STAFF_LANGUAGE = "sv"


def owe(tx: Transaction, row: RequestRow, case: Case, kind: LetterKind, due_at: datetime, occasion: str = "", **facts: Any) -> int:
    """Owe the person a letter about their request; it goes to the address that they wrote from, never to a Reply-To (D15)."""
    letter = NewLetter(
        template=kind,
        language=letter_language(row.language),
        message_id=row.message_id,
        contact_id=row.contact_id,
        recipient=row.address,
        state=case.policy.letters.first_state(kind),
        due_at=due_at,
        request_id=row.id,
        facts=facts,
        occasion=occasion,
    )
    return tx.outbox.add(letter, case.now)


def letter_of_outcome(case: Case) -> tuple[LetterKind, Mapping[str, Any]]:
    """The letter that tells what became of the request, with what it must say of it (GDPR Art. 12(1), 12(4); D11, D15, E6)."""
    life, outcome = case.life, case.life.outcome
    if outcome is None:
        raise ValueError("nothing has become of this request yet")
    ground = refusal_ground(outcome.ground, life.kind, part=True)
    facts: dict[str, Any] = {"done": _done(life)} | ({"reason": ground.key, "law": f"{ground.law} {ground.section}"} if ground else {})
    if ground and outcome.measure is Measure.PART:
        facts["kept"] = [ground.key]
    if outcome.measure is Measure.NOTHING_HELD:
        facts["searched"] = ["email", "phone", "name"]
    if outcome.shared_with_nobody:
        facts["recipients"] = ["none"]
    return _template(life.kind, outcome.status, outcome.measure), facts


# What is done for a kind of request, in the words of letters.
DONE_FOR: Mapping[RequestKind, str] = {
    RequestKind.RECTIFICATION: "contact_details",
    RequestKind.RESTRICTION: "profile",
    RequestKind.OBJECTION: "profile",
    RequestKind.WITHDRAW_CONSENT: "consent",
    RequestKind.MARKETING_OPTOUT: "marketing",
    RequestKind.ACCESS: "profile",
    RequestKind.PORTABILITY: "profile",
}


def _done(life: Life) -> list[dict[str, Any]]:
    """What was done, by system and with the count of what was deleted where there are receipts (E6)."""
    if life.receipts:
        return [{"what": receipt.system, "count": receipt.before - receipt.after} for receipt in life.receipts]
    return [{"what": DONE_FOR[life.kind]}] if life.kind in DONE_FOR else []


def _template(kind: RequestKind, status: RequestStatus, measure: Measure | None) -> LetterKind:
    if status is RequestStatus.CLOSED_UNVERIFIED:
        return LetterKind.CLOSED_UNVERIFIED
    by_measure = {
        Measure.REFUSE: LetterKind.REFUSAL,
        Measure.PART: LetterKind.PARTIAL_REFUSAL,
        Measure.NOTHING_HELD: LetterKind.NOTHING_HELD,
    }
    return by_measure[measure] if measure in by_measure else outcome_letter(kind)


def warn(tx: Transaction, case: Case, rung: Rung) -> int:
    """Owe the desk a letter about the most urgent warning: a reference, dates and no name (R6)."""
    letter = NewLetter(
        template=LetterKind.ESCALATION,
        language=STAFF_LANGUAGE,
        message_id=None,
        contact_id=None,
        recipient=_watchers_address(case),
        state=LetterState.PENDING,
        due_at=case.now,
        request_id=case.id,
        facts={"standing": str(standing_of(case.life, case.clock, case.now, case.policy.desk)), "days_left": days_left(rung.due, case.now)},
        occasion=rung.key,
    )
    return tx.outbox.add(letter, case.now)


def _watchers_address(case: Case) -> str:
    """Where warnings go; those of the officer's queue to the officer alone (GDPR Art. 38(5))."""
    policy = case.policy
    return policy.officer.address if case.queue == policy.officer.queue else policy.letters.staff_address
