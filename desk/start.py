"""The start page: what needs a person now."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from desk.access import Action
from desk.pages import page
from desk.requests import Clocked, clocked
from desk.texts import N_
from desk.visitor import Visitor, allowed, wiring_of
from gdpr.clock import Standing
from storage.id_image_views import IdImageCounts
from storage.status_view import Status

router = APIRouter(default_response_class=HTMLResponse)
FIRST = 8


@dataclass(frozen=True, slots=True)
class Now:
    """What the tiles count."""

    status: Status
    requests: tuple[Clocked, ...]
    incidents: int
    id_images: IdImageCounts

    def standing(self, standing: Standing) -> int:
        """How many requests the visitor may see stand like this."""
        return sum(row.standing is standing for row in self.requests)


# What is counted, where it leads, who may go there, and the colour when there is any.
TILES: tuple[tuple[str, str, Action, str, Callable[[Now], int]], ...] = (
    (N_("requests overdue"), "/requests?standing=overdue", Action.SEE_REQUESTS, "bad", lambda now: now.standing(Standing.OVERDUE)),
    (N_("requests due soon"), "/requests?standing=due_soon", Action.SEE_REQUESTS, "warn", lambda now: now.standing(Standing.DUE_SOON)),
    (N_("requests open in all"), "/requests", Action.SEE_REQUESTS, "", lambda now: len(now.requests)),
    (N_("breaches to decide on"), "/incidents", Action.HANDLE_INCIDENTS, "bad", lambda now: now.incidents),
    (N_("ID images to check"), "/id-images", Action.CHECK_ID_IMAGES, "warn", lambda now: now.id_images.held),
    (N_("senders unmatched"), "/unmatched", Action.MERGE, "warn", lambda now: now.status.unmatched),
    (N_("mails in quarantine"), "/quarantine", Action.SEE_QUARANTINE, "bad", lambda now: now.status.quarantine_waiting),
    (N_("mails in all"), "/mails", Action.SEE_MAILS, "calm", lambda now: sum(now.status.mails.values())),
)


@dataclass(frozen=True, slots=True)
class Tile:
    """One count with its link."""

    count: int
    label: str
    href: str
    tone: str


@router.get("/")
def start(request: Request, visitor: Annotated[Visitor, allowed(Action.SEE_START)]) -> Response:
    """What waits for a person, and the requests that are due first."""
    wiring = wiring_of(request)
    every = clocked(wiring.store.views.requests.open(visitor.hidden_queues), wiring.policy, visitor.now)
    now = Now(
        wiring.store.views.status(visitor.hidden_queues),
        every,
        wiring.store.views.queues.incidents.open_count(),
        wiring.store.views.id_images.counts(visitor.now),
    )
    tiles = [
        Tile(count(now), label, href, tone if count(now) else "calm")
        for label, href, action, tone, count in TILES
        if visitor.person.may(action)
    ]
    first = every[:FIRST] if visitor.person.may(Action.SEE_REQUESTS) else None
    return page(visitor, "start.html", here="/", tiles=tiles, requests=first, status=now.status)
