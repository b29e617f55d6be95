"""Pages of a list, each beginning where the one before ended, so that new rows never shift them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, Row, Select, and_, func, or_

Line = TypeVar("Line")


@dataclass(frozen=True, slots=True)
class Page(Generic[Line]):
    """Some lines of a list, and where the next page begins (None: there is none)."""

    lines: tuple[Line, ...]
    next: str | None


@dataclass(frozen=True, slots=True)
class Place:
    """A row's place in a list that is sorted by instant and number, newest first."""

    at: datetime
    number: int

    def __str__(self) -> str:
        return f"{self.at.isoformat()}~{self.number}"

    @classmethod
    def parse(cls, text: str) -> "Place | None":
        """The place again; None for anything else, which then means the first page."""
        at, _, number = text.partition("~")
        try:
            place = cls(datetime.fromisoformat(at), int(number))
        except ValueError:
            return None
        return place if place.at.tzinfo else None


@dataclass(frozen=True, slots=True)
class Listed:
    """A query whose rows are listed newest first, by an instant and then by a number."""

    query: Select[Any]
    at: ColumnElement[Any]
    number: ColumnElement[Any]

    def rows(self, after: str | None, size: int, *conditions: ColumnElement[bool]) -> Select[Any]:
        """The query for one page: one row more than asked for tells whether there is another."""
        query = self.query.add_columns(self.at.label("placed_at"), self.number.label("placed_number")).where(*conditions)
        place = Place.parse(after) if after else None
        if place:
            query = query.where(or_(self.at < place.at, and_(self.at == place.at, self.number < place.number)))
        return query.order_by(self.at.desc(), self.number.desc()).limit(size + 1)

    def page(self, found: Sequence[tuple[Row[Any], Line]], size: int) -> Page[Line]:
        """The page that these rows make."""
        shown = found[:size]
        last = shown[-1][0] if len(found) > size else None
        return Page(tuple(line for _, line in shown), str(Place(last.placed_at, last.placed_number)) if last else None)


def contains(column: ColumnElement[Any], text: str) -> ColumnElement[bool]:
    """Whether a column holds this text, letter case aside."""
    return func.lower(column).contains(text.strip().lower(), autoescape=True)
