"""The agent panel beside a ticket: opened by a launch that the help desk signs, kept open by a token in a header, without cookies."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Form, HTTPException, Request
from fastapi.responses import HTMLResponse, Response

from config.desks import DeskSettings
from desk.access import Action, Actor, require
from desk.pages import page
from desk.panel_tokens import LAUNCH, PANEL, PANEL_LIFE, Claims, PanelTokenError, read, sign
from desk.panel_view import panel_view
from desk.protection import framed_by
from desk.visitor import Id, Visitor, Wiring, hidden_from, stranger, wiring_of
from desk.words import PURPOSES
from detectors.finding import Kind
from detectors.numbering_plan import read as read_phone
from gdpr.people import RevealPurpose
from gdpr.records import FactStatus
from storage.facts import NewFact
from storage.people_views import FactView

router = APIRouter(default_response_class=HTMLResponse)
TOKEN_HEADER = "x-ombud-panel"  # noqa: S105 - the name of a header
VERDICTS: Mapping[str, FactStatus] = {"confirm": FactStatus.CONFIRMED, "reject": FactStatus.REJECTED}


@dataclass(frozen=True, slots=True)
class Open:
    """A panel that somebody has open: what its token says, and who they are at our own desk."""

    desk: DeskSettings
    claims: Claims
    visitor: Visitor


def found_desk(request: Request, instance: str) -> DeskSettings:
    """The help desk of this name, which from now on may frame the answer; a page that says there is none, otherwise."""
    desk = next((desk for desk in wiring_of(request).settings.desks if desk.name == instance), None)
    if desk is None:
        raise HTTPException(404)
    framed_by(request, desk.url)
    return desk


def opened(request: Request, instance: str) -> Open:
    """Whoever shows a panel token that is still good; it is all that counts, so no other site can forge a change."""
    desk = found_desk(request, instance)
    claims = read(request.headers.get(TOKEN_HEADER, ""), desk.secret(), PANEL, desk.name, wiring_of(request).clock())
    return Open(desk, claims, _visitor(request, claims))


Opened = Annotated[Open, Depends(opened)]


def _visitor(request: Request, claims: Claims) -> Visitor:
    """The desk vouches for the name; what they may see is told by our own table of roles (S1)."""
    wiring, nobody = wiring_of(request), stranger(request)
    with wiring.store.transaction() as tx:
        user = tx.users.named(claims.sub)
    if user is None:
        raise PanelTokenError
    actor = Actor(user.id, user.name, user.roles)
    require(actor, Action.SEE_MAILS)
    return replace(nobody, actor=actor, language=user.language, hidden_queues=hidden_from(actor, wiring.policy))


@router.post("/panel/{instance}")
def launch(request: Request, instance: str, token: Annotated[str, Form(max_length=8192)]) -> Response:
    """Open the panel by a launch that the desk signed within the last minute and that nobody has used."""
    desk, wiring = found_desk(request, instance), wiring_of(request)
    now = wiring.clock()
    claims = read(token, desk.secret(), LAUNCH, desk.name, now)
    visitor = _visitor(request, claims)
    with wiring.store.transaction() as tx:
        if not tx.panel.use(f"{desk.name}:{claims.jti}", datetime.fromtimestamp(claims.exp, UTC), now):
            raise PanelTokenError
    return _show(wiring, Open(desk, claims, visitor))


@router.post("/panel/{instance}/again")
def again(request: Request, panel: Opened) -> Response:
    """The panel as it stands now, with a fresh token."""
    return _show(wiring_of(request), panel, "panel_body.html")


@router.post("/panel/{instance}/facts/{fact_id}")
def decide(request: Request, panel: Opened, fact_id: Id, verdict: Annotated[str, Form()]) -> Response:
    """Believe or reject a fact, by a person's word."""
    if verdict not in VERDICTS:
        raise HTTPException(404)
    require(panel.visitor.person, Action.DECIDE_FACTS)
    wiring, (_, fact) = wiring_of(request), _fact(request, panel, fact_id)
    with wiring.store.transaction() as tx:
        tx.facts.decide(fact.id, VERDICTS[verdict], panel.visitor.person.audit_name, panel.visitor.now)
    return _show(wiring, panel, "panel_body.html")


