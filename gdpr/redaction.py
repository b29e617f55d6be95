"""What belongs to others in a text of one person: proposed for redaction, and taken out (GDPR Art. 15(4), 20(4); R3)."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from detectors.finding import Finding, Kind
from detectors.passage import Passage
from detectors.receiver import Receiver
from detectors.registry import find_all
from gdpr.people import comparable_address

THEIRS = frozenset({Kind.EMAIL, Kind.PHONE, Kind.NATIONAL_NUMBER, Kind.NAME, Kind.ADDRESS})
BLOCK = "█████"


@dataclass(frozen=True, slots=True)
class Person:
    """By what somebody is known: values by kind; and the names of those who must not be told of, whom no detector knows (I7)."""

    known: Mapping[str, frozenset[str]]
    colleagues: tuple[str, ...] = ()

    def owns(self, kind: str, value: str) -> bool:
        """Whether a value is theirs: an address in whatever case, a name by its words."""
        mine = self.known.get(kind, frozenset())
        if kind == Kind.NAME:
            words = set(value.casefold().split())
            return any(words <= set(name.casefold().split()) for name in mine)
        return (comparable_address(value) if kind == Kind.EMAIL else value) in mine


@dataclass(frozen=True, slots=True)
class Proposal:
    """A stretch of a text that seems to be somebody else's; a person accepts it or leaves it."""

    start: int
    end: int
    kind: str


def person(values: Iterable[tuple[str, str]], colleagues: Iterable[str] = ()) -> Person:
    """The person of whom these kinds and values are known, among colleagues of these names."""
    known: dict[str, set[str]] = {}
    for kind, value in values:
        known.setdefault(kind, set()).add(comparable_address(value) if kind == Kind.EMAIL else value)
    return Person({kind: frozenset(found) for kind, found in known.items()}, tuple(sorted(colleagues)))


def proposals(text: str, whose: Person, receiver: Receiver) -> tuple[Proposal, ...]:
    """What to take out of a text before the person reads it: others' names, numbers and addresses (GDPR Art. 15(4))."""
    found = (Proposal(one.start, one.end, one.kind) for one in find_all([Passage(text)], receiver) if _is_anothers(one, whose))
    return _apart((*found, *_named(text, whose)))


def redacted(text: str, taken_out: Collection[Proposal]) -> str:
    """The text with a block in place of each stretch, whatever its length was."""
    for proposal in sorted(taken_out, key=lambda each: each.start, reverse=True):
        text = text[: proposal.start] + BLOCK + text[proposal.end :]
    return text


def without_others(text: str, whose: Person, receiver: Receiver) -> str:
    """The text as it is proposed to be handed over."""
    return redacted(text, proposals(text, whose, receiver))


def _named(text: str, whose: Person) -> Iterator[Proposal]:
    for name in whose.colleagues:
        if name.strip() and not whose.owns(Kind.NAME, name):
            for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE):
                yield Proposal(found.start(), found.end(), Kind.NAME)


def _apart(found: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """The proposals in order, none overlapping another: of two that do, one that spans both."""
    apart: list[Proposal] = []
    for one in sorted(found, key=lambda each: (each.start, each.end)):
        if apart and one.start < apart[-1].end:
            apart[-1] = Proposal(apart[-1].start, max(apart[-1].end, one.end), apart[-1].kind)
        else:
            apart.append(one)
    return tuple(apart)


def _is_anothers(found: Finding, whose: Person) -> bool:
    return found.kind in THEIRS and not whose.owns(found.kind, found.value)
