"""How long things are kept: whole Swedish days, counted back from today."""

from datetime import UTC, datetime

import pytest

from config.policy_file import load_policy
from gdpr.retention import Category, kept_since

RETENTION = load_policy().retention
LATE_IN_WINTER = datetime(2026, 11, 24, 23, 30, tzinfo=UTC)  # 00:30 on the twenty-fifth in Sweden


@pytest.mark.parametrize(
    ("category", "since"),
    [
        (Category.SUPPORT_MAIL, datetime(2024, 11, 24, 23, tzinfo=UTC)),
        (Category.SCREENED_MAIL, datetime(2026, 10, 25, 23, tzinfo=UTC)),
        (Category.QUARANTINED_MAIL, datetime(2026, 8, 26, 22, tzinfo=UTC)),  # summer time
        (Category.CLOSED_REQUEST_MAIL, datetime(2026, 8, 26, 22, tzinfo=UTC)),
        (Category.CLOSED_REQUEST, datetime(2021, 11, 24, 23, tzinfo=UTC)),
        (Category.STAFF_LETTER, datetime(2026, 10, 25, 23, tzinfo=UTC)),
        (Category.AUDIT_ENTRY, datetime(2024, 11, 24, 23, tzinfo=UTC)),
    ],
)
def test_a_term_ends_at_a_swedish_midnight(category: Category, since: datetime) -> None:
    assert kept_since(category, LATE_IN_WINTER, RETENTION) == since


def test_two_years_back_from_a_leap_day_is_the_last_of_february() -> None:
    assert kept_since(Category.SUPPORT_MAIL, datetime(2028, 2, 29, 12, tzinfo=UTC), RETENTION) == datetime(2026, 2, 27, 23, tzinfo=UTC)
