"""The board of requests, and how a date was reached."""

from datetime import UTC, datetime

import pytest

from config.policy_file import load_policy
from desk.derivation import DAYS_OFF, REASONS, tell
from desk.texts import LANGUAGES
from gdpr.clock import deadlines
from gdpr.derivation import DateName
from gdpr.working_days import DayOff
from tests.desk.visit import Visit


def test_the_most_urgent_request_stands_first(colleagues: dict[str, Visit]) -> None:
    text = colleagues["agent"].get("/requests").text
    assert text.index("5 days overdue") < text.index("28 days left")


@pytest.mark.parametrize(
    ("query", "shown", "hidden"),
    [
        ("?standing=overdue", "Access to personal data</a>", "Erasure</a>"),
        ("?kind=erasure", "Erasure</a>", "Access to personal data</a>"),
    ],
)
def test_a_choice_stands_in_the_address(colleagues: dict[str, Visit], query: str, shown: str, hidden: str) -> None:
    text = colleagues["agent"].get(f"/requests{query}").text
    assert shown in text
    assert hidden not in text


def test_a_choice_that_fits_nothing_says_so(colleagues: dict[str, Visit]) -> None:
    assert "No open request is like this" in colleagues["agent"].get("/requests?kind=portability").text


def test_a_request_shows_the_sentence_and_every_date(colleagues: dict[str, Visit]) -> None:
    text = colleagues["agent"].get("/requests/1").text
    assert "Jag vill ha ett registerutdrag enligt GDPR." in text
    assert "30 calendar days later is" in text
    assert "GDPR Art. 15" in text
    assert "5 days overdue" in text


def test_the_derivation_is_told_in_swedish(shared_office: object, colleagues: dict[str, Visit]) -> None:
    agent = colleagues["agent"]
    agent.client.headers["accept-language"] = "sv"
    try:
        text = agent.get("/requests/1").text
    finally:
        agent.client.headers["accept-language"] = "en"
    assert "30 kalenderdagar senare är" in text
    assert "Hur datumen räknades fram" in text


def test_easter_is_told_day_by_day() -> None:
    dates = deadlines(datetime(2026, 3, 5, 10, tzinfo=UTC), load_policy().terms)
    legal = next(part for part in tell(dates.derivation, "en") if part.name == DateName.LEGAL)
    sentences = " ".join(step.sentence for step in legal.steps)
    assert "Sun 5 Apr 2026 is Easter Sunday: the last day moves to Mon 6 Apr 2026." in sentences
    assert "Mon 6 Apr 2026 is Easter Monday: the last day moves to Tue 7 Apr 2026." in sentences


def test_a_sentence_begins_with_a_capital_in_every_language() -> None:
    dates = deadlines(datetime(2026, 3, 5, 10, tzinfo=UTC), load_policy().terms)
    for language in LANGUAGES:
        assert all(step.sentence[0] == step.sentence[0].upper() for part in tell(dates.derivation, language) for step in part.steps)


def test_every_reason_of_the_clock_has_a_sentence() -> None:
    terms = load_policy().terms
    reasons = {
        step.reason
        for month in range(1, 13)
        for day in range(1, 29)
        for paused in (0, 3)
        for extended in (False, True)
        for step in deadlines(datetime(2027, month, day, 10, tzinfo=UTC), terms, paused_days=paused, extended=extended).derivation
    }
    assert reasons <= set(REASONS) | set(DAYS_OFF)
    assert set(DAYS_OFF) == set(DayOff)
