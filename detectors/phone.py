"""Phone numbers, as Swedes, Norwegians, Danes, Finns, Germans, Britons and others write them, in E.164.

>>> [found.value for found in detect(Passage("Ring 070-174 06 05"))]
['+46701740605']

ITU-T E.123.
"""

import re
from collections.abc import Iterator

from detectors.blanks import blank, holds_a_number
from detectors.finding import Finding, Kind
from detectors.labels import Label, label_before
from detectors.numbering_plan import LONGEST, SHORTEST, read, read_without_plus, regions_of, tidied
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
_TOP_GROUPS = 8
_CHAT_LINK = re.compile(r"(?<![\w.])(?:https?://)?wa\.me/\+?(\d{8,15})(?!\d)")

# (label in front, how it is written) → score
SCORES: tuple[tuple[Label | None, str, float, str], ...] = (
    (Label.PHONE, "international", 0.99, "called a phone number, with country code"),
    (Label.PHONE, "separated", 0.98, "called a phone number"),
    (Label.PHONE, "bare", 0.95, "called a phone number"),
    (Label.PHONE, "short", 0.9, "called a phone number"),
    (Label.FAX, "", 0.9, "called a fax number"),
    (Label.NATIONAL, "", 0.3, "called a national number"),
    (Label.ORGANISATION, "", 0.2, "called an organisation number"),
    (Label.ID, "plus", 0.7, "written with + and country code"),
    (Label.ID, "", 0.2, "called something else, though it is a possible phone number"),
    (Label.OTHER, "plus", 0.7, "written with + and country code"),
    (Label.OTHER, "", 0.2, "called something else, though it is a possible phone number"),
    (None, "international", 0.95, "written with country code"),
    (None, "separated", 0.9, "grouped like a phone number"),
    (None, "bare", 0.7, "a possible phone number"),
    (None, "short", 0.75, "grouped like a phone number"),
)


def _way(written: str) -> str:
    tidy = tidied(written)
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
    ends = [end for end in _long_enough(groups, first) if _may_end(text, start, groups[end][1])]
    on_one_line = [end for end in reversed(ends) if "\n" not in text[start : groups[end][1]]]
    for last in (*on_one_line, *(end for end in ends if end not in on_one_line)):
        number = read(text[start : groups[last][1]], regions)
        if number:
            return last, start, number
    return None


def _long_enough(groups: list[tuple[int, int]], first: int) -> Iterator[int]:
    """The groups with which a number that begins with the first may end, by how many digits that makes."""
    digits = 0
    for last in range(first, min(first + _TOP_GROUPS, len(groups))):
        digits += groups[last][1] - groups[last][0]
        if digits >= SHORTEST:
            yield last


def _may_end(text: str, start: int, end: int) -> bool:
    """Whether a number may reach so far: not too long, over one line end at most, and nothing strange stands behind it."""
    return end - start <= 2 * LONGEST + 10 and text.count("\n", start, end) <= 1 and not _STRANGE.match(text, end)


def _siblings(text: str, groups: list[tuple[int, int]], last: int, number: str) -> Iterator[tuple[int, int, str]]:
    """The second number of `031-390 06 87/88`."""
    if last + 1 < len(groups):
        start, end = groups[last + 1]
        ending = text[start:end]
        if text[groups[last][1] : start].strip() == "/" and 1 <= len(ending) <= 3 and not ending.startswith("0"):
            yield start, end, number[: -len(ending)] + ending


def detect(passage: Passage) -> Iterator[Finding]:
    """Every valid phone number that stands free, with what its label and its writing make of it."""
    if not holds_a_number(passage.text) and not passage.links:
        return
    text = blank(passage.text)
    regions: tuple[str, ...] = ()
    for run in _CANDIDATE.finditer(text):
        regions = regions or regions_of(text, passage.language)
        found_any = False
        for start, end, number in _numbers(text, run.start(), run.end(), regions):
            found_any = True
            yield _finding(passage, start, end, number, *score(label_before(text, start), passage.text[start:end]))
        if not found_any and label_before(text, run.start()) is Label.PHONE:
            unmarked = read_without_plus(run.group())
            if unmarked:
                yield _finding(passage, run.start(), run.end(), unmarked, 0.9, "called a phone number, country code without +")
    if "wa.me/" in passage.text:
        yield from _behind_chat_links(passage)
    if passage.links:
        yield from _behind_links(passage, regions or regions_of(text, passage.language))


def _finding(passage: Passage, start: int, end: int, number: str, points: float, reason: str) -> Finding:
    raw = passage.text[start:end]
    return Finding(Kind.PHONE, number, raw, passage.start + start, passage.start + end, points, reason, passage.origin, passage.part)


def _behind_chat_links(passage: Passage) -> Iterator[Finding]:
    for found in _CHAT_LINK.finditer(passage.text):
        number = read("+" + found[1], ())
        if number:
            yield _finding(passage, found.start(), found.end(), number, 0.95, "a link to write to it")


def _behind_links(passage: Passage, regions: tuple[str, ...]) -> Iterator[Finding]:
    for start, end, target in passage.links:
        if target.lower().startswith("tel:"):
            written = target[4:].partition(";")[0].replace("%20", " ")
            number = read(written, regions)
            if number:
                yield _finding(passage, start, end, number, 0.95, "a tel: link")
