"""When a request must be looked at again."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from gdpr.events import received
from gdpr.gates import Case
from gdpr.identity import Subject
from gdpr.life import live
from gdpr.local_time import local_day, start_of_day
from gdpr.request_moments import attention_at, first_attention_at
from tests.request_desk import POLICY

RECEIVED = datetime(2026, 3, 5, 12, tzinfo=UTC)  # due on Holy Saturday, 4 April


def case(received_at: datetime, now: datetime) -> Case:
    """An access request that nobody has touched."""
    life = live([received("access", True, received_at, POLICY.terms)], POLICY.terms)
    return Case(1, "privacy", life, Subject(), 0, POLICY, now)


def test_attention_walks_through_every_warning_to_the_end() -> None:
    moment, days = RECEIVED, []
    due_at = case(RECEIVED, RECEIVED).clock.dates.due_at
    while moment < due_at:
        moment = attention_at(case(RECEIVED, moment)) or due_at
        days.append(local_day(moment).isoformat())
    assert days == [
        "2026-03-07",  # a working day: is it clear who asks?
        "2026-03-16",  # ten days: the data should be gathered
        "2026-03-20",  # 14 days before, on the last working day
        "2026-03-27",  # 21 days: more time or not; and 7 days before
        "2026-03-27",
        "2026-04-01",  # 3 days before
        "2026-04-02",  # 1 day before, ahead of Good Friday
        "2026-04-05",  # the moment at which it is overdue
    ]


def test_an_overdue_request_asks_for_attention_every_day() -> None:
    late = datetime(2026, 4, 9, 12, tzinfo=UTC)
    assert attention_at(case(RECEIVED, late)) == start_of_day(date(2026, 4, 10))


def test_a_request_that_may_be_none_is_looked_at_after_a_working_day() -> None:
    unsure = received("access", False, RECEIVED, POLICY.terms)
    assert first_attention_at(unsure, POLICY) == start_of_day(date(2026, 3, 7))


@given(st.integers(0, 40 * 366 * 24).map(lambda hours: datetime(2020, 1, 1, tzinfo=UTC) + timedelta(hours=hours)), st.integers(-2000, 2000))
@settings(deadline=None)
def test_attention_lies_always_ahead_and_never_beyond_the_due_instant(received_at: datetime, hours: int) -> None:
    due_at = case(received_at, received_at).clock.dates.due_at
    now = max(received_at, due_at + timedelta(hours=hours))
    moment = attention_at(case(received_at, now))
    assert moment is not None
    assert moment > now
    assert moment <= due_at or now >= due_at
