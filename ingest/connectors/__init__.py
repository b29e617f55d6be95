"""The company's other systems as sources of an export: one module a kind, one table of them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from gdpr.connectors import Connector
from gdpr.export import Row, Source, Subject
from ingest.connectors.files import csv_rows, json_rows
from ingest.connectors.sql import sql_rows

READERS: Mapping[str, Callable[[Connector, Subject], Iterator[Row]]] = {"csv": csv_rows, "json": json_rows, "sql": sql_rows}


def sources(connectors: Iterable[Connector]) -> tuple[Source, ...]:
    """The declared systems as sources."""
    return tuple(Source(one.category, one.system, partial(READERS[one.type], one)) for one in connectors)
