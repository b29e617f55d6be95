"""When an open request must be looked at next, and what is to be done then without a person."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from gdpr.escalation import ahead, in_working_hours, opening
from gdpr.events import Event
from gdpr.gates import Case
from gdpr.identity import Subject
from gdpr.life import live
from gdpr.local_time import local_day, start_of_day
from gdpr.policy import Policy
from gdpr.requests import ROUTE
from gdpr.working_days import ONE_DAY

SOON = timedelta(minutes=5)


def reminders(case: Case) -> tuple[tuple[int, datetime], ...]:
    """The reminders of an unanswered question that are not out yet, each with its moment (D13)."""
    asked = case.life.asked
    if asked is None or asked.told_at is None or not case.life.waits_for_answer:
        return ()
    day = local_day(asked.told_at)
    return tuple((days, opening(day + timedelta(days=days))) for days in case.policy.identity.remind_days if days not in case.life.reminded)


def unverified_at(case: Case) -> datetime | None:
    """When a request whose question stays unanswered is to be closed: in time for the letter, before the unpaused legal day (D13)."""
    if not case.life.waits_for_answer or case.life.asked is None or case.life.asked.told_at is None:
        return None
    return in_working_hours(case.clock.unpaused.legal_on - timedelta(days=case.policy.desk.red_days))


def attention_at(case: Case) -> datetime | None:
    """The next moment after now that matters to this request; every day where no other is left, None once it is closed (R6)."""
    if not case.life.is_open:
        return None
    return min(_moments(case), default=start_of_day(local_day(case.now) + ONE_DAY))


def first_attention_at(received: Event, policy: Policy) -> datetime:
    """The first moment that matters to a request that was just received (R6)."""
    life = live((received,), policy.terms)
    case = Case(0, ROUTE[life.kind].queue, life, Subject(), 0, policy, received.at)
    return min(_moments(case))


def _moments(case: Case) -> Iterator[datetime]:
    yield from (rung.at for rung in ahead(case))
    yield from (at for _, at in reminders(case) if at > case.now)
    closing = unverified_at(case)
    if closing is not None and closing > case.now:
        yield closing
    if case.life.outcome is not None and case.life.outcome.told_at is not None:
        yield case.now + SOON  # only its images are still to go
