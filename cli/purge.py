"""`ombud purge`: what has had its time, counted or removed."""

import json
from typing import Annotated

import typer

from cli.composition import service, utc_now
from gdpr.retention import Category
from jobs.purge import due
from jobs.purge import purge as remove_all

_WORDS = {
    Category.SUPPORT_MAIL: "support mails",
    Category.SCREENED_MAIL: "mails of robots",
    Category.QUARANTINED_MAIL: "mails in quarantine",
    Category.CLOSED_REQUEST_MAIL: "mails of closed requests (their words)",
    Category.CLOSED_REQUEST: "closed requests",
    Category.STAFF_LETTER: "letters to our own people",
    Category.AUDIT_ENTRY: "audit entries",
}


def purge(
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only count what would go.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
) -> None:
    """Remove what has had its time by the policy file; `ombud run` does so every night."""
    with service() as ombud:
        counts = (due if dry_run else remove_all)(ombud.store, ombud.policy.retention, utc_now())
    if as_json:
        typer.echo(json.dumps({str(category): count for category, count in counts.items()}))
        return
    for category, count in counts.items():
        typer.echo(f"{count:>8}  {_WORDS[category]}")
    typer.echo("Nothing was removed: this was a dry run." if dry_run else "Removed.")
