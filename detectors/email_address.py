"""E-mail addresses, in text and behind mailto: links.

>>> [found.value for found in detect(Passage("skriv till Eva@Example.SE."))]
['eva@example.se']

RFC 5322 3.4.1, the everyday part of it.
"""

import re
from collections.abc import Iterator

from detectors.finding import Finding, Kind
from detectors.passage import Passage

_LOCAL = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]{1,64}\Z")
_DOMAIN = re.compile(r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.){1,10}[^\W\d_]{2,24}(?![\w@])", re.UNICODE)
_LEADING = ".'`*=/{|}~!#$%^&?-"


def detect(passage: Passage) -> Iterator[Finding]:
    """Every e-mail address, found from its @ so that the cost is linear in the text."""
    text = passage.text
    at = text.find("@")
    while at != -1:
        local = _LOCAL.search(text[max(0, at - 64) : at])
        domain = _DOMAIN.match(text, at + 1)
        if local and domain and local.group().strip(_LEADING):
            start = at - len(local.group().lstrip(_LEADING))
            raw = text[start : domain.end()]
            place = passage.start + start
            yield _finding(passage, raw.lower(), raw, place, 0.99, "shape of an e-mail address")
        at = text.find("@", at + 1)
    yield from _behind_links(passage)


def _behind_links(passage: Passage) -> Iterator[Finding]:
    for start, end, target in passage.links:
        address = target[7:].partition("?")[0] if target.lower().startswith("mailto:") else ""
        if "@" in address and address.lower() not in passage.text.lower():
            yield _finding(passage, address.lower(), passage.text[start:end], passage.start + start, 0.95, "a mailto: link")


def _finding(passage: Passage, value: str, raw: str, start: int, points: float, reason: str) -> Finding:
    return Finding(Kind.EMAIL, value, raw, start, start + len(raw), points, reason, passage.origin, passage.part)
