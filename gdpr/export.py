"""What a package for a person holds, and what must be true before it may be handed over (GDPR Art. 15, 20)."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from gdpr.redaction import Person
from gdpr.register import Category, Register
from gdpr.requests import RequestKind

Row = Mapping[str, Any]  # of plain values: text, numbers, true and false, lists of text


class SourceFailedError(Exception):
    """A source could not be read: the export is incomplete. The sentence says which, and nothing of what was asked."""


@dataclass(frozen=True, slots=True)
class Subject:
    """The person of an export: their profiles, and all they are known by (I7)."""

    profiles: tuple[int, ...]
    language: str
    who: Person

    def known(self, kind: str) -> tuple[str, ...]:
        """Every value of a kind by which they are looked for."""
        return tuple(sorted(self.who.known.get(kind, ())))


@dataclass(frozen=True, slots=True)
class Source:
    """One category in one system; `rows` reads what it holds of a person. Raises SourceFailedError."""

    category: str
    system: str
    rows: Callable[[Subject], Iterator[Row]]


@dataclass(frozen=True, slots=True)
class Part:
    """How much of one category a package holds."""

    category: str
    system: str
    count: int


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was put together; `missing` says in sentences what keeps it from being handed over."""

    parts: tuple[Part, ...]
    missing: tuple[str, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether it may be released: every source answered, and the register tells all of every category (Policy §5)."""
        return not self.missing


def handed_over(kind: str, sources: Iterable[Source], register: Register) -> tuple[Source, ...]:
    """The sources of a package: all for access, for portability those of data that was provided or observed (GDPR Art. 20(1))."""
    everything = tuple(sources)
    if kind != RequestKind.PORTABILITY:
        return everything
    return tuple(source for source in everything if _is_portable(register.find(source.category)))


def _is_portable(category: Category | None) -> bool:
    return category is not None and category.provided
