"""One rule of the recognition of requests, and how it is written down.

A pattern is a regular expression over a sentence in lower case with its accents folded (å→a, ø→o), so that people who type
without them are understood. `<word>` stands for a group of words that the table defines, a blank for any white space.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from gdpr.requests import RequestKind

_FOLDED = str.maketrans("åäáàâæãöøóòôőõüúùûéèêëíìîïçñðß’‘“”–—‑", 'aaaaaaaooooooouuuueeeeiiiicnds\'\'""---')
_MACRO = re.compile(r"<(\w+)>")


def fold(text: str) -> str:
    """The text in lower case without accents, every character in its place."""
    lowered = text.lower()
    plain = (lowered if len(lowered) == len(text) else text).replace("å", "a").replace("ä", "a").replace("ö", "o")
    return plain if plain.isascii() else plain.translate(_FOLDED)  # three quick looks spare most mails a slow one


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern that speaks for a kind of request: how loudly, and in plain words why.

    `negatable`: a "not" before it turns it off.
    """

    kind: RequestKind
    score: float
    pattern: re.Pattern[str]
    reason: str
    negatable: bool = True


def compiled(pattern: str, words: Mapping[str, str]) -> re.Pattern[str]:
    """The pattern with its groups of words put in."""
    while _MACRO.search(pattern):
        pattern = _MACRO.sub(lambda found: f"(?:{words[found[1]]})", pattern)
    return re.compile(pattern.replace(" ", r"\s{1,3}"))


def rules(words: Mapping[str, str], rows: tuple[tuple[RequestKind, float, str, str], ...], *, negatable: bool = True) -> tuple[Rule, ...]:
    """The rows of a table as rules."""
    return tuple(Rule(kind, score, compiled(pattern, words), reason, negatable) for kind, score, pattern, reason in rows)
