"""Phone numbers, as Swedes, Norwegians, Danes, Finns, Germans, Britons and others write them, in E.164.

>>> [found.value for found in detect(Passage("Ring 070-174 06 05"))]
['+46701740605']

ITU-T E.123 and E.164; numbering plans by the phonenumbers library.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

import phonenumbers

from detectors.blanks import blank, holds_a_number
from detectors.finding import Finding, Kind
from detectors.labels import Label, label_before
from detectors.passage import Passage

_GROUP = re.compile(r"\d+")
_CANDIDATE = re.compile(
    r"[+(]{0,2}\d(?:[ \t\u00a0\u2007\u2009\u202f\u200e\u200f\u202a-\u202e\u2066-\u2069\n>\u2010-\u2015\u2212./()-]{0,4}\d){5,}"
)
_GLUED = re.compile(r"[\w#@&=_$*+]\Z|\d[-–.,/:]\Z|[A-Za-zÅÄÖåäö_]-\Z")
_STRANGE = re.compile(
    r"[-.]?\w|[:=@]\d|,\d\d(?!\d)"
    r"|[ \t]{1,12}(?:\d{1,4} ?(?:st|stk|pcs|kpl|ex|x|pkt|förp|Stück)\b|\d{1,3}(?:[ .]\d{3}){0,2},\d\d\b|(?:kr|SEK|NOK|DKK|EUR|€|\$)(?!\w))"
)
"""What follows an article number, an amount or a piece of something longer, and no phone number."""
_SHORT, _LONG = 6, 15
_TOP_GROUPS = 8

REGIONS: dict[str, tuple[str, ...]] = {
    "sv": ("SE",),
    "en": ("SE", "GB", "US"),
    "no": ("NO", "SE"),
    "da": ("DK", "SE"),
    "fi": ("FI", "SE"),
    "de": ("DE", "AT", "SE"),
}
"""Where a number without country code belongs, by the language of the mail; the first valid reading counts."""

WITHOUT_ZERO = frozenset({"NO", "DK", "US"})
"""Countries whose national numbers have no leading 0; they must look like a phone number to count."""

_LOOKS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("NO", re.compile(r"\d{2} \d{2} \d{2} \d{2}|\d{3} \d{2} \d{3}|\d{8}|\d{4} \d{4}|\d{2} \d{3} \d{3}")),
    ("DK", re.compile(r"\d{2} \d{2} \d{2} \d{2}|\d{4} \d{4}|\d{8}|\d{2} \d{3} \d{3}")),
    ("US", re.compile(r"(?:1[ .-]?)?(?:\(\d{3}\)[ .-]?|\d{3}[.-])\d{3}[ .-]\d{4}")),
)
_COUNTRY_WORDS = re.compile(
    r"(?P<GB>\b(?:UK|British|England|London)\b|\+ ?44)|(?P<US>\bUSA?\b|\+ ?1[ (-])|(?P<NO>\b(?:Norge|Norway|norsk)\b|\+ ?47)|"
    r"(?P<DK>\b(?:Danmark|Denmark|dansk)\b|\+ ?45)|(?P<FI>\b(?:Finland|Suomi|finsk)\b|\+ ?358)|(?P<DE>\b(?:Deutschland|Germany|"
    r"Tyskland)\b|\+ ?49)"
)
_AS_ONLY_AMERICANS_WRITE = re.compile(r"\([2-9]\d{2}\) ?\d{3}-\d{4}(?!\d)")
_COUNTRY_SIGNS = (
    *("+", "UK", "British", "England", "London", "US", "Norge", "Norway", "norsk", "Danmark", "Denmark", "dansk"),
    *("Finland", "Suomi", "finsk", "Deutschland", "Germany", "Tyskland"),
)
"""One of these stands in every text that `_COUNTRY_WORDS` finds; looking for them first costs little."""

# (label in front, how it is written) → score
SCORES: tuple[tuple[Label | None, str, float, str], ...] = (
    (Label.PHONE, "international", 0.99, "called a phone number, with country code"),
    (Label.PHONE, "separated", 0.98, "called a phone number"),
    (Label.PHONE, "bare", 0.95, "called a phone number"),
    (Label.PHONE, "short", 0.9, "called a phone number"),
    (Label.FAX, "", 0.9, "called a fax number"),
    (Label.NATIONAL, "", 0.3, "called a national number"),
    (Label.ORGANISATION, "", 0.2, "called an organisation number"),
    (Label.OTHER, "plus", 0.7, "written with + and country code"),
    (Label.OTHER, "", 0.2, "called something else, though it is a possible phone number"),
    (None, "international", 0.95, "written with country code"),
    (None, "separated", 0.9, "grouped like a phone number"),
    (None, "bare", 0.7, "a possible phone number"),
    (None, "short", 0.75, "grouped like a phone number"),
)


@lru_cache(maxsize=4096)
def e164(written: str, region: str | None) -> str | None:
    """The number in E.164 where it is a valid one in that region, else None."""
    try:
        number = phonenumbers.parse(written, region)
    except phonenumbers.NumberParseException:
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164) if phonenumbers.is_valid_number(number) else None


def _regions(text: str, language: str) -> tuple[str, ...]:
    usual = REGIONS.get(language, ("SE",))
    if "(" in text and _AS_ONLY_AMERICANS_WRITE.search(text):
        usual = tuple(dict.fromkeys((*usual, "US")))
    if not any(map(text.__contains__, _COUNTRY_SIGNS)):
        return usual
    hinted = dict.fromkeys(found.lastgroup or "" for found in _COUNTRY_WORDS.finditer(text))
    return (*usual, *(region for region in hinted if region not in usual))


def _plausible(written: str, region: str) -> bool:
    """Whether a national writing looks like that country's: a leading 0, or its usual groups."""
    if region not in WITHOUT_ZERO:
        return written.startswith(("0", "(0"))
    return any(region == where and looks.fullmatch(written) for where, looks in _LOOKS)


