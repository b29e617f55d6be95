"""The page of one request: what is asked, how its dates were reached, what happened, and what can be done."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import HTTPException, Request
from fastapi.responses import Response

from desk.access import Actor
from desk.derivation import tell
from desk.pages import page
from desk.request_acts import ACT, Asked, do, offered
from desk.request_words import REASON_GROUPS, WORDS
from desk.visitor import Visitor, wiring_of
from gdpr.clock import days_left
from gdpr.derivation import DateName
from gdpr.events import Event, EventKind
from gdpr.gates import Case, Demand, Doer, missing
from gdpr.life_clock import standing_of
from gdpr.request_acts import hold
from gdpr.request_store import RequestGoneError, RequestMovedError
from gdpr.requests import ROUTE
from storage.request_views import RequestView
from storage.store import SqlTransaction


@dataclass(frozen=True, slots=True)
class Told:
    """One event as the page tells it: what, when, by whom, and more as words of a group."""

    event: Event
    who: str
    notes: tuple[tuple[str, str], ...]


# The details of an event that are words, with the group that holds them.
NOTES: tuple[tuple[str, str], ...] = (
    ("kind", "request"),
    ("method", "method"),
    ("item", "item"),
    ("measure", "measure"),
    ("template", "letter"),
    ("system", "system"),
    ("explanation", "extension_reason"),
)


def show(request: Request, visitor: Visitor, request_id: int, refused: tuple[str, ...] = (), status: int = 200) -> Response:
    """The page; `refused` says what a form was told."""
    wiring = wiring_of(request)
    view = found(request, visitor, request_id)
    try:
        with wiring.store.transaction() as tx:
            case = hold(tx, request_id, wiring.policy, visitor.now).case
            history = told(tx, request_id)
    except RequestGoneError:
        raise HTTPException(404) from None
    return page(
        visitor,
        "request.html",
        status,
        here="/requests",
        row={"view": view, "days_left": days_left(case.clock.dates.due_on, visitor.now), "standing": standing(case)},
        readable=wiring.store.views.mails.one(view.message_id, visitor.hidden_queues) is not None,
        route=ROUTE[case.life.kind],
        derivation=derivation(case, visitor.language),
        case=case,
        id_images=[image for image in wiring.store.views.id_images.held(visitor.hidden_queues) if image.request_id == request_id],
        id_notes=wiring.store.views.id_images.notes(request_id),
        letters=wiring.store.views.outbox.of_request(request_id, view.message_id, visitor.hidden_queues),
        history=history,
        acts=tuple(offered(case, doer(visitor.person))),
        unmet=unmet(case),
        refused=refused,
    )


def act(request: Request, visitor: Visitor, request_id: int, name: str, asked: Asked) -> None:
    """Do what a form asks. Raises RequestGateError, and RequestMovedError where the page was older than the request."""
    view = found(request, visitor, request_id)
    if name not in ACT:
        raise HTTPException(404)
    if view.version != asked.seen:
        raise RequestMovedError(f"Somebody changed request {request_id} meanwhile.")
    wiring = wiring_of(request)
    with wiring.store.transaction() as tx:
        do(tx, ACT[name], request_id, asked, wiring.policy, doer(visitor.person), visitor.now)


def found(request: Request, visitor: Visitor, request_id: int) -> RequestView:
    """The request, unless it is hidden from the visitor (GDPR Art. 38(5))."""
    view = wiring_of(request).store.views.requests.one(request_id, visitor.hidden_queues)
    if view is None:
        raise HTTPException(404)
    return view


def doer(actor: Actor) -> Doer:
    """The person at the desk as the gates know them."""
    return Doer(actor.audit_name, actor.roles)


def standing(case: Case) -> str:
    """How its clock stands."""
    return standing_of(case.life, case.clock, case.now, case.policy.desk)


def derivation(case: Case, language: str) -> object:
    """How each date was reached; the Swedish reading only where it differs."""
    dates = case.clock.dates
    steps = [step for step in dates.derivation if step.towards is not DateName.LEGAL_SE or dates.legal_se_on != dates.legal_on]
    return tell(steps, language)


def unmet(case: Case) -> tuple[Demand, ...]:
    """All that stands between the request and its end, in the order in which it is done (D15)."""
    if not case.life.is_open:
        return ()
    if case.life.outcome is None:
        return missing(case, EventKind.FULFILLED)
    return missing(case, EventKind.CLOSED)


def told(tx: SqlTransaction, request_id: int) -> tuple[Told, ...]:
    """What happened, the newest first."""
    events = tx.requests.events(request_id)
    names = {actor: _name(tx, actor) for actor in {event.actor for event in events}}
    return tuple(Told(event, names[event.actor], tuple(_notes(event))) for event in reversed(events))


def _name(tx: SqlTransaction, actor: str) -> str:
    kind, _, number = actor.partition("/")
    user = tx.users.with_id(int(number)) if kind == "user" and number.isdigit() else None
    return user.name if user else "" if actor == "system" else actor


def _notes(event: Event) -> list[tuple[str, str]]:
    words: Mapping[str, Any] = WORDS
    reasons = [(group, event.reason) for group in REASON_GROUPS if event.reason in words[group]] if event.reason else []
    return [(group, event.text(name)) for name, group in NOTES if event.text(name)] + reasons[:1]
