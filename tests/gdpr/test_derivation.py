"""The steps that tell how a date was reached name their rule and their reason."""

from datetime import UTC, date, datetime

import pytest

from config.policy_file import load_policy
from gdpr.clock import deadlines
from gdpr.derivation import DateName

TERMS = load_policy().terms


def told(received_at: datetime, name: DateName, paused_days: int = 0) -> list[tuple[str, str, int]]:
    return [(step.rule, step.reason, step.count) for step in deadlines(received_at, TERMS, paused_days=paused_days).steps_to(name)]


def test_each_day_off_that_moves_the_last_day_is_named() -> None:
    steps = told(datetime(2026, 3, 5, 9, tzinfo=UTC), DateName.LEGAL)
    assert steps == [("D3", "months", 1), ("D4", "easter_sunday", 0), ("D4", "easter_monday", 0)]


def test_an_eve_is_named_by_the_rule_that_makes_it_a_day_off() -> None:
    steps = told(datetime(2026, 11, 24, 14, tzinfo=UTC), DateName.LEGAL_SE)
    assert steps[:3] == [("D3", "months", 1), ("D6", "christmas_eve", 0), ("D4", "christmas_day", 0)]


def test_a_date_that_the_month_lacks_is_told_as_its_last_day() -> None:
    assert told(datetime(2027, 1, 31, 11, tzinfo=UTC), DateName.LEGAL)[0] == ("D3", "months_last_day", 1)


def test_a_pause_is_a_step_before_the_roll() -> None:
    steps = told(datetime(2026, 6, 1, 8, tzinfo=UTC), DateName.LEGAL, paused_days=10)
    assert steps == [("D3", "months", 1), ("D12", "paused", 10), ("D4", "saturday", 0), ("D4", "sunday", 0)]


@pytest.mark.parametrize(("day", "reason"), [("2026-03-05", "promise_first"), ("2027-01-31", "law_first"), ("2026-08-31", "same_day")])
def test_which_of_promise_and_law_was_first_is_told(day: str, reason: str) -> None:
    assert told(datetime.fromisoformat(f"{day}T12:00Z"), DateName.DUE)[0][1] == reason


def test_an_extension_replaces_the_comparison() -> None:
    dates = deadlines(datetime(2026, 9, 15, 9, tzinfo=UTC), TERMS, extended=True)
    assert [(step.rule, step.reason, step.end) for step in dates.steps_to(DateName.DUE)] == [("D10", "extended", date(2026, 12, 15))]