def _tidy(written: str) -> str:
    return re.sub(r"[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]+", " ", written).strip()


@lru_cache(maxsize=4096)
def read(written: str, regions: tuple[str, ...]) -> str | None:
    """The E.164 form of one written number, None where it is none.

    The 0 of `+46 (0)70` and of `0046-070` is dropped, as the writer means.
    """
    tidy = _tidy(written)
    digits = re.sub(r"\D", "", tidy)
    if not _SHORT <= len(digits) <= _LONG + 3:
        return None
    if tidy.lstrip("(").startswith("+") or digits.startswith("00"):
        international = "+" + digits.removeprefix("00")
        return e164(international, None) or _without_trunk_zero(international)
    for region in regions:
        if _plausible(tidy, region):
            number = e164(digits if region != "US" else "+1" + digits[-10:], region)
            if number:
                return number
    return None


def _without_trunk_zero(international: str) -> str | None:
    for length in (3, 4, 2):
        if international[length : length + 1] == "0":
            return e164(international[:length] + international[length + 1 :], None)
    return None


def _way(written: str) -> str:
    tidy = _tidy(written)
    if tidy.lstrip("(").startswith(("+", "00")):
        return "plus" if "+" in tidy[:2] else "international"
    if not tidy.startswith(("0", "(0")):
        return "short"
    return "bare" if tidy.isdigit() else "separated"


def score(label: Label | None, written: str) -> tuple[float, str]:
    """How sure we are of a valid number under this label, written this way."""
    way = _way(written)
    ways = ("plus", "international", "") if way == "plus" else (way, "")
    return next((points, reason) for wanted, how, points, reason in SCORES if wanted is label and how in ways)


def _numbers(text: str, begin: int, end: int, regions: tuple[str, ...]) -> Iterator[tuple[int, int, str]]:
    """The phone numbers in one run of digits and separators: from each group the longest that is valid, on one line first."""
    groups = [(found.start(), found.end()) for found in _GROUP.finditer(text, begin, end)]
    place = 0
    while place < len(groups):
        found = _longest(text, begin, groups, place, regions)
        if found is None:
            place += 1
            continue
        last, start, number = found
        yield start, groups[last][1], number
        place = last + 1
        yield from _siblings(text, groups, last, number)


def _opening(text: str, begin: int, start: int) -> int:
    while start > begin and text[start - 1] in "+(":
        start -= 1
    return start


def _longest(text: str, begin: int, groups: list[tuple[int, int]], first: int, regions: tuple[str, ...]) -> tuple[int, int, str] | None:
    start = _opening(text, begin, groups[first][0])
    if _GLUED.search(text, max(0, start - 2), start):
        return None
    on_one_line = over_lines = None
    for last in range(first, min(first + _TOP_GROUPS, len(groups))):
        written = text[start : groups[last][1]]
        if len(written) > 2 * _LONG + 10 or written.count("\n") > 1:
            break
        if _STRANGE.match(text, groups[last][1]):
            continue
        number = read(written, regions)
        if number and "\n" not in written:
            on_one_line = (last, start, number)
        elif number:
            over_lines = over_lines or (last, start, number)
    return on_one_line or over_lines


def _siblings(text: str, groups: list[tuple[int, int]], last: int, number: str) -> Iterator[tuple[int, int, str]]:
    """The second number of `031-390 06 87/88`."""
    if last + 1 < len(groups):
        start, end = groups[last + 1]
        ending = text[start:end]
        if text[groups[last][1] : start].strip() == "/" and 1 <= len(ending) <= 3 and not ending.startswith("0"):
            yield start, end, number[: -len(ending)] + ending


def _labelled_without_plus(text: str, start: int, end: int) -> str | None:
    """A number that follows "Telefon" with its country code but no +."""
    digits = re.sub(r"\D", "", text[start:end])
    return e164("+" + digits, None) if digits.startswith(("46", "47", "45", "358", "49", "44", "1")) and len(digits) > 9 else None


def detect(passage: Passage) -> Iterator[Finding]:
    """Every valid phone number that stands free, with what its label and its writing make of it."""
    if not holds_a_number(passage.text) and not passage.links:
        return
    text = blank(passage.text)
    regions: tuple[str, ...] = ()
    for run in _CANDIDATE.finditer(text):
        regions = regions or _regions(text, passage.language)
        found_any = False
        for start, end, number in _numbers(text, run.start(), run.end(), regions):
            found_any = True
            yield _finding(passage, start, end, number, *score(label_before(text, start), passage.text[start:end]))
        if not found_any and label_before(text, run.start()) is Label.PHONE:
            number_ = _labelled_without_plus(text, run.start(), run.end())
            if number_:
                yield _finding(passage, run.start(), run.end(), number_, 0.9, "called a phone number, country code without +")
    if passage.links:
        yield from _behind_links(passage, regions or _regions(text, passage.language))


def _finding(passage: Passage, start: int, end: int, number: str, points: float, reason: str) -> Finding:
    raw = passage.text[start:end]
    return Finding(Kind.PHONE, number, raw, passage.start + start, passage.start + end, points, reason, passage.origin, passage.part)


def _behind_links(passage: Passage, regions: tuple[str, ...]) -> Iterator[Finding]:
    for start, end, target in passage.links:
        if target.lower().startswith("tel:"):
            written = target[4:].partition(";")[0].replace("%20", " ")
            number = read(written, regions)
            if number:
                yield _finding(passage, start, end, number, 0.95, "a tel: link")
