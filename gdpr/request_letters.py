"""The letters that the life of a request owes: to whom, in which language, with which facts."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from gdpr.acknowledging import letter_language
from gdpr.gates import Case
from gdpr.letter_kinds import LETTER, LetterKind, Sending, outcome_letter
from gdpr.measures import Measure
from gdpr.records import LetterState, NewLetter, RequestStatus
from gdpr.refusal_grounds import GROUNDS
from gdpr.request_records import RequestRow
from gdpr.requests import RequestKind
from gdpr.store import Transaction

_GROUND = {ground.key: ground for ground in GROUNDS}


def owe(tx: Transaction, row: RequestRow, case: Case, kind: LetterKind, due_at: datetime, occasion: str = "", **facts: Any) -> int:
    """Owe the person a letter about their request; it goes to the address that they wrote from, never to a Reply-To (D15)."""
    letter = NewLetter(
        template=kind,
        language=letter_language(row.language),
        message_id=row.message_id,
        contact_id=row.contact_id,
        recipient=row.address,
        state=LetterState.PENDING if LETTER[kind].sending is Sending.SEND else LetterState.DRAFT,
        due_at=due_at,
        request_id=row.id,
        facts=common(case) | facts,
        occasion=occasion,
    )
    return tx.outbox.add(letter, case.now)


def common(case: Case) -> dict[str, Any]:
    """What every letter about a request may tell: its kind and its dates."""
    dates = case.clock.dates
    return {
        "requests": [str(case.life.kind)],
        "received_on": dates.received_day.isoformat(),
        "promise_on": dates.promise_on.isoformat(),
        "legal_on": dates.legal_on.isoformat(),
        "extended_on": dates.extended_on.isoformat(),
        "due_on": dates.due_on.isoformat(),
    }


def letter_of_outcome(case: Case) -> tuple[LetterKind, Mapping[str, Any]]:
    """The letter that tells what became of the request, with what it must say of it (GDPR Art. 12(1), 12(4); D11, D15, E6)."""
    outcome = case.life.outcome
    if outcome is None:
        raise ValueError("nothing has become of this request yet")
    ground = _GROUND.get(outcome.ground)
    grounded = {"reason": ground.key, "law": f"{ground.law} {ground.section}"} if ground else {}
    done = [{"system": receipt.system, "before": receipt.before, "after": receipt.after} for receipt in case.life.receipts]
    kept = [ground.key] if ground and outcome.measure is Measure.PART else []
    backups = case.policy.retention.backup_days
    return _template(case.life.kind, outcome.status, outcome.measure), grounded | {"done": done, "kept": kept, "backup_days": backups}


def _template(kind: RequestKind, status: RequestStatus, measure: Measure | None) -> LetterKind:
    if status is RequestStatus.CLOSED_UNVERIFIED:
        return LetterKind.CLOSED_UNVERIFIED
    by_measure = {
        Measure.REFUSE: LetterKind.REFUSAL,
        Measure.PART: LetterKind.PARTIAL_REFUSAL,
        Measure.NOTHING_HELD: LetterKind.NOTHING_HELD,
    }
    return by_measure[measure] if measure in by_measure else outcome_letter(kind)
