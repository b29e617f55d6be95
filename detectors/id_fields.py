"""The name, the birth date, the national number and the last day of an identity document, from its zone or its printed fields."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from detectors.id_document import IdFields
from detectors.id_layout import Placed, below, placed, rows
from detectors.id_terms import BORN, EXPIRES, FIELDS, GIVEN_NAMES, SURNAME
from detectors.id_text import TextLine
from detectors.id_words import Term, Words, folded, terms
from detectors.mrz import Zone
from detectors.national_number import detect
from detectors.passage import Passage

_SURNAME, _GIVEN, _BORN, _EXPIRES = map(terms, (SURNAME, GIVEN_NAMES, BORN, EXPIRES))
_LABELS = tuple(map(terms, FIELDS))
_NAME = re.compile(r"[^\W\d_][^\W\d_'’. -]*(?:[ '’-]+[^\W\d_'’.]+)*\.?")
_COORDINATION = 60
_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "mrz": 3, "apr": 4, "maj": 5, "may": 5, "mai": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9,
    "okt": 10, "oct": 10, "nov": 11, "dec": 12, "dez": 12,
}  # fmt: skip
_YEAR_FIRST = re.compile(r"(?<!\d)((?:19|20)\d\d)[-. /](\d\d)[-. /](\d\d)(?!\d)")
_DAY_FIRST = re.compile(r"(?<!\d)(\d\d)[-. /](\d\d)[-. /]((?:19|20)\d\d)(?!\d)")
_IN_WORDS = re.compile(r"(?<!\d)(\d\d) ?([A-Z]{3})[A-Z]?(?: ?/ ?[A-Z]{3,4})? ?((?:19|20)\d\d)(?!\d)", re.I)
_NUMBERED = re.compile(r"(?:^| )(1|2|3|4a|4b|4c|4d|5)[.,:) ] ?", re.I)


def fields_of_zone(zone: Zone) -> IdFields:
    """What a machine-readable zone says, the national number of its optional field too."""
    number = _national_number(re.findall(r"\d{10,12}", zone.optional))
    return IdFields(" ".join(filter(None, (zone.given_names, zone.surname))).title(), zone.birth_date, number, zone.expires_on)


def fields_of_text(lines: Sequence[TextLine]) -> IdFields:
    """What the printed fields say: those with labels, and those with numbers on a driving licence (Directive 2006/126/EC annex I)."""
    layout = placed(lines)
    number = _national_number(line.text for line in layout)
    numbered = dict(_numbered(layout))
    surname = _name(numbered.get("1", "")) or _labelled_name(_SURNAME, layout)
    given = _name(numbered.get("2", "")) or _labelled_name(_GIVEN, layout)
    born = _born(number) or _day_in(numbered.get("3", "")) or _labelled_day(_BORN, layout)
    expires = _day_in(numbered.get("4b", "")) or _labelled_day(_EXPIRES, layout)
    return IdFields(" ".join(filter(None, (given, surname))).title(), born, number, expires)


def together(first: IdFields, second: IdFields) -> IdFields:
    """The fields of the first, those it lacks from the second."""
    return IdFields(
        first.name or second.name,
        first.birth_date or second.birth_date,
        first.national_number or second.national_number,
        first.expires_on or second.expires_on,
    )


def _national_number(texts: Iterable[str]) -> str:
    found = [one for text in texts for one in detect(Passage(f"personnummer: {text}"))]
    return max(found, key=lambda one: one.score).value if found else ""


def _born(number: str) -> date | None:
    """The day that a national number tells; of a coordination number less its 60."""
    if not number:
        return None
    year, month, day = int(number[:4]), int(number[4:6]), int(number[6:8])
    return _day(year, month, day - _COORDINATION if day > _COORDINATION else day)


def _numbered(layout: Sequence[Placed]) -> Iterator[tuple[str, str]]:
    for row in rows(layout):
        text = " ".join(line.text for line in row)
        marks = list(_NUMBERED.finditer(text))
        ends = [*(mark.start() for mark in marks[1:]), len(text)]
        for mark, end in zip(marks, ends[: len(marks)], strict=True):
            yield mark[1].lower(), text[mark.end() : end].strip()


def _labelled_name(label: Sequence[Term], layout: Sequence[Placed]) -> str:
    return next((name for value in _values(label, layout) if (name := _name(value))), "")


def _labelled_day(label: Sequence[Term], layout: Sequence[Placed]) -> date | None:
    return next((day for value in _values(label, layout) if (day := _day_in(value))), None)


def _values(label: Sequence[Term], layout: Sequence[Placed]) -> Iterator[str]:
    """What stands under each line with this label, or on it behind the label."""
    for line in layout:
        words = Words.of(line.text)
        if any(term.is_in(words) for term in label):
            if under := below(line, layout):
                yield under.text
            yield line.text.rpartition(":")[2]


def _name(text: str) -> str:
    """The text if it can be a name: no digits, no label."""
    stripped = text.strip(" .,:")
    is_label = any(term.is_in(Words.of(stripped)) for row in _LABELS for term in row) if stripped else True
    return stripped if _NAME.fullmatch(stripped) and len(folded(stripped)) > 1 and not is_label else ""


def _day_in(text: str) -> date | None:
    """The first day in a text, however it is written."""
    if found := _YEAR_FIRST.search(text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _DAY_FIRST.search(text):
        return _day(int(found[3]), int(found[2]), int(found[1]))
    if found := _IN_WORDS.search(text):
        return _day(int(found[3]), _MONTHS.get(found[2].lower(), 0), int(found[1]))
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
