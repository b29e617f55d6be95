"""Text as it may be kept and shown: national numbers and sensitive things masked, every offset unchanged."""

import re
from collections.abc import Iterable

from detectors.finding import Finding, Kind

_SECRET_DIGITS = 4
_DIGIT = re.compile(r"\d")


def mask(text: str, part: str, findings: Iterable[Finding], start: int = 0) -> str:
    """`text`, which begins at offset `start` of `part`, with what must not be seen starred out (P1, P3)."""
    places = [place - start for finding in findings if finding.part == part for place in _places(finding)]
    if not places:
        return text
    letters = list(text)
    for place in places:
        if 0 <= place < len(letters):
            letters[place] = "*"
    return "".join(letters)


def _places(finding: Finding) -> list[int]:
    if finding.kind is Kind.NATIONAL_NUMBER:
        digits = [finding.start + found.start() for found in _DIGIT.finditer(finding.raw)]
        return digits[-_SECRET_DIGITS:]
    if finding.kind is Kind.SENSITIVE:
        return [finding.start + offset for offset, letter in enumerate(finding.raw) if not letter.isspace()]
    return []
