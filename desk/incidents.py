"""Breaches that were reported: hours left, what was decided and why (GDPR Art. 33–34)."""

from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from desk.access import Action
from desk.pages import page
from desk.queue_words import ACTS
from desk.texts import N_
from desk.visitor import Id, Visitor, allowed, wiring_of
from gdpr.incident import ALLOWED, IncidentNote, hours_left, report_by
from gdpr.queue_casework import alert
from gdpr.queue_store import NewIncident

router = APIRouter(default_response_class=HTMLResponse)
Handler = Annotated[Visitor, allowed(Action.HANDLE_INCIDENTS)]
Reason = Annotated[str, Form(max_length=4000)]
BY_HAND = N_("reported by telephone, or seen by ourselves")


@router.get("/incidents")
def incidents(request: Request, visitor: Handler) -> Response:
    """Every breach, those that are not decided first."""
    found = wiring_of(request).store.views.queues.incidents.all(visitor.hidden_queues)
    left = {one.id: hours_left(one.report_by, visitor.now) for one in found}
    return page(visitor, "incidents.html", here="/queues", incidents=found, left=left)


@router.post("/incidents")
def record(request: Request, visitor: Handler, reason: Reason) -> Response:
    """A breach that came by no mail; we are aware from this moment."""
    wiring = wiring_of(request)
    if not reason.strip():
        raise HTTPException(400)
    by = report_by(visitor.now, wiring.policy.terms)
    with wiring.store.transaction() as tx:
        incident_id = tx.queues.incidents.open(NewIncident(None, visitor.now, by, BY_HAND), visitor.person.audit_name, visitor.now)
        tx.queues.incidents.note(incident_id, IncidentNote.FACTS, reason, visitor.person.audit_name, visitor.now)
        alert(tx, incident_id, by, wiring.policy, visitor.now)
    return RedirectResponse(f"/incidents/{incident_id}", status_code=303)


@router.get("/incidents/{incident_id}")
def one(request: Request, visitor: Handler, incident_id: Id) -> Response:
    """One breach with its whole log."""
    found = wiring_of(request).store.views.queues.incidents.one(incident_id, visitor.hidden_queues)
    if found is None:
        raise HTTPException(404)
    acts = {note: label for note, label in ACTS.items() if note in ALLOWED[found.state]}
    return page(visitor, "incident.html", here="/queues", incident=found, left=hours_left(found.report_by, visitor.now), acts=acts)


@router.post("/incidents/{incident_id}/notes")
def note(request: Request, visitor: Handler, incident_id: Id, act: Annotated[IncidentNote, Form()], reason: Reason) -> Response:
    """Write down what happened or what is decided, with the reason; nothing is ever taken out of the log (GDPR Art. 33(5))."""
    wiring = wiring_of(request)
    if wiring.store.views.queues.incidents.one(incident_id) is None:
        raise HTTPException(404)
    if not reason.strip():
        raise HTTPException(400)
    with wiring.store.transaction() as tx:
        tx.queues.incidents.note(incident_id, act, reason, visitor.person.audit_name, visitor.now)
    return RedirectResponse(f"/incidents/{incident_id}", status_code=303)
