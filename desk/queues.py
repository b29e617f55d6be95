"""The queues beside the requests, with how much waits in each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from desk.access import Action
from desk.pages import page
from desk.texts import N_
from desk.visitor import Visitor, allowed, wiring_of
from gdpr.dpa import DpaState
from storage.queues import QueueViews

router = APIRouter(default_response_class=HTMLResponse)
_CLOSED_AGREEMENTS = (DpaState.FILED, DpaState.DROPPED)
Hidden = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Queue:
    """One queue: its name, its page, who may open it, and how many things wait in it."""

    name: str
    what: str
    href: str
    action: Action
    tone: str
    waiting: Callable[[QueueViews, Hidden], int]


QUEUES: tuple[Queue, ...] = (
    Queue(
        N_("Breaches"),
        N_("Somebody says that data went astray: 72 hours to tell the authority."),
        "/incidents",
        Action.HANDLE_INCIDENTS,
        "bad",
        lambda views, hidden: views.incidents.open_count(),
    ),
    Queue(
        N_("The authority"),
        N_("Letters from the supervisory authority, each with a date of its own."),
        "/authority",
        Action.HANDLE_AUTHORITY,
        "bad",
        lambda views, hidden: sum(letter.answered_at is None for letter in views.authority.all()),
    ),
    Queue(
        N_("Customers' end users"),
        N_("People whose data stands on a site that we only host: the customer answers them."),
        "/end-users",
        Action.SEE_QUEUES,
        "warn",
        lambda views, hidden: len(views.end_users.waiting(hidden)),
    ),
    Queue(
        N_("No more marketing"),
        N_("Who gets no advertising, and who still waits to be put on the list."),
        "/suppressions",
        Action.SEE_QUEUES,
        "warn",
        lambda views, hidden: len(views.suppressions.waiting(hidden)),
    ),
    Queue(
        N_("Data processing agreements"),
        N_("Who may sign, what was sent, what is signed and filed."),
        "/agreements",
        Action.SEE_QUEUES,
        "warn",
        lambda views, hidden: sum(one.state not in _CLOSED_AGREEMENTS for one in views.agreements.all()),
    ),
)


@router.get("/queues")
def queues(request: Request, visitor: Annotated[Visitor, allowed(Action.SEE_QUEUES)]) -> Response:
    """Every queue that the visitor may open."""
    views = wiring_of(request).store.views.queues
    mine = [queue for queue in QUEUES if visitor.person.may(queue.action)]
    counts: Mapping[str, int] = {queue.href: queue.waiting(views, visitor.hidden_queues) for queue in mine}
    return page(visitor, "queues.html", here="/queues", queues=mine, counts=counts)
