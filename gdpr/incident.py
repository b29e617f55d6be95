"""The clock of a personal-data breach."""

from datetime import UTC, datetime, timedelta

from gdpr.policy import Terms


def report_by(aware_at: datetime, terms: Terms) -> datetime:
    """Until when the authority must be told: elapsed hours, so weekends and daylight saving change nothing (GDPR Art. 33(1); B1)."""
    return aware_at.astimezone(UTC) + timedelta(hours=terms.breach_hours)
