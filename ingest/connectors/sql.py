"""A database of another system, asked by the operator's query with named parameters; nothing in it is changed."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from itertools import product
from typing import Any

from sqlalchemy import Connection, create_engine, text
from sqlalchemy.exc import SQLAlchemyError

from gdpr.connectors import Connector
from gdpr.export import Row, SourceFailedError, Subject

# What forbids the session to write. Whatever the database, nothing is ever committed.
_READ_ONLY = {"sqlite": "PRAGMA query_only = ON", "postgresql": "SET TRANSACTION READ ONLY"}
_AT_ONCE = 200  # rows in memory


def sql_rows(connector: Connector, subject: Subject) -> Iterator[Row]:
    """The rows that the query finds for what the person is known by, each row once. Raises SourceFailedError."""
    seen: set[bytes] = set()
    try:
        with _reading(connector.where) as connection:
            for parameters in _parameters(connector, subject):
                for row in connection.execute(text(connector.query), parameters).mappings():
                    told = {name: _plain(value) for name, value in row.items()}
                    mark = sha256(json.dumps(told).encode()).digest()
                    if mark not in seen:
                        seen.add(mark)
                        yield told
    except (SQLAlchemyError, ImportError) as error:
        raise SourceFailedError(f"The source {connector.system} cannot be read: {type(error).__name__}.") from None


@contextmanager
def _reading(address: str) -> Iterator[Connection]:
    engine = create_engine(address, hide_parameters=True)
    try:
        with engine.connect() as connection:
            if guard := _READ_ONLY.get(engine.dialect.name):
                connection.execute(text(guard))
            yield connection.execution_options(yield_per=_AT_ONCE)
    finally:
        engine.dispose()


def _parameters(connector: Connector, subject: Subject) -> Iterator[dict[str, str | None]]:
    """Every combination of what the person is known by; None where they are known by nothing of a kind."""
    values = [subject.known(kind) or (None,) for kind in connector.match.values()]
    for combination in product(*values):
        if any(combination):
            yield dict(zip(connector.match, combination, strict=True))


def _plain(value: Any) -> Any:
    return value if value is None or isinstance(value, str | int | float) else str(value)
