"""Letters from the supervisory authority, read by the data protection officer and managers."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from desk.access import Action
from desk.pages import page
from desk.visitor import Id, Visitor, allowed, wiring_of
from gdpr.clock import days_left

router = APIRouter(default_response_class=HTMLResponse)
Handler = Annotated[Visitor, allowed(Action.HANDLE_AUTHORITY)]


@router.get("/authority")
def letters(request: Request, visitor: Handler) -> Response:
    """Every letter, those that wait for an answer first."""
    wiring = wiring_of(request)
    found = wiring.store.views.queues.authority.all()
    left = {letter.id: days_left(letter.answer_by, visitor.now) for letter in found if letter.answer_by}
    return page(visitor, "authority.html", here="/queues", letters=found, left=left)


@router.post("/authority/{letter_id}/date")
def date_it(request: Request, visitor: Handler, letter_id: Id, answer_by: Annotated[date, Form()]) -> Response:
    """Say by which day the letter wants an answer."""
    return _decide(request, visitor, letter_id, answer_by)


@router.post("/authority/{letter_id}/answered")
def answered(request: Request, visitor: Handler, letter_id: Id) -> Response:
    """Say that it was answered, by the way the authority asked for; nothing is ever answered by itself."""
    return _decide(request, visitor, letter_id, None)


def _decide(request: Request, visitor: Visitor, letter_id: int, answer_by: date | None) -> Response:
    store = wiring_of(request).store
    if store.views.queues.authority.one(letter_id) is None:
        raise HTTPException(404)
    with store.transaction() as tx:
        if answer_by is None:
            tx.queues.authority.answered(letter_id, visitor.person.audit_name, visitor.now)
        else:
            tx.queues.authority.answer_by(letter_id, answer_by, visitor.person.audit_name, visitor.now)
    return RedirectResponse("/authority", status_code=303)
