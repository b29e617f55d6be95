"""How a request stands."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from config.policy_file import load_policy
from gdpr.clock import Standing, amber_on, days_left, red_on, standing
from gdpr.local_time import STOCKHOLM, start_of_day

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
