"""The SLA clock of a request: its dates, and how it stands at a moment.

Pure functions of the receipt, the policy's terms and `now`. The promise (Policy §7) and the law (GDPR Art. 12(3)) are
counted apart; the earlier binds, unless a valid extension replaced both.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from gdpr.derivation import DateName, Path, Step, by_days, by_months, rolled, with_pause
from gdpr.local_time import end_of_day, local_day, months_after
from gdpr.policy import Desk, Terms
from gdpr.working_days import first_working_day_on_or_after, last_working_day_on_or_before


@dataclass(frozen=True, slots=True)
class Deadlines:
    """All dates of a request and how they were reached (D1–D10)."""

    received_at: datetime
    received_day: date
    promise_on: date
    legal_on: date
    legal_se_on: date
    extended_on: date
    extension_alarm_on: date
    operational_on: date
    due_on: date
    derivation: tuple[Step, ...]

    @property
    def due_at(self) -> datetime:
        """The instant before which the answer must be handed over: 24:00 of the due day (D7)."""
        return end_of_day(self.due_on)

    @property
    def legal_at(self) -> datetime:
        """The instant at which the legal time ends (D7)."""
        return end_of_day(self.legal_on)

    @property
    def notice_due(self) -> date:
        """The last day to tell of an extension or a refusal (GDPR Art. 12(3)–(4); D10, D11)."""
        return self.legal_on

    def steps_to(self, name: DateName) -> tuple[Step, ...]:
        """The steps that lead to one of the dates."""
        return tuple(step for step in self.derivation if step.towards is name)


def deadlines(received_at: datetime, terms: Terms, *, paused_days: int = 0, extended: bool = False) -> Deadlines:
    """Every date of a request received at this instant (D1–D10, D12).

    `paused_days` comes from `gdpr.pause`, `extended` from `gdpr.extension`: this function trusts both.
    """
    day = local_day(received_at)
    promise = promise_path(day, terms, paused_days)
    legal = legal_path(day, terms, paused_days)
    legal_se = legal_path(day, terms, paused_days, eves=True)
    extension = extension_path(day, terms, paused_days)
    law = legal_se if terms.eves_extend_the_month else legal
    due = _extended(extension) if extended else _earlier(promise, law)
    alarm = extension_alarm_on(day, terms, paused_days)
    operational = _operational(min(due.end, alarm) if extended else due.end)
    received = Step(DateName.RECEIVED, "D2", "day_of_receipt", day, day)
    return Deadlines(
        received_at=received_at,
        received_day=day,
        promise_on=promise[-1].end,
        legal_on=legal[-1].end,
        legal_se_on=legal_se[-1].end,
        extended_on=extension[-1].end,
        extension_alarm_on=alarm,
        operational_on=operational.end,
        due_on=due.end,
        derivation=(received, *promise, *legal, *legal_se, *extension, due, operational),
    )


def promise_path(day: date, terms: Terms, paused_days: int = 0) -> Path:
    """From the day of receipt to the promised day, "vanligtvis inom 30 dagar" (Policy §7; D8)."""
    return with_pause(by_days(DateName.PROMISE, day, terms.promise_days), paused_days)


def legal_path(day: date, terms: Terms, paused_days: int = 0, *, eves: bool = False) -> Path:
    """From the day of receipt to the end of the legal month; with `eves`, in the Swedish reading (GDPR Art. 12(3); D3, D4, D6)."""
    name = DateName.LEGAL_SE if eves else DateName.LEGAL
    return rolled(with_pause(by_months(name, day, terms.legal_months), paused_days), eves=eves)


def extension_path(day: date, terms: Terms, paused_days: int = 0) -> Path:
    """From the day of receipt to the end of the extended time, counted in one stretch (GDPR Art. 12(3); D10)."""
    months = terms.legal_months + terms.extension_months
    return rolled(with_pause(by_months(DateName.EXTENDED, day, months), paused_days), eves=terms.eves_extend_the_month)


def extension_alarm_on(day: date, terms: Terms, paused_days: int = 0) -> date:
    """The extended day in the stricter, chained reading, month by month; alarms heed it (D10)."""
    chained = months_after(months_after(day, terms.legal_months), terms.extension_months)
    return first_working_day_on_or_after(chained + timedelta(days=paused_days), eves=False)


def _earlier(promise: Path, law: Path) -> Step:
    """The earlier of the promise and the law: neither is always first (Policy §7; GDPR Art. 12(3); D8)."""
    promised, legal = promise[-1].end, law[-1].end
    reason = "same_day" if promised == legal else "promise_first" if promised < legal else "law_first"
    return Step(DateName.DUE, "D8", reason, max(promised, legal), min(promised, legal))


def _extended(extension: Path) -> Step:
    return Step(DateName.DUE, "D10", "extended", extension[-1].end, extension[-1].end)


def _operational(due_on: date) -> Step:
    """The day to aim at: the last day on or before the due day on which somebody works (D8)."""
    return Step(DateName.OPERATIONAL, "D8", "last_working_day", due_on, last_working_day_on_or_before(due_on))


class Standing(StrEnum):
    """How the clock of a request stands at a moment."""

    ON_TRACK = "on_track"
    DUE_SOON = "due_soon"
    OVERDUE = "overdue"
    PAUSED = "paused"
    CLOSED = "closed"


def days_left(due_on: date, now: datetime) -> int:
    """Calendar days until the due day: 0 on the day itself, negative when overdue."""
    return (due_on - local_day(now)).days


def standing(due_on: date, now: datetime, desk: Desk, *, closed: bool = False, paused: bool = False) -> Standing:
    """How a request stands: a pause never hides that the unpaused due day has passed (R6, D13)."""
    if closed:
        return Standing.CLOSED
    if now >= end_of_day(due_on):
        return Standing.OVERDUE
    if paused:
        return Standing.PAUSED
    return Standing.DUE_SOON if local_day(now) >= amber_on(due_on, desk) else Standing.ON_TRACK


def amber_on(due_on: date, desk: Desk) -> date:
    """The day from which a request is due soon (R6)."""
    return last_working_day_on_or_before(due_on) - timedelta(days=desk.amber_days)


def red_on(due_on: date, desk: Desk) -> date:
    """The day from which somebody should drop other work for it (R6)."""
    return last_working_day_on_or_before(due_on) - timedelta(days=desk.red_days)
