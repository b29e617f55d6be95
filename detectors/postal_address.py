r"""Swedish postal addresses: street or box, post code and town, on one line or several.

>>> [found.value for found in detect(Passage("Kvarngatan 8 B\n803 20 Gävle"))]
['Kvarngatan 8 B\n803 20\nGävle']

Postnord's rules for addressing (SS 613401).
"""

import re
from collections.abc import Iterator

from detectors.finding import Finding, Kind
from detectors.passage import Passage

_POST_CODE = re.compile(
    r"(?<![\d,.:/+#-])(?<!\d )(?:SE?[- ]{1,2}|S-)?([1-9]\d{2})[ \u00a0]?(\d{2})(?:[ \t\u00a0]{1,3}|,[ ]|[ \t]*\r?\n[ \t]*)"
    r"(?:(?:Ort|Postort|Stad|Town|City)(?:[ ]?:[ \t]*|[\t ]+))?("
    r"[A-ZÅÄÖÉ][^\W\d_]*(?:[ -][A-ZÅÄÖÉ][^\W\d_]*|-[^\W\d_]+|[ ](?:på|i|vid)[ ][A-ZÅÄÖ][^\W\d_]*){0,2})(?![\w@])"
)
_ABROAD = re.compile(
    r"[ ,\t]*\n?[ \t]*(?:France|Frankrike|Germany|Deutschland|Tyskland|Finland|Suomi|USA|United States|Spain|España|Spanien|Italy|Italia|"
    r"Italien|Poland|Polska|Polen|Estonia|Eesti|Estland|Norway|Norge|Denmark|Danmark|Mexico|México|Thailand|Turkey|Türkiye|Turkiet|Croatia|"
    r"Hrvatska|Kroatien|Greece|Grekland|Ukraine|Ukraina|Serbia|Srbija|Malaysia|Lithuania|Lietuva|Litauen)\b"
)
_FIVE_DIGITS_RUN = frozenset({"de", "fi"})
"""Languages of countries that write five digits in one, as Swedes do not."""
_DIGITS = re.compile(r"[1-9]\d{2}[ \u00a0]?\d{2}")
_BOX = re.compile(r"(?:(?:PO |Post)?[Bb]ox|FE)[ \u00a0]\d{1,5}(?:[ ]\d{2,3})?\Z")
_WHOLE_LINE = re.compile(r"[^\W\d_][^\W\d_.'-]*(?:[ -][^\W\d_]+[.]?){0,3}[ ]\d{1,4}(?:[ ]?[A-Za-z])?\Z")
_STREET = re.compile(
    r"(?:(?:[A-ZÅÄÖÉ][^\W\d_]*[.'’:-]?[^\W\d_]*[.-]?)(?:[ ](?:[A-ZÅÄÖÉ][^\W\d_]*[.'’:-]?[^\W\d_]*[.-]?|\w{0,12}(?:gata|gatan|väg|vägen|"
    r"gränd|gränden|torg|torget|plan|stig|"
    r"stigen|allé|allén|backe|backen|strand|kaj|hamn|led|leden)|och|i|på|von|av|af|[IVX]{1,4}:[sn]|nr)){0,4}[ \u00a0]"
    r"\d{1,5}(?:[ \u00a0]?[A-Za-zÅÄÖ](?![\w]))?(?:[-–]\d{1,4}(?:[ ]?[A-Z](?!\w))?)?)"
    r"(?P<flat>(?:[ ,]{1,2}(?:lgh|lägenhet|lght|våning|vån|bv|nb|og|uppg(?:ång)?|\d{1,2}[ ]?tr(?:appor)?|"
    r"tr)\.?(?:[ ]?[A-Z\d]{1,4})?){0,3})\Z"
)
_FLAT = re.compile(r"(?:lgh|lägenhet|vån(?:ing)?|bv|nb|\d{1,2}[ ]?tr|tr)\.?[ ]?\w{0,5}\Z", re.IGNORECASE)
_CARE_OF = re.compile(r"c/o\b", re.IGNORECASE)
_SEGMENT = re.compile(r"[^,|·•;\n\r\t]+")
_REACH = 160  # characters before a post code in which its street stands
_SKIP = 1  # segments between street and post code that may be something else
_NO_TOWN = frozenset(["SEK", "EUR", "USD", "Kr", "MHz", "GB", "MB", "Kb", "St", "Kronor", "Org", "Tel", "Mobil", "Telefon"])
LOWEST, HIGHEST = 10000, 98599


def _street_before(text: str, end: int) -> tuple[int, str] | None:
    """Where the street above or before a post code starts, and the street."""
    begin = max(0, end - _REACH)
    flat, skipped = "", 0
    for segment in reversed(list(_SEGMENT.finditer(text, begin, end))):
        words = segment.group().strip()
        if not words or _CARE_OF.match(words):
            continue
        if _FLAT.match(words) and len(words) < 14 and not flat:
            flat = words
            continue
        found = _BOX.search(words) or _STREET.search(words) or (None if skipped else _WHOLE_LINE.match(words))
        if found:
            start = segment.start() + segment.group().index(words) + found.start()
            return start, ", ".join(filter(None, (found.group().strip(), flat)))
        skipped += 1
        if skipped > _SKIP:
            return None
    return None


def _street_after(text: str, start: int) -> tuple[int, str] | None:
    """A street that follows the town on its line: "781 00 Lillaby, Rådhustorget 1"."""
    line = text[start : start + 60].split("\n")[0]
    if not line.lstrip().startswith((",", "|", "·")):
        return None
    for segment in _SEGMENT.finditer(line):
        found = _STREET.search(segment.group().strip())
        return (start + segment.end(), found.group()) if found else None
    return None


def _is_abroad(found: re.Match[str], passage: Passage) -> bool:
    """Whether post code and town are another country's: it is named, or they are written as only that country does."""
    if found.group().startswith("S"):
        return False
    in_one = found.end(1) == found.start(2)
    return (in_one and passage.language in _FIVE_DIGITS_RUN) or _ABROAD.match(passage.text, found.end()) is not None


def _town(written: str) -> str:
    return " ".join(word.capitalize() if word.isupper() and len(word) > 1 else word for word in written.split(" "))


def detect(passage: Passage) -> Iterator[Finding]:
    """Every complete Swedish address; one without street or town is none."""
    text = passage.text
    if not _DIGITS.search(text):
        return
    for found in _POST_CODE.finditer(text):
        if not LOWEST <= int(found[1] + found[2]) <= HIGHEST or found[3].split(" ")[0] in _NO_TOWN or _is_abroad(found, passage):
            continue
        before = _street_before(text, found.start())
        after = None if before else _street_after(text, found.end())
        if before:
            yield _finding(passage, before[0], found.end(), before[1], found)
        elif after:
            yield _finding(passage, found.start(), after[0], after[1], found)


def _finding(passage: Passage, start: int, end: int, street: str, found: re.Match[str]) -> Finding:
    value = f"{street}\n{found[1]} {found[2]}\n{_town(found[3])}"
    raw = passage.text[start:end]
    reason = "street, post code and town"
    return Finding(Kind.ADDRESS, value, raw, passage.start + start, passage.start + end, 0.9, reason, passage.origin, passage.part)
