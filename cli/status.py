"""`ombud status`: whether anything is lost, late or waiting."""

import json
from datetime import datetime
from typing import Annotated, Any

import typer

from cli.composition import service, utc_now
from gdpr.clock import days_left
from storage.views import Views


def status(as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False) -> None:
    """Count mails by outcome, open and overdue requests, letters that are owed, and mails unaccounted for."""
    with service() as ombud:
        counts = counted(ombud.store.views, utc_now())
    typer.echo(json.dumps(counts) if as_json else described(counts))


def counted(views: Views, now: datetime) -> dict[str, Any]:
    """The counts of this moment."""
    found, images = views.status(), views.id_images.counts(now)
    overdue = sum(days_left(request.due_on, now) < 0 for request in views.requests.open())
    return {
        "mails": {str(outcome): count for outcome, count in found.mails.items()} | {"unaccounted": found.unaccounted},
        "requests": {"open": sum(found.open_by_kind.values()), "overdue": overdue, "by_kind": dict(found.open_by_kind)},
        "id_images": {
            "held": images.held,
            "oldest_hours": images.oldest_hours(now),
            "overdue": images.overdue,
            "in_mailbox": images.copies,
        },
        "unmatched": found.unmatched,
        "outbox": {"pending": found.outbox_pending, "failed": found.outbox_failed},
        "last_poll_at": found.last_poll_at.isoformat().replace("+00:00", "Z") if found.last_poll_at else None,
    }


def described(counts: dict[str, Any]) -> str:
    """The counts in words."""
    mails, requests, images = dict(counts["mails"]), counts["requests"], counts["id_images"]
    unaccounted = mails.pop("unaccounted")
    kinds = ", ".join(f"{count} {kind.replace('_', ' ')}" for kind, count in sorted(requests["by_kind"].items()))
    return "\n".join(
        (
            f"Mails: {', '.join(f'{count} {outcome}' for outcome, count in mails.items())}; {unaccounted} unaccounted for.",
            f"Requests: {requests['open']} open, {requests['overdue']} overdue{f' ({kinds})' if kinds else ''}.",
            f"Senders nobody has vouched for: {counts['unmatched']}.",
            f"ID images: {images['held']} held, {images['overdue']} longer than allowed; {images['in_mailbox']} still in a mailbox.",
            f"Letters owed: {counts['outbox']['pending']}, {counts['outbox']['failed']} more did not arrive.",
            f"Last poll: {counts['last_poll_at'] or 'never'}.",
        )
    )
