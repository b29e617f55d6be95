"""Who gets no more marketing: the list, and what a person must still put on it (GDPR Art. 21(2)–(3); Policy §3)."""

import re
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from desk.access import Action
from desk.pages import page
from desk.visitor import Id, Visitor, allowed, wiring_of

router = APIRouter(default_response_class=HTMLResponse)
Reader = Annotated[Visitor, allowed(Action.SEE_QUEUES)]
Decider = Annotated[Visitor, allowed(Action.DECIDE_QUEUES)]
_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


@router.get("/suppressions")
def suppressions(request: Request, visitor: Reader) -> Response:
    """The list, and the requests that are not applied yet."""
    views = wiring_of(request).store.views.queues.suppressions
    return page(visitor, "suppressions.html", here="/queues", listed=views.all(), waiting=views.waiting(visitor.hidden_queues))


@router.post("/suppressions")
def suppress(request: Request, visitor: Decider, address: Annotated[str, Form(max_length=320)]) -> Response:
    """Put an address on the list by a person's word; sent as a form, so that it stands in no URL."""
    if not _ADDRESS.fullmatch(address.strip()):
        raise HTTPException(400)
    return _add(request, visitor, address.strip(), None)


@router.post("/suppressions/requests/{request_id}")
def apply(request: Request, visitor: Decider, request_id: Id) -> Response:
    """Do what a request for no more marketing asks, for its sender's address."""
    waiting = wiring_of(request).store.views.queues.suppressions.waiting(visitor.hidden_queues)
    asked = next((one for one in waiting if one.request_id == request_id), None)
    if asked is None:
        raise HTTPException(404)
    return _add(request, visitor, asked.sender_address, asked.message_id)


@router.post("/suppressions/{suppression_id}/lift")
def lift(request: Request, visitor: Decider, suppression_id: Id) -> Response:
    """Take an address off the list: it was a mistake, or its owner wants advertising again."""
    store = wiring_of(request).store
    if all(line.id != suppression_id for line in store.views.queues.suppressions.all()):
        raise HTTPException(404)
    with store.transaction() as tx:
        tx.queues.suppressions.lift(suppression_id, visitor.person.audit_name, visitor.now)
    return RedirectResponse("/suppressions", status_code=303)


def _add(request: Request, visitor: Visitor, address: str, message_id: int | None) -> Response:
    with wiring_of(request).store.transaction() as tx:
        tx.queues.suppressions.add(address, message_id, visitor.person.audit_name, visitor.now)
    return RedirectResponse("/suppressions", status_code=303)
