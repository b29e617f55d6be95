"""How much in a text speaks for an identity document, and for which kind: weights added, against a threshold."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from detectors.id_document import IdDocument
from detectors.id_terms import FIELDS, ISSUERS, OTHERWISE, TITLES
from detectors.id_text import TextLine
from detectors.id_words import Term, Words, found, terms
from detectors.mrz_lines import zone_rows
from detectors.national_number import detect
from detectors.passage import Passage

THRESHOLD = 7.0

TITLE, TITLE_IN_PROSE, TITLE_AGAIN, MAX_AGAIN = 4.0, 1.0, 1.0, 2.0
FIELD, LONG_FIELD, FIELD_IN_TWO_LANGUAGES = 1.2, 2.2, 1.0
ISSUER, MAX_ISSUERS = 1.0, 2.0
NUMBERED_FIELD = 1.5  # 4a to 4d, as on every driving licence of the EEA
NATIONAL_NUMBER = 1.5
DATES, MAX_DATES = 0.6, 1.8
ZONE_ROW, MAX_ZONE_ROWS = 2.5, 7.5
PROSE_LINE, MAX_PROSE = -1.0, -7.0
MUCH_TEXT, MUCH_TEXT_WORDS = -3.0, 160

_LONG = 12  # letters of a label: nothing else says it by chance
_SHORT_LINE = 8  # words
_PROSE = 7
_SURE_NUMBER = 0.7
_PASSPORT_ROW = 38  # letters: rows of cards are shorter
_NUMBERED = re.compile(r"(?:^|\s)4\s?([abcd])[.,:)]", re.I)
_DATE = re.compile(
    r"(?<!\d)(?:(?:19|20)\d\d[-. ](?:0\d|1[0-2])[-. ][0-3]\d|[0-3]\d[-./ ](?:0\d|1[0-2])[-./ ](?:19|20)\d\d"
    r"|[0-3]\d ?[A-Z]{3}(?:[/ ]{1,3}[A-Z]{3,4})? ?(?:(?:19|20)?\d\d))(?!\d)"
)
_LANGUAGE_MARK = re.compile(r"[/|:•·]")
_TITLES = tuple((kind, terms(wordings)) for kind, wordings in TITLES)
_FIELDS = tuple(map(terms, FIELDS))
_ISSUERS = terms(ISSUERS)
_OTHERWISE = tuple((weight, terms(wordings)) for weight, wordings in OTHERWISE)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sum of what speaks for and against, the kind it speaks for, and what counted, as short keys without personal data."""

    weight: float
    kind: IdDocument
    reasons: tuple[str, ...]

    @property
    def suffices(self) -> bool:
        """Whether it is called an identity document."""
        return self.weight >= THRESHOLD

    @property
    def score(self) -> float:
        """The weight as a number from 0 to 1: 0.7 at the threshold, quickly less below it."""
        above = self.weight - THRESHOLD
        return round(min(0.7 + 0.03 * above, 0.98) if above >= 0 else max(0.7 + 0.1 * above, 0.0), 2)


def weigh(lines: Sequence[TextLine]) -> Evidence:
    """What the text says. law.md I6."""
    words = [Words.of(line.text) for line in lines]
    by_kind = {kind: _title(kind_terms, words) for kind, kind_terms in _TITLES}
    kind, title = max(by_kind.items(), key=lambda item: item[1])
    numbered = NUMBERED_FIELD * len({letter.lower() for line in lines for letter in _NUMBERED.findall(line.text)})
    zone = zone_rows(lines)
    parts = {
        "title": title,
        "fields": sum(_field(wanted, words) for wanted in _FIELDS),
        "numbered": numbered,
        "issuer": min(ISSUER * sum(1 for _ in found(_ISSUERS, words)), MAX_ISSUERS),
        "number": NATIONAL_NUMBER if _has_national_number(lines) else 0.0,
        "dates": min(DATES * sum(len(_DATE.findall(line.text)) for line in lines), MAX_DATES),
        "zone": min(ZONE_ROW * len(zone), MAX_ZONE_ROWS),
        "otherwise": -sum(weight * sum(1 for _ in found(wanted, words)) for weight, wanted in _OTHERWISE),
        "prose": _prose(lines),
    }
    if not title:
        kind = _kind_without_title(numbered, zone)
    return Evidence(sum(parts.values()), kind, tuple(name for name, weight in parts.items() if weight))


def _title(wanted: Sequence[Term], words: Sequence[Words]) -> float:
    """The weight of the titles of one kind: full where one stands on a line of its own, little within a sentence."""
    alone = [term for term in wanted if any(term.is_in(line) and line.count <= _SHORT_LINE and not line.is_answer for line in words)]
    if alone:
        return TITLE + min(TITLE_AGAIN * (len(alone) - 1), MAX_AGAIN)
    return TITLE_IN_PROSE if any(True for _ in found(wanted, words)) else 0.0


def _field(wanted: Sequence[Term], words: Sequence[Words]) -> float:
    here = list(found(wanted, words))
    if not here:
        return 0.0
    longest = max(len(term.letters) for term in here)
    return (LONG_FIELD if longest >= _LONG else FIELD) + (FIELD_IN_TWO_LANGUAGES if len(here) > 1 else 0.0)


def _has_national_number(lines: Sequence[TextLine]) -> bool:
    return any(found.score > _SURE_NUMBER for line in lines for found in detect(Passage(line.text)))


def _prose(lines: Sequence[TextLine]) -> float:
    """What sentences cost; labels in many languages beside one another are none."""
    sentences = sum(PROSE_LINE for line in lines if max(map(_count, _LANGUAGE_MARK.split(line.text))) >= _PROSE)
    much = MUCH_TEXT if sum(_count(line.text) for line in lines) > MUCH_TEXT_WORDS else 0.0
    return max(sentences, MAX_PROSE) + much


def _count(text: str) -> int:
    return len(text.split())


def _kind_without_title(numbered: float, zone: Sequence[str]) -> IdDocument:
    if numbered:
        return IdDocument.DRIVING_LICENCE
    return IdDocument.PASSPORT if any(len(row) > _PASSPORT_ROW for row in zone) else IdDocument.ID_CARD
