"""Instants and dates as people in Stockholm write them, in their own language."""

from datetime import date, datetime

from babel.dates import format_date, format_datetime

from gdpr.local_time import STOCKHOLM


def short_time(instant: datetime, now: datetime, language: str) -> str:
    """An instant in as few words as tell it apart: 13:20, 24 nov. 13:20, 24 nov. 2025."""
    local, today = instant.astimezone(STOCKHOLM), now.astimezone(STOCKHOLM)
    if local.date() == today.date():
        return format_datetime(local, "HH:mm", tzinfo=STOCKHOLM, locale=language)
    if local.year == today.year:
        return format_datetime(local, "d MMM HH:mm", tzinfo=STOCKHOLM, locale=language)
    return format_datetime(local, "d MMM y", tzinfo=STOCKHOLM, locale=language)


def full_time(instant: datetime, language: str) -> str:
    """An instant with its weekday, for where it matters."""
    return format_datetime(instant, "EEE d MMM y HH:mm", tzinfo=STOCKHOLM, locale=language)


def day(value: date, language: str) -> str:
    """A date with its weekday, since deadlines turn on weekdays."""
    return format_date(value, "EEE d MMM y", locale=language)


def short_day(value: date, now: datetime, language: str) -> str:
    """A date for a table: the year only where it is not this one."""
    this_year = value.year == now.astimezone(STOCKHOLM).year
    return format_date(value, "EEE d MMM" if this_year else "d MMM y", locale=language)
