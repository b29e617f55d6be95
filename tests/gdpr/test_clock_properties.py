"""What holds for every receipt, not only for the worked examples."""

from dataclasses import asdict, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from config.policy_file import load_policy
from gdpr.clock import Deadlines, deadlines
from gdpr.derivation import DateName
from gdpr.local_time import STOCKHOLM, end_of_day, local_day, start_of_day
from tests.gdpr.slow_oracle import slow_dates

TERMS = load_policy().terms
FIRST, LAST = date(2024, 1, 1), date(2040, 12, 31)
DAYS = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]
NAMES = ("promise_on", "legal_on", "legal_se_on", "extended_on", "extension_alarm_on", "operational_on", "due_on")

instants = st.datetimes(datetime(2010, 1, 1), datetime(2090, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001 - the zone comes beside
pauses = st.integers(0, 200)
thousandths = st.integers(0, 999)


def noon(day: date) -> datetime:
    return datetime.combine(day, time(12), STOCKHOLM)


def test_every_day_from_2024_to_2040_agrees_with_the_slow_oracle() -> None:
    for day in DAYS:
        quick, slow = deadlines(noon(day), TERMS), asdict(slow_dates(day))
        assert {name: getattr(quick, name) for name in slow} == slow


@given(st.dates(FIRST, LAST), pauses, st.booleans())
@settings(deadline=None)
def test_pauses_and_extensions_agree_with_the_slow_oracle(day: date, paused: int, extended: bool) -> None:
    quick = deadlines(noon(day), TERMS, paused_days=paused, extended=extended)
    slow = asdict(slow_dates(day, paused, extended))
    assert {name: getattr(quick, name) for name in slow} == slow


def test_the_law_comes_before_the_promise_on_69_days_of_2026_to_2028() -> None:
    days = [day for day in DAYS if 2026 <= day.year <= 2028]
    assert len(days) == 1096
    assert sum(dates.legal_on < dates.promise_on for dates in (deadlines(noon(day), TERMS) for day in days)) == 69


@given(instants, pauses)
@settings(deadline=None)
def test_due_is_the_earlier_of_promise_and_law(received_at: datetime, paused: int) -> None:
    dates = deadlines(received_at, TERMS, paused_days=paused)
    assert dates.due_on == min(dates.promise_on, dates.legal_on)
    assert dates.operational_on <= dates.due_on <= dates.legal_on <= dates.legal_se_on


@given(instants, pauses)
@settings(deadline=None)
def test_an_extension_never_passes_its_alarm_unnoticed(received_at: datetime, paused: int) -> None:
    dates = deadlines(received_at, TERMS, paused_days=paused, extended=True)
    assert dates.operational_on <= dates.extension_alarm_on <= dates.extended_on == dates.due_on


@given(instants, instants)
@settings(deadline=None)
def test_a_later_receipt_never_gives_an_earlier_date(one: datetime, other: datetime) -> None:
    first, second = (deadlines(instant, TERMS) for instant in sorted((one, other)))
    assert all(getattr(first, name) <= getattr(second, name) for name in NAMES)


@given(instants, pauses)
@settings(deadline=None)
def test_a_pause_never_shortens(received_at: datetime, paused: int) -> None:
    plain, longer = deadlines(received_at, TERMS), deadlines(received_at, TERMS, paused_days=paused)
    assert all(getattr(plain, name) <= getattr(longer, name) for name in NAMES)


@given(st.dates(date(2010, 1, 1), date(2090, 12, 31)), thousandths, thousandths)
@settings(deadline=None)
def test_all_instants_of_one_swedish_day_give_the_same_dates(day: date, early: int, late: int) -> None:
    one, other = (start_of_day(day) + part * (end_of_day(day) - start_of_day(day)) / 1000 for part in (early, late))
    assert local_day(one) == local_day(other) == day
    assert same_moment(deadlines(one, TERMS)) == same_moment(deadlines(other, TERMS))


@given(st.dates(date(2010, 1, 1), date(2090, 12, 31)))
def test_a_day_lasts_from_local_midnight_to_local_midnight_summer_time_or_not(day: date) -> None:
    assert end_of_day(day).astimezone(STOCKHOLM).time() == time(0)
    assert start_of_day(day + timedelta(days=1)) == end_of_day(day)
    assert (end_of_day(day) - start_of_day(day)) in {timedelta(hours=hours) for hours in (23, 24, 25)}


@given(instants, pauses, st.booleans())
@settings(deadline=None)
def test_the_derivation_leads_step_by_step_to_each_date(received_at: datetime, paused: int, extended: bool) -> None:
    dates = deadlines(received_at, TERMS, paused_days=paused, extended=extended)
    for name in DateName:
        steps = dates.steps_to(name)
        assert steps[-1].end == getattr(dates, name)
        assert all(step.end == following.start for step, following in pairwise(steps))


def test_an_instant_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="add an offset"):
        deadlines(datetime(2026, 3, 5, 10), TERMS)  # noqa: DTZ001 - that is the point


def test_where_the_eves_extend_the_month_the_promise_still_binds() -> None:
    terms = replace(TERMS, eves_extend_the_month=True, promise_days=60)
    dates = deadlines(datetime(2026, 11, 24, 12, tzinfo=UTC), terms)
    assert dates.legal_on == date(2026, 12, 24)
    assert dates.due_on == dates.legal_se_on == date(2026, 12, 28)


def same_moment(dates: Deadlines) -> Deadlines:
    return replace(dates, received_at=datetime.min.replace(tzinfo=UTC))
