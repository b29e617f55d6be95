"""The dates of a request once more, slowly and by other means: no `holidays`, no `calendar`, one day at a time.

Written from the texts of the acts; shares no code with `gdpr/`.
"""

from dataclasses import dataclass
from datetime import date, timedelta

ONE = timedelta(days=1)


def easter(year: int) -> date:
    """Gauss' rule for the Gregorian calendar."""
    a, b, c = year % 19, year % 4, year % 7
    k = year // 100
    p, q = (13 + 8 * k) // 25, k // 4
    m, n = (15 - p + k - q) % 30, (4 + k - q) % 7
    d = (19 * a + m) % 30
    e = (2 * b + 4 * c + 6 * d + n) % 7
    if d == 29 and e == 6:
        return date(year, 4, 19)
    if d == 28 and e == 6 and (11 * m + 11) % 30 < 19:
        return date(year, 4, 18)
    return date(year, 3, 22) + (d + e) * ONE


def is_public_holiday(day: date) -> bool:
    if day.isoweekday() == 7:
        return True
    if (day.month, day.day) in {(1, 1), (1, 6), (5, 1), (6, 6), (12, 25), (12, 26)}:
        return True
    if (day - easter(day.year)).days in {-2, 0, 1, 39, 49}:
        return True
    is_saturday = day.isoweekday() == 6
    midsummer = is_saturday and date(day.year, 6, 20) <= day <= date(day.year, 6, 26)
    all_saints = is_saturday and date(day.year, 10, 31) <= day <= date(day.year, 11, 6)
    return midsummer or all_saints


def is_eve(day: date) -> bool:
    midsummer = day.isoweekday() == 5 and day.month == 6 and 19 <= day.day <= 25
    return midsummer or (day.month, day.day) in {(12, 24), (12, 31)}


def is_off(day: date, eves: bool) -> bool:
    return day.isoweekday() == 6 or is_public_holiday(day) or (eves and is_eve(day))


def month_later(day: date) -> date:
    """Walk to the next month, then to the same number or to the month's end."""
    walk = day
    while walk.month == day.month:
        walk += ONE
    while walk.day != day.day and (walk + ONE).month == walk.month:
        walk += ONE
    return walk


def months_later(day: date, months: int) -> date:
    """Walk to the last month first, so that a short month between leaves no trace."""
    first = day.replace(day=1)
    for _ in range(months):
        first = month_later(first)
    walk = first
    while walk.day != day.day and (walk + ONE).month == walk.month:
        walk += ONE
    return walk


def rolled(day: date, eves: bool) -> date:
    while is_off(day, eves):
        day += ONE
    return day


@dataclass(frozen=True)
class SlowDates:
    promise_on: date
    legal_on: date
    legal_se_on: date
    extended_on: date
    operational_on: date
    due_on: date


def slow_dates(received_day: date, paused_days: int = 0, extended: bool = False) -> SlowDates:
    promise = received_day
    for _ in range(30 + paused_days):
        promise += ONE
    legal = rolled(months_later(received_day, 1) + paused_days * ONE, eves=False)
    extension = rolled(months_later(received_day, 3) + paused_days * ONE, eves=False)
    chained = rolled(months_later(months_later(received_day, 1), 2) + paused_days * ONE, eves=False)
    due = promise if promise < legal else legal
    operational = chained if extended else due
    while is_off(operational, eves=True):
        operational -= ONE
    return SlowDates(
        promise_on=promise,
        legal_on=legal,
        legal_se_on=rolled(months_later(received_day, 1) + paused_days * ONE, eves=True),
        extended_on=extension,
        operational_on=operational,
        due_on=extension if extended else due,
    )
