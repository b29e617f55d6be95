"""Requests under the GDPR: the open ones by urgency, and one with how its dates were reached."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse, Response

from desk.access import Action
from desk.derivation import tell
from desk.pages import page
from desk.texts import N_
from desk.visitor import Id, Visitor, allowed, wiring_of
from desk.words import word
from gdpr.clock import Standing, days_left, deadlines, standing
from gdpr.derivation import DateName
from gdpr.policy import Policy
from gdpr.records import OPEN_STATUSES
from gdpr.requests import ROUTE, RequestKind
from storage.request_views import RequestView

router = APIRouter(default_response_class=HTMLResponse)
Reader = Annotated[Visitor, allowed(Action.SEE_REQUESTS)]

ANY = ("", N_("All"))
STANDINGS = (Standing.OVERDUE, Standing.DUE_SOON, Standing.ON_TRACK, Standing.PAUSED)


@dataclass(frozen=True, slots=True)
class Clocked:
    """A request and how its clock stands now."""

    view: RequestView
    days_left: int
    standing: Standing


SORTS: Mapping[str, tuple[str, Callable[[Clocked], Any]]] = {
    "due": (N_("Due date"), lambda row: (row.view.due_on, row.view.id)),
    "received": (N_("Received"), lambda row: (row.view.received_at, row.view.id)),
    "kind": (N_("Kind"), lambda row: (row.view.kind, row.view.due_on)),
}


def clocked(views: Iterable[RequestView], policy: Policy, now: datetime) -> tuple[Clocked, ...]:
    """The requests, each with days left and standing as `gdpr.clock` tells them."""
    return tuple(
        Clocked(view, days_left(view.due_on, now), standing(view.due_on, now, policy.desk, closed=view.status not in OPEN_STATUSES))
        for view in views
    )


@router.get("/requests")
def requests(request: Request, visitor: Reader, kind: str = "", standing: str = "", sort: str = "due") -> Response:
    """The open requests; what is chosen stands in the URL, so that a view can be kept and passed on."""
    wiring = wiring_of(request)
    every = clocked(wiring.store.views.requests.open(visitor.hidden_queues), wiring.policy, visitor.now)
    chosen = [row for row in every if kind in ("", row.view.kind) and standing in ("", row.standing)]
    _, key = SORTS.get(sort, SORTS["due"])
    return page(
        visitor,
        "requests.html",
        here="/requests",
        requests=sorted(chosen, key=key),
        kinds=(ANY, *((name, word("request", name)) for name in RequestKind)),
        standings=(ANY, *((name, word("standing", name)) for name in STANDINGS)),
        sorts=tuple((name, label) for name, (label, _) in SORTS.items()),
        kind=kind,
        standing=standing,
        sort=sort,
    )


@router.get("/requests/{request_id}")
def one(request: Request, visitor: Reader, request_id: Id) -> Response:
    """One request: what is asked, by when it must be answered, and why then."""
    wiring = wiring_of(request)
    view = wiring.store.views.requests.one(request_id, visitor.hidden_queues)
    if view is None:
        raise HTTPException(404)
    dates = deadlines(view.received_at, wiring.policy.terms)
    steps = [step for step in dates.derivation if step.towards is not DateName.LEGAL_SE or dates.legal_se_on != dates.legal_on]
    (row,) = clocked((view,), wiring.policy, visitor.now)
    return page(
        visitor,
        "request.html",
        here="/requests",
        row=row,
        readable=wiring.store.views.mails.one(view.message_id, visitor.hidden_queues) is not None,
        route=ROUTE[RequestKind(view.kind)],
        derivation=tell(steps, visitor.language) if dates.due_on == view.due_on else None,
    )
