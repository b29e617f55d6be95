"""`ombud requests`: the open requests, the one that is due first on top."""

import json
from datetime import datetime
from typing import Annotated, Any

import typer

from cli.composition import service, utc_now
from gdpr.clock import days_left, standing
from gdpr.policy import Policy
from storage.request_views import RequestView

COLUMNS = (
    ("id", 6),
    ("kind", 20),
    ("status", 20),
    ("customer_id", 13),
    ("received_at", 22),
    ("due_on", 12),
    ("days_left", 11),
    ("standing", 9),
)


def requests(as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False) -> None:
    """List open requests with the days that are left."""
    now = utc_now()
    with service() as ombud:
        rows = [row(request, ombud.policy, now) for request in ombud.store.views.requests.open()]
    if not as_json:
        typer.echo(line({name: name for name, _ in COLUMNS}))
    for found in rows:
        typer.echo(json.dumps(found) if as_json else line(found))


def row(request: RequestView, policy: Policy, now: datetime) -> dict[str, Any]:
    """One request as scripts read it; no personal data, and of the officer's not even the customer (GDPR Art. 38(5))."""
    return {
        "id": request.id,
        "kind": request.kind,
        "status": request.status,
        "customer_id": None if request.queue == policy.officer.queue else request.customer_id,
        "received_at": request.received_at.isoformat().replace("+00:00", "Z"),
        "due_on": request.due_on.isoformat(),
        "days_left": days_left(request.due_on, now),
        "standing": standing(request.due_on, now, policy.desk, paused=request.paused),
    }


def line(row: dict[str, Any]) -> str:
    """One row in columns."""
    return "".join(f"{row[name] if row[name] is not None else '-':<{width}}" for name, width in COLUMNS).rstrip()
