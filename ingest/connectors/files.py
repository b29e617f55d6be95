"""A CSV or JSON file of another system: the rows in which the person stands."""

import csv
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from detectors.finding import Kind
from detectors.passage import Passage
from detectors.registry import find_all
from gdpr.connectors import Connector
from gdpr.export import Row, SourceFailedError, Subject


def csv_rows(connector: Connector, subject: Subject) -> Iterator[Row]:
    """The rows of a CSV file with a heading that are the person's. Raises SourceFailedError."""
    try:
        with Path(connector.where).open(newline="", encoding="utf-8-sig") as file:
            table = csv.DictReader(file, strict=True)
            _must_have(connector, table.fieldnames or ())
            yield from _theirs(table, connector, subject)
    except (OSError, ValueError, csv.Error) as error:
        raise _failed(connector, error) from None


def json_rows(connector: Connector, subject: Subject) -> Iterator[Row]:
    """The objects of a JSON file, one a line, that are the person's. Raises SourceFailedError."""
    try:
        with Path(connector.where).open(encoding="utf-8") as file:
            yield from _theirs((_object(line, connector) for line in file if line.strip()), connector, subject)
    except (OSError, ValueError) as error:
        raise _failed(connector, error) from None


def _object(line: str, connector: Connector) -> dict[str, Any]:
    row = json.loads(line)
    if not isinstance(row, dict):
        raise SourceFailedError(f"The source {connector.system} holds a line that is no JSON object.")
    _must_have(connector, row)
    return row


def _must_have(connector: Connector, columns: Iterable[str]) -> None:
    if lacking := sorted(set(connector.match) - set(columns)):
        raise SourceFailedError(f"The source {connector.system} has no column {lacking[0]}.")


def _theirs(rows: Iterable[dict[str, Any]], connector: Connector, subject: Subject) -> Iterator[Row]:
    for row in rows:
        if any(_is_theirs(kind, row[column], subject) for column, kind in connector.match.items()):
            yield row


def _is_theirs(kind: Kind, value: object, subject: Subject) -> bool:
    """Whether a value is the person's, however it is written: 070-174 06 05 is +46701740605 (I7)."""
    told = str(value or "").strip()
    read = () if kind is Kind.EMAIL else (found.value for found in find_all([Passage(told)]) if found.kind is kind)
    return any(subject.who.owns(kind, one) for one in (told, *read))


def _failed(connector: Connector, error: Exception) -> SourceFailedError:
    return SourceFailedError(f"The source {connector.system} cannot be read: {type(error).__name__}.")
