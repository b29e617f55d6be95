"""Data processing agreements: who may sign, which text, sent, signed, filed (GDPR Art. 28(3); Policy §6)."""

from collections.abc import Mapping
from functools import cache
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from pydantic import BaseModel, Field

from config.dpa_file import load_dpa
from desk.access import Action
from desk.pages import page
from desk.queue_words import DROPS
from desk.visitor import Id, Visitor, allowed, wiring_of
from desk.words import WORDS
from gdpr.clock import days_left
from gdpr.dpa import CLAUSES, STEPS, DpaStep, DpaTemplate

router = APIRouter(default_response_class=HTMLResponse)
Reader = Annotated[Visitor, allowed(Action.SEE_QUEUES)]
Decider = Annotated[Visitor, allowed(Action.DECIDE_QUEUES)]
Short = Annotated[str, Field(max_length=80)]


@cache
def template() -> DpaTemplate:
    """The agreement that is offered."""
    return load_dpa()


@router.get("/agreements")
def agreements(request: Request, visitor: Reader) -> Response:
    """Every request for an agreement, with the next step; nobody is asked for an ID image here."""
    found = wiring_of(request).store.views.queues.agreements.all()
    left = {one.request_id: days_left(one.due_on, visitor.now) for one in found}
    authorities, offered = WORDS["dpa_authority"], template()
    context = {"authorities": authorities, "template": offered, "clauses": CLAUSES, "drops": DROPS}
    return page(visitor, "agreements.html", here="/queues", agreements=found, left=left, **context)


class Told(BaseModel):
    """What the form of a step tells; a step uses what it demands."""

    signatory: Short = ""
    authority: Short = ""
    file_reference: Short = ""
    reason: Short = ""

    def given(self, step: str) -> Mapping[str, str]:
        """What this step demands, the version of the text included."""
        told = {**self.model_dump(), "template_version": template().version}
        return {name: told[name] for name in STEPS[step].demands}


@router.post("/agreements/{request_id}/{step}")
def take(request: Request, visitor: Decider, request_id: Id, step: str, told: Annotated[Told, Form()]) -> Response:
    """Take a step towards the signed agreement; a step that is not possible is refused with the reason."""
    store = wiring_of(request).store
    if step not in STEPS or all(one.request_id != request_id for one in store.views.queues.agreements.all()):
        raise HTTPException(404)
    given = told.given(step)
    if any(not value.strip() for value in given.values()) or (step == "drop" and told.reason not in DROPS):
        raise HTTPException(400)
    with store.transaction() as tx:
        tx.queues.agreements.step(request_id, DpaStep(step, visitor.person.audit_name, visitor.now, given), template())
    return RedirectResponse("/agreements", status_code=303)
