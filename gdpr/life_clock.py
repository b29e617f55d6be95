"""The clock of a life: its dates with and without pauses, and how it stands."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from gdpr.clock import Deadlines, Standing, deadlines, standing
from gdpr.extension import Ground, Notice, NoticeFault, notice_fault
from gdpr.life import Asked, Life
from gdpr.local_time import local_day
from gdpr.pause import Ask, AskFault, ask_fault, is_paused, paused_days
from gdpr.policy import Desk


@dataclass(frozen=True, slots=True)
class LifeClock:
    """Both sets of dates, and why a question or a notice changed none: `dates` bind, `unpaused` is how it would be without pauses."""

    dates: Deadlines
    unpaused: Deadlines
    paused: bool
    ask_fault: AskFault | None = None
    notice_fault: NoticeFault | None = None


@lru_cache(maxsize=512)  # asked again and again about the same life
def clock_of(life: Life) -> LifeClock:
    """The dates of a request as its events have made them (GDPR Art. 12(3), 12(6); D10, D12)."""
    terms, unpaused = life.terms, deadlines(life.received_at, life.terms)
    day = unpaused.received_day
    asks = [_ask(asked) for asked in life.asks if asked.told_at]
    days = sum(paused_days(ask, day, terms) for ask in asks)
    dates = deadlines(life.received_at, terms, paused_days=days)
    fault = _notice_fault(life, dates)
    extended = life.extended is not None and life.extended.told_at is not None and fault is None
    return LifeClock(
        dates=deadlines(life.received_at, terms, paused_days=days, extended=True) if extended else dates,
        unpaused=deadlines(life.received_at, terms, extended=extended) if days else unpaused,
        paused=life.is_open and life.waits_for_answer and bool(asks) and is_paused(asks[-1], day, terms),
        ask_fault=ask_fault(asks[-1], day, terms) if asks else None,
        notice_fault=fault,
    )


def standing_of(life: Life, clock: LifeClock, now: datetime, desk: Desk) -> Standing:
    """How the request stands at this moment (R6, D13)."""
    return standing(clock.dates.due_on, now, desk, closed=not life.is_open, paused=clock.paused)


def _ask(asked: Asked) -> Ask:
    assert asked.told_at is not None  # noqa: S101 - asked about those alone that were told
    answered_on = local_day(asked.answered_at) if asked.answered_at else None
    return Ask(local_day(asked.told_at), asked.doubt, asked.item, asked.alternatives, answered_on)


def _notice_fault(life: Life, dates: Deadlines) -> NoticeFault | None:
    if life.extended is None or life.extended.told_at is None:
        return None
    ground = Ground(life.extended.ground)
    return notice_fault(Notice(life.extended.told_at, ground, life.extended.explanation), dates.notice_due)
