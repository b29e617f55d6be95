"""Senders whom nobody has vouched for: a person says who they are, and can take it back."""

from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from desk.access import Action
from desk.contacts import found_contact, profile_page
from desk.pages import addressing, page
from desk.visitor import Id, Visitor, allowed, wiring_of

router = APIRouter(default_response_class=HTMLResponse)
Merger = Annotated[Visitor, allowed(Action.MERGE)]


@router.get("/unmatched")
def unmatched(request: Request, visitor: Merger, after: str = "") -> Response:
    """Profiles that were opened for unknown senders, each with who it may be and why (I7, I9)."""
    found = wiring_of(request).store.views.people.unmatched(after or None, hidden_queues=visitor.hidden_queues)
    return page(visitor, "unmatched.html", here="/unmatched", page=found, q="", after=after, address=addressing("/unmatched"))


@router.post("/contacts/{contact_id}/candidates")
def candidates(request: Request, visitor: Merger, contact_id: Id, q: Annotated[str, Form(max_length=100)] = "") -> Response:
    """People on file who may be this sender, by a part of their name or address."""
    words = q.strip()
    people = wiring_of(request).store.views.people.contacts(words, hidden_queues=visitor.hidden_queues) if words else ()
    return profile_page(request, visitor, contact_id, q=words, candidates=tuple(one for one in people if one.id != contact_id))


@router.post("/contacts/{contact_id}/merge")
def merge(request: Request, visitor: Merger, contact_id: Id, into: Annotated[int, Form(ge=1, lt=2**63)]) -> Response:
    """Say that a sender is this person: everything moves to the profile that is kept, and can move back."""
    if contact_id == into:
        raise HTTPException(400)
    found_contact(request, visitor, contact_id)
    found_contact(request, visitor, into)
    with wiring_of(request).store.transaction() as tx:
        tx.merging.merge(into, contact_id, visitor.person.audit_name, visitor.now)
    return RedirectResponse(f"/contacts/{into}", status_code=303)


@router.post("/contacts/{contact_id}/dismiss")
def dismiss(request: Request, visitor: Merger, contact_id: Id, other: Annotated[int, Form(ge=1, lt=2**63)]) -> Response:
    """Say that two people are not the same: the suggestion does not come again."""
    found_contact(request, visitor, contact_id)
    with wiring_of(request).store.transaction() as tx:
        tx.merging.dismiss(contact_id, other, visitor.person.audit_name, visitor.now)
    return RedirectResponse("/unmatched", status_code=303)


@router.post("/contacts/{contact_id}/merges/{merge_id}/undo")
def undo(request: Request, visitor: Merger, contact_id: Id, merge_id: Id) -> Response:
    """Part two profiles again, each with what was its own."""
    merges = {merge.id: merge for merge in found_contact(request, visitor, contact_id).merges}
    if merge_id not in merges:
        raise HTTPException(404)
    with wiring_of(request).store.transaction() as tx:
        tx.merging.undo(merge_id, visitor.person.audit_name, visitor.now)
    return RedirectResponse(f"/contacts/{merges[merge_id].merged_id}", status_code=303)
