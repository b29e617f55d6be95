"""How long things are kept."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from enum import StrEnum

from gdpr.local_time import local_day, months_after, start_of_day
from gdpr.policy import Retention


class Category(StrEnum):
    """What is kept, told apart by how long; nothing is kept that is in none of these."""

    SUPPORT_MAIL = "support_mail"  # mails of people, and what was found in them
    SCREENED_MAIL = "screened_mail"  # mails of robots
    QUARANTINED_MAIL = "quarantined_mail"  # mails that could not be read
    CLOSED_REQUEST_MAIL = "closed_request_mail"  # the words of a mail whose requests are closed
    CLOSED_REQUEST = "closed_request"  # the bare facts of a case
    STAFF_LETTER = "staff_letter"  # alerts and digests to our own people
    AUDIT_ENTRY = "audit_entry"


_FIRST_DAY: dict[Category, Callable[[date, Retention], date]] = {
    Category.SUPPORT_MAIL: lambda today, terms: months_after(today, -terms.support_months),
    Category.SCREENED_MAIL: lambda today, terms: today - timedelta(days=terms.screened_days),
    Category.QUARANTINED_MAIL: lambda today, terms: today - timedelta(days=terms.quarantine_days),
    Category.CLOSED_REQUEST_MAIL: lambda today, terms: today - timedelta(days=terms.closed_request_mail_days),
    Category.CLOSED_REQUEST: lambda today, terms: months_after(today, -12 * terms.closed_request_years),
    Category.STAFF_LETTER: lambda today, terms: today - timedelta(days=terms.screened_days),
    Category.AUDIT_ENTRY: lambda today, terms: months_after(today, -terms.audit_months),
}


def kept_since(category: Category, now: datetime, retention: Retention) -> datetime:
    """The instant before which things of this category have had their time: a Swedish midnight (Policy §2; GDPR Art. 5(1)(e); E8)."""
    return start_of_day(_FIRST_DAY[category](local_day(now), retention))


def bookkeeping_erasable_on(financial_year_end: date, retention: Retention) -> date:
    """The first day on which accounting records of a financial year may go (Policy §7; Bokföringslagen 7:2; E2)."""
    return date(financial_year_end.year + retention.bookkeeping_years + 1, 1, 1)
