"""`ombud report`: the figures of a month."""

import json
import re
from dataclasses import asdict
from typing import Annotated

import typer

from cli.composition import service
from cli.exits import WrongUseError
from gdpr.report import Month, Report, monthly
from storage.request_histories import histories

MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")


def report(
    month: Annotated[str, typer.Argument(help="As in 2026-11.")],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
) -> None:
    """Count what came, what was answered and how fast, from the events of the requests alone."""
    asked = month_in(month)
    with service() as ombud:
        found = monthly(histories(ombud.store.engine), asked, ombud.policy.terms)
    typer.echo(json.dumps(asdict(found)) if as_json else described(found))


def month_in(text: str) -> Month:
    """The month that is named. Raises WrongUseError."""
    named = MONTH.fullmatch(text)
    if named is None:
        raise WrongUseError(f"{text} is no month: write it as in 2026-11.")
    return Month(int(named[1]), int(named[2]))


def described(found: Report) -> str:
    """The figures in words."""
    return "\n".join(
        (
            f"Month: {found.month}.",
            f"Received: {counted(dict(found.received))}.",
            f"Answered: {counted(dict(found.answered))}.",
            f"Median: {'-' if found.median_days is None else found.median_days} days.",
            f"Within 30 days: {percent(found.within_30_days)}. Within the law's time: {percent(found.within_the_law)}.",
            f"Extended: {found.extended}. Refused: {found.refused}. Identity never shown: {found.unverified}. Overdue: {found.overdue}.",
            f"Kinds that a person corrected: {found.misrouted}.",
        )
    )


def counted(counts: dict[str, int]) -> str:
    """Counts by kind in words."""
    return ", ".join(f"{count} {kind.replace('_', ' ')}" for kind, count in counts.items()) or "none"


def percent(share: float | None) -> str:
    """A share in words."""
    return "-" if share is None else f"{share:.0%}"
