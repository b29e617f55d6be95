"""Swedish organisation numbers: ten digits, the third at least 2, Luhn; with 16 in front or inside a VAT number too.

>>> [found.value for found in detect(Passage("org.nr 556036-0793"))]
['556036-0793']

Lag (1974:174) om identitetsbeteckning för juridiska personer m.fl.
"""

import re
from collections.abc import Iterator

from detectors.blanks import found_in_numbers
from detectors.finding import Finding, Kind
from detectors.labels import Label, label_before
from detectors.luhn import luhn_holds
from detectors.passage import Passage

_CANDIDATE = re.compile(
    r"(?<![\w])(?<!\d[-.,/ ])(?<!\+)(?:16)?([1235789]\d[2-9]\d{3})([ \u00a0]?[-\u2010-\u2015\u2212]?[ \u00a0]?)(\d{4})(?!\w|[-.,/]\d|"
    r" \d{2})"
)
_VAT = re.compile(r"\bSE[ ]?([1235789]\d[2-9]\d{3})-?(\d{4})[ ]?01\b")
_COMPANY = re.compile(
    r"\b(?:AB|HB|KB|BRF|ek(?:onomisk)?\.? ?för(?:ening|\.)?|förening(?:en)?|stiftelse(?:n)?|kommun|region|aktiebolag)\b",
    re.IGNORECASE,
)
_NEAR = 60

# (label in front, hyphen written) → score; a company's name nearby adds to it.
SCORES: tuple[tuple[Label | None, bool | None, float, str], ...] = (
    (Label.ORGANISATION, None, 0.99, "called an organisation number; check digit holds"),
    (Label.ID, True, 0.8, "shape and check digit of an organisation number"),
    (Label.ID, False, 0.2, "called something else, though the check digit holds"),
    (Label.OTHER, None, 0.2, "called something else, though the check digit holds"),
    (Label.FAX, None, 0.1, "called a fax number"),
    (Label.PHONE, True, 0.6, "shape and check digit of an organisation number"),
    (Label.PHONE, False, 0.3, "called a phone number"),
    (Label.NATIONAL, None, 0.8, "check digit holds, and it cannot be a person's"),
    (None, True, 0.85, "shape and check digit of an organisation number"),
    (None, False, 0.6, "ten digits whose check digit holds"),
)
_BESIDE_A_COMPANY = 0.1


def _score(label: Label | None, hyphen: bool) -> tuple[float, str]:
    return next((points, reason) for wanted, written, points, reason in SCORES if wanted is label and written in (None, hyphen))


def _finding(passage: Passage, found: re.Match[str], digits: str, points: float, reason: str) -> Finding:
    start, end = passage.start + found.start(), passage.start + found.end()
    value = f"{digits[:6]}-{digits[6:]}"
    return Finding(Kind.ORGANISATION_NUMBER, value, found.group(), start, end, points, reason, passage.origin, passage.part)


def detect(passage: Passage) -> Iterator[Finding]:
    """Every organisation number whose check digit holds."""
    text = passage.text
    for found in found_in_numbers(_CANDIDATE, text):
        digits = found[1] + found[3]
        if luhn_holds(digits):
            points, reason = _score(label_before(text, found.start()), bool(found[2].strip()))
            if points > 0.5 and _COMPANY.search(text, max(0, found.start() - _NEAR), found.start()):
                points = min(0.99, points + _BESIDE_A_COMPANY)
            yield _finding(passage, found, digits, points, reason)
    for found in found_in_numbers(_VAT, text):
        if luhn_holds(found[1] + found[2]):
            yield _finding(passage, found, found[1] + found[2], 0.9, "the organisation number inside a VAT number")
