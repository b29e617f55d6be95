"""How each date was reached: steps that a page can tell in any language."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from gdpr.local_time import months_after
from gdpr.working_days import EVES, ONE_DAY, day_off


class DateName(StrEnum):
    """The dates of a request; the values are the keys of `ombud deadlines`."""

    RECEIVED = "received_day"
    PROMISE = "promise_on"
    LEGAL = "legal_on"
    LEGAL_SE = "legal_se_on"
    EXTENDED = "extended_on"
    OPERATIONAL = "operational_on"
    DUE = "due_on"


@dataclass(frozen=True, slots=True)
class Step:
    """One move from a day to a day: towards which date, by which rule, why, and how many days or months."""

    towards: DateName
    rule: str
    reason: str
    start: date
    end: date
    count: int = 0


Path = tuple[Step, ...]


def by_days(name: DateName, start: date, days: int) -> Path:
    """So many calendar days on; no roll, for it is a promise (Policy §7; D8)."""
    return (Step(name, "D8", "calendar_days", start, start + timedelta(days=days), days),)


def by_months(name: DateName, start: date, months: int) -> Path:
    """So many months on, to the same date or to the last day of a shorter month (D3)."""
    end = months_after(start, months)
    return (Step(name, "D3", "months" if end.day == start.day else "months_last_day", start, end, months),)


def with_pause(path: Path, days: int) -> Path:
    """The path, longer by the days that the clock stood still (D12)."""
    if not days:
        return path
    start = path[-1].end
    return (*path, Step(path[-1].towards, "D12", "paused", start, start + timedelta(days=days), days))


def rolled(path: Path, *, eves: bool) -> Path:
    """The path, longer by each day off that its end falls on (Reg. 1182/71 Art. 3(4); D4, D6)."""
    end = path[-1].end
    while reason := day_off(end, eves=eves):
        path = (*path, Step(path[-1].towards, "D6" if reason in EVES else "D4", reason, end, end + ONE_DAY))
        end += ONE_DAY
    return path
