"""ID images: which wait, one opened for a purpose and seen once, and what a person decides; then it is gone."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from desk.access import Action
from desk.id_image_words import ASSURANCES, OPENING_PURPOSES, REFUSALS, REJECTIONS
from desk.pages import page
from desk.request_page import doer
from desk.visitor import Id, Visitor, allowed, wiring_of
from detectors.id_document import IdFields
from gdpr import id_casework, id_requests
from gdpr.id_casework import Assurance, IdCheckRefusedError, Rejection
from gdpr.id_image_records import IdSubject, ImageEnd, OpeningPurpose
from gdpr.id_images import FieldCheck, Result
from gdpr.requests import ROUTE, RequestKind
from storage.id_image_deletion import finish_deletions
from storage.id_image_views import IdImageLine
from storage.request_views import RequestView
from storage.store import SqlTransaction

router = APIRouter(default_response_class=HTMLResponse)
Checker = Annotated[Visitor, allowed(Action.CHECK_ID_IMAGES)]

# The address of a picture is of no use twice, and its content is kept nowhere on the way.
PICTURE_HEADERS = {"cache-control": "no-store, no-cache, private, max-age=0", "content-disposition": "inline", "pragma": "no-cache"}


@dataclass(frozen=True, slots=True)
class Compared:
    """One line of the check: what was read and what is on file, as texts or dates, and how they compare."""

    check: FieldCheck
    read: str | date
    on_file: str | date


@router.get("/id-images")
def id_images(request: Request, visitor: Checker, done: ImageEnd | None = None) -> Response:
    """The images that wait, and the mails in the mailbox that still hold one which was checked."""
    views = wiring_of(request).store.views.id_images
    return page(visitor, "id_images.html", here="/id-images", images=views.held(visitor.hidden_queues), copies=views.copies(), done=done)


@router.get("/id-images/{image_id}")
def one(request: Request, visitor: Checker, image_id: Id) -> Response:
    """Where the image came from and what it is for; what it shows is seen only by who says what for."""
    return _page(request, visitor, image_id)


@router.post("/id-images/{image_id}/open")
def open_image(request: Request, visitor: Checker, image_id: Id, purpose: Annotated[OpeningPurpose, Form()]) -> Response:
    """Show the image and what was read in it; the audit trail keeps who and what for (B3)."""
    found(request, visitor, image_id)
    with wiring_of(request).store.transaction() as tx:
        token = tx.openings.open(image_id, visitor.person.audit_name, purpose, visitor.now)
        compared = _compared(tx, image_id)
    return _page(request, visitor, image_id, token=token, compared=compared)


@router.get("/id-images/{image_id}/picture/{token}")
def picture(request: Request, visitor: Checker, image_id: Id, token: str) -> Response:
    """The picture, drawn anew as a JPEG: once for each opening, for the person who opened it, for a moment."""
    wiring = wiring_of(request)
    found(request, visitor, image_id)
    with wiring.store.transaction() as tx:
        if wiring.preview is None or not tx.openings.redeem(token, image_id, visitor.person.audit_name, visitor.now):
            raise HTTPException(404)
        content = tx.id_images.content(image_id)
    return Response(_drawn(wiring.preview, content), media_type="image/jpeg", headers=PICTURE_HEADERS)


@router.post("/id-images/{image_id}/accept")
def accept(request: Request, visitor: Checker, image_id: Id, assurance: Annotated[list[Assurance] | None, Form()] = None) -> Response:
    """Take the identity as shown; the image is deleted at once (I3)."""

    def decide(tx: SqlTransaction) -> None:
        id_requests.accept(tx, image_id, wiring_of(request).policy, doer(visitor.person), visitor.now, assurance or [])

    return _decide(request, visitor, image_id, decide, ImageEnd.ACCEPTED)


@router.post("/id-images/{image_id}/reject")
def reject(request: Request, visitor: Checker, image_id: Id, reason: Annotated[Rejection, Form()]) -> Response:
    """Do not take the identity as shown; the image is deleted at once (I3)."""

    def decide(tx: SqlTransaction) -> None:
        id_casework.reject(tx, image_id, reason, visitor.person.audit_name, visitor.now)

    return _decide(request, visitor, image_id, decide, ImageEnd.REJECTED)


@router.post("/id-images/{image_id}/ask-again")
def ask_again(request: Request, visitor: Checker, image_id: Id, reason: Annotated[Rejection, Form()]) -> Response:
    """Ask for a better image; this one is deleted at once (I3)."""

    def decide(tx: SqlTransaction) -> None:
        id_requests.ask_again(tx, image_id, reason, wiring_of(request).policy, doer(visitor.person), visitor.now)

    return _decide(request, visitor, image_id, decide, ImageEnd.ASKED_AGAIN)


@router.post("/id-images/{image_id}/assign")
def assign(request: Request, visitor: Checker, image_id: Id, request_id: Annotated[int, Form()]) -> Response:
    """Use an image that nobody asked for for a request after all."""
    image = found(request, visitor, image_id)
    if image.request_id is not None or request_id not in [view.id for view in _needing_identity(request, visitor)]:
        raise HTTPException(404)
    with wiring_of(request).store.transaction() as tx:
        id_casework.assign(tx, image_id, request_id, visitor.person.audit_name, visitor.now)
    return RedirectResponse(f"/id-images/{image_id}", status_code=303)


def _decide(request: Request, visitor: Visitor, image_id: int, decide: Callable[[SqlTransaction], None], done: ImageEnd) -> Response:
    """Decide, and finish the deletion before the person sees the next page; a crash in between is made good by the clock."""
    wiring = wiring_of(request)
    found(request, visitor, image_id)
    try:
        with wiring.store.transaction() as tx:
            decide(tx)
    except IdCheckRefusedError as refused:
        return _page(request, visitor, image_id, refused=REFUSALS[refused.refusal])
    finish_deletions(wiring.store, visitor.now)
    return RedirectResponse(f"/id-images?done={done}", status_code=303)


def found(request: Request, visitor: Visitor, image_id: int) -> IdImageLine:
    """The image with this number, or a page that says there is none."""
    image = wiring_of(request).store.views.id_images.one(image_id, visitor.hidden_queues)
    if image is None:
        raise HTTPException(404)
    return image


def _needing_identity(request: Request, visitor: Visitor) -> list[RequestView]:
    every = wiring_of(request).store.views.requests.open(visitor.hidden_queues)
    return [view for view in every if ROUTE[RequestKind(view.kind)].identity]


def _page(
    request: Request, visitor: Visitor, image_id: int, token: str = "", compared: tuple[Compared, ...] = (), refused: str = ""
) -> Response:
    image = found(request, visitor, image_id)
    return page(
        visitor,
        "id_image.html",
        409 if refused else 200,
        here="/id-images",
        image=image,
        token=token,
        compared=compared,
        doubtful=any(line.check.result is not Result.MATCH for line in compared),
        refused=refused,
        purposes=OPENING_PURPOSES,
        rejections=REJECTIONS,
        assurances=ASSURANCES,
        may_be_for=() if image.request_id else _needing_identity(request, visitor),
    )


def _compared(tx: SqlTransaction, image_id: int) -> tuple[Compared, ...]:
    fields, subject = tx.id_images.fields(image_id), tx.id_images.subject(image_id)
    shown = _shown(fields, subject)
    return tuple(Compared(check, *shown.get(check.name, ("", ""))) for check in id_casework.checks_of(tx, image_id))


def _shown(fields: IdFields, subject: IdSubject) -> dict[str, tuple[str | date, str | date]]:
    """What was read, and what is on file; a national number is compared and never shown (P1)."""
    return {
        "name": (fields.name, ", ".join(subject.names)),
        "birth_date": (fields.birth_date or "", subject.birth_date or ""),
        "valid": (fields.expires_on or "", ""),
        "sender": (subject.image_sender, subject.request_sender),
    }


def _drawn(preview: Callable[[bytes], bytes], content: bytes) -> bytes:
    try:
        return preview(content)
    except Exception as error:  # whatever a picture breaks, the page says that there is none to show
        raise HTTPException(404) from error
