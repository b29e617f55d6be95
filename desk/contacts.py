"""One profile: its facts with where each came from, its mails and requests, and what a person decides about them."""

from collections.abc import Mapping, Sequence
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from desk.access import Action
from desk.pages import page
from desk.requests import clocked
from desk.visitor import Id, Visitor, allowed, wiring_of
from desk.words import PURPOSES
from gdpr.people import RevealPurpose
from gdpr.records import FactStatus
from storage.contact_lines import ContactLine
from storage.people_views import ContactView

router = APIRouter(default_response_class=HTMLResponse)
Reader = Annotated[Visitor, allowed(Action.SEE_CUSTOMERS)]
Decider = Annotated[Visitor, allowed(Action.DECIDE_FACTS)]
Revealer = Annotated[Visitor, allowed(Action.REVEAL)]

VERDICTS: Mapping[str, FactStatus] = {"confirm": FactStatus.CONFIRMED, "reject": FactStatus.REJECTED}


@router.get("/contacts/{contact_id}")
def profile(request: Request, visitor: Reader, contact_id: Id) -> Response:
    """What is filed on one person, and where each fact came from."""
    return profile_page(request, visitor, contact_id)


@router.post("/contacts/{contact_id}/facts/{fact_id}")
def decide(request: Request, visitor: Decider, contact_id: Id, fact_id: Id, verdict: Annotated[str, Form()]) -> Response:
    """Believe or reject a fact, by a person's word."""
    if verdict not in VERDICTS or not _has_fact(request, visitor, contact_id, fact_id):
        raise HTTPException(404)
    with wiring_of(request).store.transaction() as tx:
        tx.facts.decide(fact_id, VERDICTS[verdict], visitor.person.audit_name, visitor.now)
    return RedirectResponse(f"/contacts/{contact_id}#fact-{fact_id}", status_code=303)


@router.post("/contacts/{contact_id}/facts/{fact_id}/reveal")
def reveal(request: Request, visitor: Revealer, contact_id: Id, fact_id: Id, purpose: Annotated[RevealPurpose, Form()]) -> Response:
    """Show a national number in full, once; the audit trail keeps who and what for (dataskyddslagen 3:10; B3)."""
    if not _has_fact(request, visitor, contact_id, fact_id, sealed=True):
        raise HTTPException(404)
    with wiring_of(request).store.transaction() as tx:
        value = tx.reveals.fact(fact_id, visitor.person.audit_name, purpose, visitor.now)
    return profile_page(request, visitor, contact_id, revealed={fact_id: value})


def _has_fact(request: Request, visitor: Visitor, contact_id: int, fact_id: int, sealed: bool = False) -> bool:
    return any(fact.id == fact_id and fact.sealed >= sealed for fact in found_contact(request, visitor, contact_id).facts)


def found_contact(request: Request, visitor: Visitor, contact_id: int) -> ContactView:
    """The profile with this number, or a page that says there is none, be it only for this visitor."""
    found = wiring_of(request).store.views.people.contact(contact_id, visitor.hidden_queues)
    if found is None:
        raise HTTPException(404)
    return found


def profile_page(
    request: Request,
    visitor: Visitor,
    contact_id: int,
    revealed: Mapping[int, str] | None = None,
    q: str = "",
    candidates: Sequence[ContactLine] | None = None,
) -> Response:
    """The page of a profile, with the numbers just revealed and the people just searched for."""
    wiring, views = wiring_of(request), wiring_of(request).store.views
    requests = views.requests.of_contact(contact_id, visitor.hidden_queues)
    return page(
        visitor,
        "contact.html",
        here="/customers",
        contact=found_contact(request, visitor, contact_id),
        mails=views.mails.of_contact(contact_id, hidden_queues=visitor.hidden_queues),
        requests=clocked(requests, wiring.policy, visitor.now),
        purposes=PURPOSES,
        revealed=revealed or {},
        q=q,
        candidates=candidates,
    )
