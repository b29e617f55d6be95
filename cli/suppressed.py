"""`ombud suppressed`: who gets no more marketing, for the tool that sends it."""

import json
from typing import Annotated

import typer

from cli.composition import service


def suppressed(as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False) -> None:
    """List the addresses that must get no advertising, one a line; compare with it before each mailing (GDPR Art. 21(3))."""
    with service() as ombud:
        entries = ombud.store.views.queues.suppressions.all()
    for entry in entries:
        if entry.address is not None:
            typer.echo(json.dumps({"address": entry.address, "since": entry.since.isoformat()}) if as_json else entry.address)