@router.post("/panel/{instance}/facts/{fact_id}/correct")
def correct(request: Request, panel: Opened, fact_id: Id, value: Annotated[str, Form(min_length=1, max_length=300)]) -> Response:
    """Put a person's own value in the place of one that was read wrongly (GDPR Art. 16).

    Not of a sealed number, nor of an address, by which the person is known: that is confirmed on the old channel.
    """
    require(panel.visitor.person, Action.DECIDE_FACTS)
    wiring, (contact_id, fact) = wiring_of(request), _fact(request, panel, fact_id)
    if fact.sealed or fact.kind == Kind.EMAIL:
        raise HTTPException(404)
    if (corrected := _as_filed(Kind(fact.kind), value)) is None:
        raise HTTPException(400)
    actor, now = panel.visitor.person.audit_name, panel.visitor.now
    with wiring.store.transaction() as tx:
        tx.facts.decide(fact.id, FactStatus.REJECTED, actor, now)
        tx.facts.add(contact_id, NewFact.given(Kind(fact.kind), corrected, FactStatus.CONFIRMED, "desk"), now)
        tx.audit.write("fact:corrected", f"fact/{fact.id}", actor, now)
    return _show(wiring, panel, "panel_body.html")


@router.post("/panel/{instance}/facts/{fact_id}/reveal")
def reveal(request: Request, panel: Opened, fact_id: Id, purpose: Annotated[RevealPurpose, Form()]) -> Response:
    """Show a national number in full, once; the audit trail keeps who and what for (dataskyddslagen 3:10; B3)."""
    require(panel.visitor.person, Action.REVEAL)
    wiring, (_, fact) = wiring_of(request), _fact(request, panel, fact_id)
    if not fact.sealed:
        raise HTTPException(404)
    with wiring.store.transaction() as tx:
        value = tx.reveals.fact(fact.id, panel.visitor.person.audit_name, purpose, panel.visitor.now)
    return _show(wiring, panel, "panel_body.html", {fact.id: value})


def _as_filed(kind: Kind, typed: str) -> str | None:
    """What was typed in the form in which it is filed; None for a telephone number that is none."""
    return read_phone(typed, ("SE",)) if kind is Kind.PHONE else typed.strip()


def _fact(request: Request, panel: Open, fact_id: int) -> tuple[int, FactView]:
    """A fact of the person whom this ticket is about, and their profile; no other can be reached from here."""
    contact = panel_view(wiring_of(request), panel.visitor, panel.claims).contact
    for fact in contact.facts if contact else ():
        if contact and fact.id == fact_id:
            return contact.line.id, fact
    raise HTTPException(404)


def _show(wiring: Wiring, panel: Open, template: str = "panel.html", revealed: Mapping[int, str] | None = None) -> Response:
    view, visitor = panel_view(wiring, panel.visitor, panel.claims), panel.visitor
    subject = f"contact/{view.contact.line.id}" if view.contact else f"desk/{panel.desk.name}"
    with wiring.store.transaction() as tx:
        tx.audit.write(
            "panel:shown", subject, visitor.person.audit_name, visitor.now, desk=panel.desk.name, ticket=panel.claims.ticket[:40]
        )
    return page(
        visitor,
        template,
        panel=view,
        base=f"/panel/{panel.desk.name}",
        token=_token(panel),
        token_header=TOKEN_HEADER,
        revealed=revealed or {},
        purposes=PURPOSES,
    )


def _token(panel: Open) -> str:
    """What keeps the panel open for ten more minutes, bound to the same agent and ticket."""
    issued = int(panel.visitor.now.timestamp())
    expires = issued + int(PANEL_LIFE.total_seconds())
    return sign(replace(panel.claims, aud=PANEL, jti=secrets.token_urlsafe(12), iat=issued, exp=expires), panel.desk.secret())
