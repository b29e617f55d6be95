"""How a request stands, and when it must be looked at again."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from config.policy_file import load_policy
from gdpr.clock import Standing, amber_on, attention_at, days_left, red_on, standing
from gdpr.local_time import STOCKHOLM, end_of_day, local_day, start_of_day

DESK = load_policy().desk
DUE = date(2026, 4, 4)  # Holy Saturday: the last working day before it is 2 April
DUE_AT = datetime(2026, 4, 4, 22, tzinfo=UTC)


def at(day: date, hour: int = 12) -> datetime:
    return datetime.combine(day, time(hour), STOCKHOLM)


def test_a_request_is_on_track_until_a_week_before_the_last_working_day() -> None:
    assert amber_on(DUE, DESK) == date(2026, 3, 26)
    assert red_on(DUE, DESK) == date(2026, 3, 30)
    assert standing(DUE, start_of_day(date(2026, 3, 26)) - timedelta(seconds=1), DESK) is Standing.ON_TRACK
    assert standing(DUE, start_of_day(date(2026, 3, 26)), DESK) is Standing.DUE_SOON


def test_a_request_is_overdue_from_the_midnight_that_ends_its_day() -> None:
    assert standing(DUE, DUE_AT - timedelta(microseconds=1), DESK) is Standing.DUE_SOON
    assert standing(DUE, DUE_AT, DESK) is Standing.OVERDUE


def test_a_pause_never_hides_a_missed_day() -> None:
    assert standing(DUE, at(date(2026, 3, 30)), DESK, paused=True) is Standing.PAUSED
    assert standing(DUE, DUE_AT, DESK, paused=True) is Standing.OVERDUE


def test_a_closed_request_is_closed_however_late() -> None:
    assert standing(DUE, at(date(2027, 1, 1)), DESK, closed=True) is Standing.CLOSED


@pytest.mark.parametrize(("now", "left"), [(date(2026, 4, 1), 3), (DUE, 0), (date(2026, 4, 6), -2)])
def test_days_left_are_calendar_days_and_go_below_nought(now: date, left: int) -> None:
    assert days_left(DUE, at(now, hour=0)) == days_left(DUE, at(now, hour=23)) == left


def test_attention_walks_through_every_warning_to_the_end() -> None:
    moment, days = at(date(2026, 3, 6)), []
    while moment < end_of_day(DUE):
        moment = attention_at(DUE, moment, DESK)
        days.append(local_day(moment))
    assert [day.isoformat() for day in days] == [
        "2026-03-21",  # 14 days before
        "2026-03-26",  # amber
        "2026-03-28",  # 7 days before
        "2026-03-30",  # red
        "2026-04-01",  # 3 days before
        "2026-04-03",  # 1 day before
        "2026-04-05",  # the moment at which it is overdue
    ]


def test_an_overdue_request_asks_for_attention_every_day() -> None:
    assert attention_at(DUE, at(date(2026, 4, 9)), DESK) == start_of_day(date(2026, 4, 10))


@given(st.dates(date(2020, 1, 1), date(2060, 1, 1)), st.integers(-2000, 2000))
@settings(deadline=None)
def test_attention_lies_always_ahead_and_never_beyond_the_due_instant(due_on: date, hours: int) -> None:
    now = end_of_day(due_on) + timedelta(hours=hours)
    moment = attention_at(due_on, now, DESK)
    assert moment > now
    assert moment <= end_of_day(due_on) or now >= end_of_day(due_on)
