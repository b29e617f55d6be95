"""`ombud deadlines`: the dates of a request received at an instant."""

import json
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Annotated

import typer

from cli.exits import WrongUseError
from config.policy_file import load_policy
from gdpr.clock import Deadlines
from gdpr.clock import deadlines as dates_of
from gdpr.derivation import DateName

COLUMNS = ("received_at", *DateName)
EARLIEST, LATEST = 1950, 2999


def deadlines(
    instants: Annotated[list[str], typer.Argument(metavar="INSTANT…", help="ISO 8601 with an offset; - reads them from standard input.")],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> None:
    """Tell by when a request received at each INSTANT must be answered."""
    terms = load_policy().terms
    rows = [row(dates_of(read_instant(text), terms)) for text in spelled_out(instants)]
    for line in map(json.dumps, rows) if as_json else table(rows):
        typer.echo(line)


def spelled_out(instants: Iterable[str]) -> Iterator[str]:
    """The instants, with the lines of standard input in place of "-"."""
    for instant in instants:
        yield from filter(None, map(str.strip, sys.stdin)) if instant == "-" else (instant,)


def read_instant(text: str) -> datetime:
    """The instant that a text names, in UTC (ISO 8601)."""
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        raise WrongUseError(f"{text!r} is no instant: write it as in 2026-03-05T10:00+01:00.") from None
    if instant.utcoffset() is None:
        raise WrongUseError(f"{text!r} does not say in which time zone it is: add an offset, as in 2026-03-05T10:00+01:00, or Z for UTC.")
    if not EARLIEST <= instant.year <= LATEST:
        raise WrongUseError(f"{text!r} is out of range: give a year from {EARLIEST} to {LATEST}.")
    return instant.astimezone(UTC)


def row(dates: Deadlines) -> dict[str, str]:
    """The dates by their names; `received_at` is in UTC."""
    received_at = dates.received_at.isoformat().replace("+00:00", "Z")
    return {"received_at": received_at} | {name: getattr(dates, name).isoformat() for name in DateName}


def table(rows: Iterable[dict[str, str]]) -> Iterator[str]:
    """The rows under their names, in columns."""
    yield "".join(f"{name:<22}" if name == "received_at" else f"{name:<16}" for name in COLUMNS).rstrip()
    for values in rows:
        yield "".join(f"{value:<22}" if name == "received_at" else f"{value:<16}" for name, value in values.items()).rstrip()
