"""Requests under the GDPR: the open ones by urgency, and one with how its dates were reached."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from desk.access import Action
from desk.pages import page
from desk.request_acts import Asked
from desk.request_page import act, show
from desk.texts import N_
from desk.visitor import Id, Visitor, allowed, wiring_of
from desk.words import word
from gdpr.clock import Standing, days_left, standing
from gdpr.policy import Policy
from gdpr.records import OPEN_STATUSES
from gdpr.request_acts import RequestGateError
from gdpr.requests import RequestKind
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
    return tuple(Clocked(view, days_left(view.due_on, now), standing_of(view, policy, now)) for view in views)


def standing_of(view: RequestView, policy: Policy, now: datetime) -> Standing:
    """How the clock of a request stands, from what its row sums up."""
    return standing(view.due_on, now, policy.desk, closed=view.status not in OPEN_STATUSES, paused=view.paused)


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
    """One request: what is asked, by when it must be answered and why then, what happened, and what can be done."""
    return show(request, visitor, request_id)


@router.post("/requests/{request_id}/{name}")
def act_on(request: Request, visitor: Reader, request_id: Id, name: str, asked: Annotated[Asked, Form()]) -> Response:
    """Do something with a request; what its gate does not let through is told on the page, and nothing has happened."""
    try:
        act(request, visitor, request_id, name, asked)
    except RequestGateError as refused:
        return show(request, visitor, request_id, refused.sentences, 409)
    return RedirectResponse(f"/requests/{request_id}", status_code=303)
