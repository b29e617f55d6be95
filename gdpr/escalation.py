"""Who is warned when about a request: one ladder towards the due day, and one of the desk's own steps (R6).

A rung is told once for each due day; a pause or an extension moves the day and starts the ladder anew.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from gdpr.gates import Case
from gdpr.identity import needed
from gdpr.local_time import STOCKHOLM, end_of_day, start_of_day
from gdpr.people import Role
from gdpr.refusal_grounds import COPIED
from gdpr.requests import ROUTE
from gdpr.working_days import last_working_day_on_or_before, working_days_after

OPENS = time(8)
OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class Rung:
    """One warning: its name, when it is due, the day it warns of, and who is told."""

    step: str
    at: datetime
    due: date
    roles: frozenset[Role]

    @property
    def key(self) -> str:
        """What it is remembered by."""
        return f"{self.step}@{self.due.isoformat()}"


# Who is told from so many days before the due day on; the officer's queue is told to the officer alone.
ROLES: tuple[tuple[int, frozenset[Role]], ...] = (
    (1, frozenset({Role.AGENT, Role.MANAGER, Role.DPO})),
    (366, frozenset({Role.AGENT, Role.MANAGER})),
)


def rungs(case: Case) -> tuple[Rung, ...]:
    """Every rung of both ladders, the earliest first (R6; GDPR Art. 12(3))."""
    if not case.life.is_open:
        return ()
    return tuple(sorted((*_towards_the_day(case), *_desk_steps(case)), key=lambda rung: rung.at))


def come(case: Case) -> tuple[Rung, ...]:
    """The rungs whose moment has come and that nobody was told yet (R6)."""
    return tuple(rung for rung in rungs(case) if rung.at <= case.now and rung.key not in case.life.escalated)


def ahead(case: Case) -> tuple[Rung, ...]:
    """The rungs that are still to come (R6)."""
    return tuple(rung for rung in rungs(case) if rung.at > case.now)


def in_working_hours(day: date) -> datetime:
    """When the desk opens on this day, or on the last working day before it (R6)."""
    return opening(last_working_day_on_or_before(day))


def opening(day: date) -> datetime:
    """When the desk opens on this day."""
    return datetime.combine(day, OPENS, STOCKHOLM)


def _towards_the_day(case: Case) -> Iterator[Rung]:
    due_on = case.clock.dates.due_on
    for days in case.policy.desk.warn_days:
        yield Rung(f"days_{days}", in_working_hours(due_on - timedelta(days=days)), due_on, _roles(case, days))
    yield Rung(OVERDUE, end_of_day(due_on), due_on, _roles(case, 0))


def _desk_steps(case: Case) -> Iterator[Rung]:
    """The steps that R6 wants done long before the due day, as long as they are not."""
    desk, life, day = case.policy.desk, case.life, case.clock.dates.received_day
    at_once = ROUTE[life.kind].clock == "at_once"
    steps = (
        ("kind_undecided", not life.certain, working_days_after(day, desk.decide_kind_working_days)),
        ("identity_undecided", _identity_is_open(case), working_days_after(day, desk.decide_identity_working_days)),
        ("not_done_at_once", at_once, working_days_after(day, desk.stop_marketing_working_days)),
        ("data_not_gathered", life.kind in COPIED and life.proposal is None, day + timedelta(days=desk.data_gathered_day)),
        ("second_person_waited_for", _waits_for_second(case), day + timedelta(days=desk.second_person_day)),
        ("extension_undecided", life.extended is None, day + timedelta(days=desk.decide_extension_day)),
    )
    for step, applies, on in steps:
        if applies and life.outcome is None and on < case.clock.dates.due_on:
            yield Rung(step, start_of_day(on + timedelta(days=1)), on, _roles(case, 7))


def _waits_for_second(case: Case) -> bool:
    return case.life.proposal is not None and not case.life.proposal.approved_by


def _identity_is_open(case: Case) -> bool:
    """Whether it is neither asked nor shown who they are, where this must be."""
    return needed(case.life.kind, case.subject) > 0 and not case.life.asks and not case.life.verified


def _roles(case: Case, days: int) -> frozenset[Role]:
    if case.queue == case.policy.officer.queue:
        return frozenset({Role.DPO})
    return next(roles for most, roles in ROLES if days <= most)
