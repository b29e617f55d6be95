"""A text cut where findings and requests begin and end, so that a page can mark them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol


class Place(Protocol):
    """Something with a place in the text of a part."""

    @property
    def id(self) -> int:
        """What a page links to."""

    @property
    def part(self) -> str:
        """The part of the mail whose text the offsets count."""

    @property
    def start(self) -> int:
        """The first character."""

    @property
    def end(self) -> int:
        """The character after the last."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text within which nothing begins or ends; the ids are what it belongs to."""

    text: str
    finding: int | None = None
    request: int | None = None


def segments(text: str, part: str, start: int, findings: Iterable[Place], requests: Iterable[Place]) -> tuple[Segment, ...]:
    """`text`, which begins at offset `start` of `part`, as segments that join to the same text again."""
    here, end = slice(start, start + len(text)), start + len(text)
    marked = [place for place in findings if _touches(place, part, here)]
    asked = [place for place in requests if _touches(place, part, here)]
    cuts = {start, end} | {min(max(edge, start), end) for place in (*marked, *asked) for edge in (place.start, place.end)}
    edges = sorted(cuts)
    return tuple(
        Segment(text[left - start : right - start], _covering(marked, left), _covering(asked, left)) for left, right in pairwise(edges)
    )


def _touches(place: Place, part: str, here: slice) -> bool:
    return place.part == part and place.start < here.stop and place.end > here.start and place.start < place.end


def _covering(places: Sequence[Place], at: int) -> int | None:
    return next((place.id for place in places if place.start <= at < place.end), None)
