"""Mails that broke a step: where and why, try again, or discard with a reason."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from desk.access import Action
from desk.pages import page
from desk.texts import N_
from desk.visitor import Id, Visitor, allowed, wiring_of
from gdpr.records import Outcome

router = APIRouter(default_response_class=HTMLResponse)
Reader = Annotated[Visitor, allowed(Action.SEE_QUARANTINE)]
Decider = Annotated[Visitor, allowed(Action.DECIDE_QUARANTINE)]


class Discard(StrEnum):
    """Why a mail may be given up; named, so that no free text can hold personal data."""

    SPAM = "spam"
    HARMFUL = "harmful"
    UNREADABLE = "unreadable"
    HANDLED = "handled_elsewhere"


DISCARDS: Mapping[Discard, str] = {
    Discard.SPAM: N_("It is spam"),
    Discard.HARMFUL: N_("It is harmful"),
    Discard.UNREADABLE: N_("Nobody can read it"),
    Discard.HANDLED: N_("It was handled outside Ombud"),
}


@router.get("/quarantine")
def quarantine(request: Request, visitor: Reader, retried: Outcome | None = None) -> Response:
    """Every mail that waits for a person, oldest first."""
    wiring = wiring_of(request)
    waiting = wiring.store.views.quarantine.waiting()
    can_retry = wiring.retry is not None
    return page(visitor, "quarantine.html", here="/quarantine", waiting=waiting, discards=DISCARDS, can_retry=can_retry, retried=retried)


@router.post("/quarantine/{quarantine_id}/retry")
def retry(request: Request, visitor: Decider, quarantine_id: Id) -> Response:
    """Send the mail through all steps again, for instance after a new release."""
    wiring = wiring_of(request)
    if wiring.retry is None or wiring.store.views.quarantine.one(quarantine_id) is None:
        raise HTTPException(404)
    outcome = wiring.retry(quarantine_id, visitor.person.audit_name, visitor.now)
    return RedirectResponse(f"/quarantine?retried={outcome}", status_code=303)


@router.post("/quarantine/{quarantine_id}/discard")
def discard(request: Request, visitor: Decider, quarantine_id: Id, reason: Annotated[Discard, Form()]) -> Response:
    """Give the mail up for a named reason; its content is deleted, the ledger keeps that it came."""
    wiring = wiring_of(request)
    if wiring.store.views.quarantine.one(quarantine_id) is None:
        raise HTTPException(404)
    with wiring.store.transaction() as tx:
        tx.quarantine.discard(quarantine_id, visitor.person.audit_name, reason, visitor.now)
    return RedirectResponse("/quarantine", status_code=303)
