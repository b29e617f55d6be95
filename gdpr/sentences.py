"""A text cut into sentences, each knowing where it stood."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gdpr.request_rule import fold

LONGEST = 400  # characters; a longer sentence is cut so that no rule has to look at more
_ABBREVIATIONS = ("bzw", "gem", "Art", "art", "Abs", "abs", "Nr", "nr", "Dr", "Mr", "Ms", "Mrs", "kl", "ev", "ex", "tel", "Tel", "st")
_SHORTENED = "".join(rf"(?<!\b{word}\.)" for word in _ABBREVIATIONS)
_END = re.compile(
    rf"(?<=[.!?]){_SHORTENED}\s+(?=[\"'»”(]?[^\W\d_a-zåäöæø])|[!?]{{1,9}}\s+|(?:\r?\n[ \t]*){{2,}}"
    r"|\r?\n(?=[ \t]*(?:[-*•·–]|\(?\w{1,2}[.)]|\[.\]|>)\s)"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its place in the text of `part`, and the folded form that rules read."""

    text: str
    folded: str
    part: str
    start: int
    end: int


def _spans(text: str) -> Iterator[tuple[int, int]]:
    begin = 0
    for cut in _END.finditer(text):
        yield begin, cut.start()
        begin = cut.end()
    yield begin, len(text)


def sentences(text: str, part: str, start: int) -> Iterator[Sentence]:
    """The sentences of a text that begins at offset `start` of `part`, blank ones left out."""
    for begin, end in _spans(text):
        for place in range(begin, end, LONGEST):
            piece = text[place : min(end, place + LONGEST)]
            if piece.strip():
                left = place + len(piece) - len(piece.lstrip())
                right = place + len(piece.rstrip())
                own = text[left:right]
                yield Sentence(own, fold(own), part, start + left, start + right)
