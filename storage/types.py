"""Column types that SQLite and PostgreSQL would treat differently."""

import json
import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, DateTime, Dialect, Text
from sqlalchemy.dialects import sqlite
from sqlalchemy.types import TypeDecorator, TypeEngine

_UNSTORABLE = re.compile("[\0\ud800-\udfff]")


def storable(text: str) -> str:
    """The text with what no database takes (NUL, half surrogates) replaced letter by letter, so that offsets hold."""
    if text.isascii() and "\0" not in text:  # most are, and this is told in no time
        return text
    return _UNSTORABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def storable_json(value: Any) -> Any:
    """The same for every text inside a JSON value."""
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, dict):
        return {storable(key): storable_json(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [storable_json(inner) for inner in value]
    return value


class _SqliteInstant(sqlite.DATETIME):
    """What SQLAlchemy writes into SQLite, in a fifth of the time."""

    def bind_processor(self, dialect: Dialect) -> Callable[[datetime | None], str | None]:
        """Text that sorts by time."""
        return lambda value: None if value is None else value.replace(tzinfo=None).isoformat(" ", "microseconds")


_SQLITE_INSTANT: TypeEngine[datetime] = _SqliteInstant()  # type: ignore[no-untyped-call]  # SQLAlchemy leaves it untyped


class UtcDateTime(TypeDecorator[datetime]):
    """An instant, stored in UTC and read back with its zone (SQLite drops offsets without converting)."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """The database's own type of an instant."""
        return _SQLITE_INSTANT if dialect.name == "sqlite" else self.impl_instance

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To UTC; a naive instant is a programming error."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant without a zone cannot be stored")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Back with its zone."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class MailText(TypeDecorator[str]):
    """Text out of a mail, which may hold anything; `limit` cuts what is indexed, as PostgreSQL indexes no more than 2.7 kB."""

    impl = Text
    cache_ok = True

    def __init__(self, limit: int | None = None) -> None:
        super().__init__()
        self.limit = limit

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Storable, and cut where there is a limit; a look-up is cut the same way."""
        return None if value is None else storable(value)[: self.limit]


class MailJson(TypeDecorator[Any]):
    """JSON that holds text out of a mail."""

    impl = JSON
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        """Storable throughout."""
        return value if not value or _is_storable(_encoded(value)) else storable_json(value)


_encoded = json.JSONEncoder(ensure_ascii=False).encode


def _is_storable(encoded: str) -> bool:
    """Whether JSON holds nothing to replace; a NUL stands in it as an escape."""
    return "\\u0000" not in encoded and (encoded.isascii() or not _UNSTORABLE.search(encoded))
