"""Which days count as days off, against the acts themselves."""

from datetime import date

import pytest

from gdpr.working_days import (
    DayOff,
    day_off,
    first_working_day_on_or_after,
    is_working_day,
    last_working_day_on_or_before,
    next_working_day,
    working_days_after,
)


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        ("2027-01-01", DayOff.NEW_YEARS_DAY),
        ("2027-01-06", DayOff.EPIPHANY),
        ("2027-03-26", DayOff.GOOD_FRIDAY),
        ("2027-03-28", DayOff.EASTER_SUNDAY),
        ("2027-03-29", DayOff.EASTER_MONDAY),
        ("2027-05-01", DayOff.MAY_DAY),
        ("2027-05-06", DayOff.ASCENSION_DAY),
        ("2027-05-16", DayOff.PENTECOST),
        ("2027-06-06", DayOff.NATIONAL_DAY),
        ("2027-06-26", DayOff.MIDSUMMER_DAY),
        ("2027-11-06", DayOff.ALL_SAINTS_DAY),
        ("2027-12-25", DayOff.CHRISTMAS_DAY),
        ("2027-12-26", DayOff.SECOND_DAY_OF_CHRISTMAS),
        ("2027-03-27", DayOff.SATURDAY),
        ("2027-05-17", None),
        ("2027-11-07", DayOff.SUNDAY),
    ],
)
def test_the_days_of_2027_are_off_for_the_reason_the_act_gives(day: str, reason: DayOff | None) -> None:
    assert day_off(date.fromisoformat(day), eves=False) is reason


@pytest.mark.parametrize("day", [date(2027, 6, 25), date(2027, 12, 24), date(2027, 12, 31)])
def test_the_three_eves_are_off_only_in_the_swedish_reading(day: date) -> None:
    assert is_working_day(day, eves=False)
    assert not is_working_day(day, eves=True)


def test_a_day_with_two_names_is_off_once() -> None:
    assert day_off(date(2049, 6, 6), eves=False) in {DayOff.PENTECOST, DayOff.NATIONAL_DAY}


def test_a_working_day_stays_itself_when_it_is_sought() -> None:
    monday = date(2026, 11, 23)
    assert first_working_day_on_or_after(monday) == last_working_day_on_or_before(monday) == monday


def test_the_next_working_day_is_a_later_one() -> None:
    assert next_working_day(date(2026, 11, 23)) == date(2026, 11, 24)
    assert next_working_day(date(2026, 4, 2)) == date(2026, 4, 7)


def test_christmas_is_jumped_over_in_both_directions() -> None:
    assert first_working_day_on_or_after(date(2026, 12, 24)) == date(2026, 12, 28)
    assert last_working_day_on_or_before(date(2026, 12, 27)) == date(2026, 12, 23)


def test_working_days_are_counted_from_the_day_after() -> None:
    assert working_days_after(date(2026, 12, 22), 2) == date(2026, 12, 28)
    assert working_days_after(date(2026, 12, 24), 0) == date(2026, 12, 24)
