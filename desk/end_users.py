"""End users of sites that we host: their mail goes to the customer, and we confirm nothing (GDPR Art. 28(3)(e))."""

from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from desk.access import Action
from desk.pages import page
from desk.visitor import Id, Visitor, allowed, wiring_of
from gdpr.clock import days_left

router = APIRouter(default_response_class=HTMLResponse)
Reader = Annotated[Visitor, allowed(Action.SEE_QUEUES)]
Decider = Annotated[Visitor, allowed(Action.DECIDE_QUEUES)]


@router.get("/end-users")
def end_users(request: Request, visitor: Reader) -> Response:
    """Every mail that belongs to a customer, with the days that are left."""
    views = wiring_of(request).store.views.queues.end_users
    found = views.all(visitor.hidden_queues)
    left = {one.id: days_left(one.forward_by, visitor.now) for one in found}
    return page(visitor, "end_users.html", here="/queues", end_users=found, left=left)


@router.post("/end-users/{end_user_id}/forwarded")
def forwarded(request: Request, visitor: Decider, end_user_id: Id, customer: Annotated[int, Form(ge=1, lt=2**63)]) -> Response:
    """Say which customer got the mail."""
    store = wiring_of(request).store
    if not _waits(request, visitor, end_user_id) or store.views.people.customer(customer) is None:
        raise HTTPException(404)
    with store.transaction() as tx:
        tx.queues.end_users.forwarded(end_user_id, customer, visitor.person.audit_name, visitor.now)
    return RedirectResponse("/end-users", status_code=303)


@router.post("/end-users/{end_user_id}/our-own")
def our_own(request: Request, visitor: Decider, end_user_id: Id) -> Response:
    """Say that the sender means data of which we are the controller: the request is answered by us."""
    if not _waits(request, visitor, end_user_id):
        raise HTTPException(404)
    with wiring_of(request).store.transaction() as tx:
        tx.queues.end_users.our_own(end_user_id, visitor.person.audit_name, visitor.now)
    return RedirectResponse("/end-users", status_code=303)


def _waits(request: Request, visitor: Visitor, end_user_id: int) -> bool:
    return any(one.id == end_user_id for one in wiring_of(request).store.views.queues.end_users.waiting(visitor.hidden_queues))
