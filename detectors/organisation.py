"""Names of companies and associations, told by their legal form.

>>> [found.value for found in detect(Passage("Birgitta Fransson, Ekonomihuset i Skövde AB"))]
['Ekonomihuset i Skövde AB']
"""

import re
from collections.abc import Iterator

from detectors.finding import Finding, Kind
from detectors.passage import Passage

_WORD = r"[A-ZÅÄÖÉÜØÆ][\w'’&.-]{0,30}"
_NAME = rf"{_WORD}(?:[ ](?:&|och|i|på|of|and|und|og|{_WORD})){{0,5}}"
_FORM = (
    r"(?:AB|HB|KB|AS|ASA|A/S|ApS|Oyj?|GmbH(?: & Co\. KG)?|Ltd|LLC|LLP|Inc|B\.V\.|S\.L\.|S\.A\.|OÜ|DAC|plc|"
    r"ek(?:onomisk)?\.? ?för(?:ening|\.))"
)
_NAMED = re.compile(rf"(?<![\w&])({_NAME}[ ]{_FORM})(?![\w&/])")
_CIVIC = re.compile(
    r"(?<![\w])((?:[A-ZÅÄÖ][a-zåäöé]{1,20}(?:[ ][A-ZÅÄÖ][a-zåäöé]{1,20})?[ ](?:kommun|förening|församling|skola|stiftelse))|"
    r"(?:Föreningen|Brf|BRF|Stiftelsen)[ ][A-ZÅÄÖ]\w{1,30})(?!\w)"
)

# how it is written (one of these stands in every text that the pattern finds, and is looked for first), pattern, score
PATTERNS: tuple[tuple[tuple[str, ...], re.Pattern[str], float], ...] = (
    (
        (
            *(" AB", " HB", " KB", " AS", " A/S", " ApS", " Oy", " GmbH", " Ltd", " LLC", " LLP", " Inc", " B.V.", " S.L.", " S.A."),
            *(" OÜ", " DAC", " plc", " ek"),
        ),
        _NAMED,
        0.9,
    ),
    (
        (" kommun", " förening", " församling", " skola", " stiftelse", "Föreningen ", "Brf ", "BRF ", "Stiftelsen "),
        _CIVIC,
        0.75,
    ),
)


def detect(passage: Passage) -> Iterator[Finding]:
    """Every name that ends in a legal form, or says that it is a municipality, an association or a foundation."""
    for signs, pattern, points in PATTERNS:
        if not any(map(passage.text.__contains__, signs)):
            continue
        for found in pattern.finditer(passage.text):
            start, end = passage.start + found.start(1), passage.start + found.end(1)
            value = " ".join(found[1].split())
            yield Finding(Kind.ORGANISATION, value, found[1], start, end, points, "ends in a legal form", passage.origin, passage.part)
