"""Personnummer, samordningsnummer and interim numbers, with the century worked out.

>>> [found.value for found in detect(Passage("pnr 850709-9805"))]
['19850709-9805']

Skatteverket SKV 704 (personnummer) and SKV 707 (samordningsnummer: the day plus 60).
"""

import re
from collections.abc import Iterator
from datetime import date

from detectors.blanks import found_in_numbers
from detectors.finding import Finding, Kind
from detectors.labels import Label, label_before
from detectors.luhn import luhn_holds
from detectors.passage import Passage

_DASH = r"[-\u2010-\u2015\u2212]"
_GAP = r"[ \t\u00a0\u2009\u202f]"
_CANDIDATE = re.compile(
    rf"(?<!\d)(?<!\d[-.,/])(\d{{2}})?(\d{{2}}-?\d{{2}}-?\d{{2}})({_GAP}{{0,2}}(?:{_DASH}|\+)?{_GAP}{{0,2}})([\dTRSUWXJKLMN]\d{{3}})(?![\w]|[-.,/]\d)"
)
_VAT = re.compile(r"\bSE[ ]?(\d{6})-?(\d{4})[ ]?01\b")
_TIME_OF_DAY = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
_COORDINATION = 60
_CENTURY = 100
LATEST = date(2027, 12, 31)
"""Where no day of reading is given, nobody is born after this day."""

# (label in front, separator written, twelve digits) → score; the first row that fits counts.
SCORES: tuple[tuple[Label | None, bool | None, bool | None, float, str], ...] = (
    (Label.NATIONAL, None, None, 0.99, "called a national number; date and check digit hold"),
    (Label.ORGANISATION, None, None, 0.97, "a sole trader's organisation number is a national number"),
    (Label.ID, None, None, 0.9, "called an ID number; date and check digit hold"),
    (Label.OTHER, None, None, 0.2, "called something else, though date and check digit hold"),
    (Label.FAX, None, None, 0.2, "called a fax number"),
    (Label.PHONE, True, None, 0.7, "shape, date and check digit of a national number"),
    (Label.PHONE, False, True, 0.6, "twelve digits with date and check digit"),
    (Label.PHONE, False, False, 0.3, "called a phone number"),
    (None, True, None, 0.95, "shape, date and check digit of a national number"),
    (None, False, True, 0.9, "twelve digits with date and check digit"),
    (None, False, False, 0.75, "ten digits with date and check digit"),
)


def _day(year: int, month: int, day: int) -> date | None:
    """The day of birth; of a coordination number month and day may be 00, where they are not known (SKV 707)."""
    if day >= _COORDINATION:
        month, day = max(month, 1), max(day - _COORDINATION, 1)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def birth_year(century: str, digits: str, *, hundred: bool, today: date) -> int | None:
    """The year of birth of six digits YYMMDD, None where no calendar has that day.

    Without a century the youngest age counts, with `+` the youngest from a hundred years on (folkbokföringslagen 18 §).
    """
    short, month, day = int(digits[:2]), int(digits[2:4]), int(digits[4:6])
    if century:
        born = _day(int(century) * 100 + short, month, day)
        return born.year if born and born <= today else None
    for year in range(today.year // 100 * 100 + short, 1800, -_CENTURY):
        born = _day(year, month, day)
        if born and born <= today:
            first, is_old = year, today.year - year >= _CENTURY
            return first if not hundred or is_old else first - _CENTURY
    return None


def score(label: Label | None, *, separated: bool, long: bool) -> tuple[float, str]:
    """How sure we are of a valid number under this label, written this way."""
    for wanted, with_separator, twelve, points, reason in SCORES:
        if wanted is label and with_separator in (None, separated) and twelve in (None, long):
            return points, reason
    raise AssertionError("the last rows of SCORES cover every way of writing")


def _reading(found: re.Match[str], passage: Passage) -> Finding | None:
    century, written, separator, ending = found.groups(default="")
    birth = written.replace("-", "")
    if (century and century not in ("18", "19", "20")) or (birth != written and not separator.strip()):
        return None  # a day and a time of day look like "2026-03-20 0016"
    year = birth_year(century, birth, hundred="+" in separator, today=passage.today or LATEST)
    serial = ending if ending.isdigit() else "1" + ending[1:]  # an interim number's letter counts as 1
    if year is None or serial.startswith("000") or not luhn_holds(birth + serial):
        return None
    points, reason = score(label_before(passage.text, found.start()), separated=bool(separator), long=bool(century))
    if not (separator or century) and birth.startswith("07") and 0.6 < points < 0.9:
        points, reason = 0.6, "ten digits with date and check digit, which a mobile number may have too"
    if separator.isspace() and points < 0.99 and _TIME_OF_DAY.match(ending):
        points, reason = 0.4, "may as well be a date and a time of day"
    return _finding(passage, found.start(), found.end(), f"{year}{birth[2:]}-{ending}", points, reason)


def _finding(passage: Passage, start: int, end: int, value: str, points: float, reason: str) -> Finding:
    raw, place = passage.text[start:end], passage.start + start
    return Finding(Kind.NATIONAL_NUMBER, value, raw, place, place + len(raw), points, reason, passage.origin, passage.part)


def _in_vat_numbers(passage: Passage) -> Iterator[Finding]:
    for found in found_in_numbers(_VAT, passage.text):
        year = birth_year("", found[1], hundred=False, today=passage.today or LATEST)
        if year is not None and luhn_holds(found[1] + found[2]):
            value, reason = f"{year}{found[1][2:]}-{found[2]}", "a sole trader's VAT number holds the national number"
            start, end = found.start(1), found.end(2)
            yield _finding(passage, start, end, value, 0.9, reason)


def detect(passage: Passage) -> Iterator[Finding]:
    """Every national number whose date exists and whose check digit holds (P1, dataskyddslagen 3:10)."""
    yield from _in_vat_numbers(passage)
    for found in found_in_numbers(_CANDIDATE, passage.text):
        reading = _reading(found, passage)
        if reading:
            yield reading
