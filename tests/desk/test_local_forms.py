"""Times, numbers and sizes as people in Stockholm write them."""

from datetime import UTC, date, datetime

import pytest

from desk.local_time import day, full_time, short_day, short_time
from desk.pages import phone, size

NOW = datetime(2026, 11, 24, 12, 20, tzinfo=UTC)


@pytest.mark.parametrize(
    ("instant", "language", "text"),
    [
        (datetime(2026, 11, 24, 6, 5, tzinfo=UTC), "en", "07:05"),
        (datetime(2026, 11, 23, 23, 0, tzinfo=UTC), "en", "00:00"),  # midnight in Stockholm: today already
        (datetime(2026, 11, 23, 22, 59, tzinfo=UTC), "en", "23 Nov 23:59"),
        (datetime(2026, 7, 1, 10, 0, tzinfo=UTC), "sv", "1 juli 12:00"),
        (datetime(2025, 12, 31, 12, 0, tzinfo=UTC), "en", "31 Dec 2025"),
    ],
)
def test_a_time_says_no_more_than_it_must(instant: datetime, language: str, text: str) -> None:
    assert short_time(instant, NOW, language) == text


def test_a_time_in_full_has_weekday_and_year() -> None:
    assert full_time(NOW, "sv") == "tis 24 nov. 2026 13:20"


def test_a_date_leaves_out_the_year_only_when_it_is_this_one() -> None:
    assert short_day(date(2026, 12, 24), NOW, "en") == "Thu 24 Dec"
    assert short_day(date(2027, 1, 5), NOW, "en") == "5 Jan 2027"
    assert day(date(2027, 1, 5), "sv") == "tis 5 jan. 2027"


@pytest.mark.parametrize(
    ("value", "text"),
    [("+46701740605", "070-174 06 05"), ("+46846500404", "08-465 004 04"), ("+12025550123", "+1 202-555-0123"), ("no number", "no number")],
)
def test_a_phone_number_is_written_as_it_is_dialled_from_sweden(value: str, text: str) -> None:
    assert phone(value) == text


@pytest.mark.parametrize(("count", "language", "text"), [(999, "sv", "999 B"), (94_800, "sv", "94,8 kB"), (40_000_000, "en", "40 MB")])
def test_a_size_is_said_in_words(count: int, language: str, text: str) -> None:
    assert size(count, language) == text
