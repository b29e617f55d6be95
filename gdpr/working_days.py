"""Which days are working days in Sweden, and why the others are not."""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum
from functools import cache

from holidays import country_holidays

SATURDAY = 5
ONE_DAY = timedelta(days=1)


class DayOff(StrEnum):
    """Why a day is no working day; the values are keys that a page translates."""

    SATURDAY = "saturday"
    SUNDAY = "sunday"
    NEW_YEARS_DAY = "new_years_day"
    EPIPHANY = "epiphany"
    GOOD_FRIDAY = "good_friday"
    EASTER_SUNDAY = "easter_sunday"
    EASTER_MONDAY = "easter_monday"
    MAY_DAY = "may_day"
    ASCENSION_DAY = "ascension_day"
    PENTECOST = "pentecost"
    NATIONAL_DAY = "national_day"
    MIDSUMMER_EVE = "midsummer_eve"
    MIDSUMMER_DAY = "midsummer_day"
    ALL_SAINTS_DAY = "all_saints_day"
    CHRISTMAS_EVE = "christmas_eve"
    CHRISTMAS_DAY = "christmas_day"
    SECOND_DAY_OF_CHRISTMAS = "second_day_of_christmas"
    NEW_YEARS_EVE = "new_years_eve"


EVES = frozenset({DayOff.MIDSUMMER_EVE, DayOff.CHRISTMAS_EVE, DayOff.NEW_YEARS_EVE})


def day_off(day: date, *, eves: bool) -> DayOff | None:
    """Why nobody is expected to work on this day, None on a working day (lag 1989:253 §§ 1–2; D5).

    With `eves`, Midsummer, Christmas and New Year's Eve are days off too (lag 1930:173 § 2; D6).
    """
    named = _named_days_off(day.year).get(day)
    if named is not None and (eves or named not in EVES):
        return named
    weekday = day.weekday()
    if weekday < SATURDAY:
        return None
    return DayOff.SATURDAY if weekday == SATURDAY else DayOff.SUNDAY


def is_working_day(day: date, *, eves: bool = True) -> bool:
    """Whether the desk works on this day (D5, D6)."""
    return day_off(day, eves=eves) is None


def next_working_day(day: date, *, eves: bool = True) -> date:
    """The first working day after this one (D5, D6)."""
    return first_working_day_on_or_after(day + ONE_DAY, eves=eves)


def first_working_day_on_or_after(day: date, *, eves: bool = True) -> date:
    """The day itself, or the first working day after it (Reg. 1182/71 Art. 3(4); D4)."""
    while not is_working_day(day, eves=eves):
        day += ONE_DAY
    return day


def last_working_day_on_or_before(day: date, *, eves: bool = True) -> date:
    """The day itself, or the last working day before it (D8)."""
    while not is_working_day(day, eves=eves):
        day -= ONE_DAY
    return day


def working_days_after(day: date, count: int, *, eves: bool = True) -> date:
    """The working day that is so many working days after this one (R6)."""
    for _ in range(count):
        day = next_working_day(day, eves=eves)
    return day


@cache
def _named_days_off(year: int) -> Mapping[date, DayOff]:
    # The eves are no public holidays: the library lists them as "de facto" ones.
    known = country_holidays("SE", years=year, categories=("public", "de_facto"), language="en_US")
    # Two may share a day, as Pentecost and the National Day do in 2049: one reason is enough.
    return {day: _key(known.get_list(day)[0]) for day in known}


def _key(name: str) -> DayOff:
    return DayOff(name.lower().replace("'", "").replace(" ", "_"))
