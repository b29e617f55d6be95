"""How long things are kept."""

from datetime import date

from gdpr.policy import Retention


def bookkeeping_erasable_on(financial_year_end: date, retention: Retention) -> date:
    """The first day on which accounting records of a financial year may go (Policy §7; Bokföringslagen 7:2; E2)."""
    return date(financial_year_end.year + retention.bookkeeping_years + 1, 1, 1)
