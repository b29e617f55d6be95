"""The gate through which a request gets two further months."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from gdpr.local_time import end_of_day


class Ground(StrEnum):
    """What may make an extension necessary: effort, many people asking, holidays and short staff may not (EDPB 01/2022 §162–164)."""

    COMPLEXITY = "complexity"
    NUMBER_OF_REQUESTS = "number_of_requests"  # by the same person


@dataclass(frozen=True, slots=True)
class Notice:
    """What the person was told of an extension: when it was handed over, on which ground, and the reason in words."""

    told_at: datetime
    ground: Ground | None
    reason: str


class NoticeFault(StrEnum):
    """Why a notice extends nothing."""

    EXTENDED_BEFORE = "extended_before"
    NO_REASON = "no_reason"
    TOLD_TOO_LATE = "told_too_late"


def notice_fault(notice: Notice, notice_due: date, *, extended_before: bool = False) -> NoticeFault | None:
    """Why this notice extends nothing, None if it does: reasoned, in time and only once (GDPR Art. 12(3); D10)."""
    if extended_before:
        return NoticeFault.EXTENDED_BEFORE
    if notice.ground is None or not notice.reason.strip():
        return NoticeFault.NO_REASON
    return NoticeFault.TOLD_TOO_LATE if notice.told_at >= end_of_day(notice_due) else None
