"""Days and instants in Sweden; only here does an instant become a day."""

from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

STOCKHOLM = ZoneInfo("Europe/Stockholm")


def local_day(instant: datetime) -> date:
    """The Swedish calendar day of an instant: 23:58 still counts that day (Reg. 1182/71 Art. 3(2); D2)."""
    if instant.utcoffset() is None:
        raise ValueError(f"{instant.isoformat()} does not say in which time zone it is: add an offset such as Z or +01:00.")
    return instant.astimezone(STOCKHOLM).date()


def start_of_day(day: date) -> datetime:
    """The instant at which a Swedish day begins, in UTC."""
    return datetime.combine(day, time.min, STOCKHOLM).astimezone(UTC)


def end_of_day(day: date) -> datetime:
    """The instant at which a Swedish day ends, 24:00, in UTC; never a multiple of 86,400 seconds (D7)."""
    return start_of_day(day + timedelta(days=1))


def months_after(day: date, months: int) -> date:
    """The same date so many months later, or the last day of that month (Reg. 1182/71 Art. 3(2)(c); D3)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
