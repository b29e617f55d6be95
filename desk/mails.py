"""Mails: the list, one mail with what was found in it, and the logged reveal of a national number."""

from asyncio import sleep
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Path, Request
from fastapi.responses import HTMLResponse, Response
from starlette.concurrency import run_in_threadpool

from desk.access import Action
from desk.highlight import Segment, segments
from desk.pages import addressing, page
from desk.visitor import Id, Visitor, allowed, wiring_of
from desk.words import PURPOSES
from gdpr.people import RevealPurpose
from gdpr.records import Outcome
from storage.mail_views import MailView, MailViews

router = APIRouter(default_response_class=HTMLResponse)
Reader = Annotated[Visitor, allowed(Action.SEE_MAILS)]
Revealer = Annotated[Visitor, allowed(Action.REVEAL)]
NEWEST = 50
LOOKS, BETWEEN_LOOKS = 15, 0.2  # three seconds: short enough to stop the service without cutting anyone off


@router.get("/mails")
def mails(request: Request, visitor: Reader, outcome: Outcome | None = None, after: str = "") -> Response:
    """Every mail, newest first, all or those that ended in one way."""
    return _list(request, visitor, outcome=outcome, after=after)


@router.post("/mails/search")
def search(request: Request, visitor: Reader, q: Annotated[str, Form(max_length=100)] = "", after: Annotated[str, Form()] = "") -> Response:
    """The mails of a sender; asked for by a form, so that the name stands in no URL."""
    return _list(request, visitor, q=q.strip(), after=after)


def _list(request: Request, visitor: Visitor, outcome: Outcome | None = None, q: str = "", after: str = "") -> Response:
    views = wiring_of(request).store.views.mails
    return page(
        visitor,
        "mails.html",
        here="/mails",
        # Read before the list: a mail that comes in between is then shown twice rather than never.
        newest=views.newest(visitor.hidden_queues),
        page=views.page(outcome, q, after or None, hidden_queues=visitor.hidden_queues),
        counts=views.counts(visitor.hidden_queues),
        outcomes=tuple(Outcome),
        live=not (q or after),
        search="/mails/search",
        address=addressing("/mails", outcome=outcome),
        outcome=outcome,
        q=q,
        after=after,
    )


@router.get("/mails/newer/{known}")
async def newer(request: Request, visitor: Reader, known: Annotated[int, Path(ge=0)], outcome: Outcome | None = None) -> Response:
    """The rows of mails that came after the newest one known; waits a moment for them, and answers without content if none comes."""
    views = wiring_of(request).store.views.mails
    newest = await _newest_beyond(views, known, visitor.hidden_queues)
    if newest is None:
        return Response(status_code=204)
    return await run_in_threadpool(_fresh, views, visitor, known, newest, outcome)


async def _newest_beyond(views: MailViews, known: int, hidden_queues: tuple[str, ...]) -> int | None:
    for _ in range(LOOKS):
        newest = await run_in_threadpool(views.newest, hidden_queues)
        if newest > known:
            return newest
        await sleep(BETWEEN_LOOKS)
    return None


def _fresh(views: MailViews, visitor: Visitor, known: int, newest: int, outcome: Outcome | None) -> Response:
    found = views.page(outcome, size=NEWEST, hidden_queues=visitor.hidden_queues)
    mails = [mail for mail in found.lines if mail.id > known]
    return page(visitor, "mails_newer.html", mails=mails, newest=newest, outcome=outcome)


@router.get("/mails/{mail_id}")
def mail(request: Request, visitor: Reader, mail_id: Id) -> Response:
    """One mail: who wrote what, what was found in it, and why."""
    return _mail_page(request, visitor, mail_id)


@router.post("/mails/{mail_id}/findings/{finding_id}/reveal")
def reveal(request: Request, visitor: Revealer, mail_id: Id, finding_id: Id, purpose: Annotated[RevealPurpose, Form()]) -> Response:
    """Show a national number in full, once, to someone who says what for; the audit trail keeps who and why (dataskyddslagen 3:10; B3)."""
    mail = _visible(request, visitor, mail_id)
    if finding_id not in {finding.id for finding in mail.findings if finding.sealed}:
        raise HTTPException(404)
    with wiring_of(request).store.transaction() as tx:
        value = tx.reveals.finding(finding_id, visitor.person.audit_name, purpose, visitor.now)
    return _mail_page(request, visitor, mail_id, {finding_id: value})


def _visible(request: Request, visitor: Visitor, mail_id: int) -> MailView:
    found = wiring_of(request).store.views.mails.one(mail_id, visitor.hidden_queues)
    if found is None:
        raise HTTPException(404)
    return found


def _mail_page(request: Request, visitor: Visitor, mail_id: int, revealed: dict[int, str] | None = None) -> Response:
    shown = _visible(request, visitor, mail_id)
    return page(
        visitor,
        "mail.html",
        here="/mails",
        mail=shown,
        reply=wiring_of(request).store.views.outbox.answered_by(mail_id),
        subject=_marked(shown, "subject", 0, shown.line.subject),
        passages=[(passage, _marked(shown, passage.part, passage.start, passage.text)) for passage in shown.passages],
        left_out=text_left_out(shown),
        findings={finding.id: finding for finding in shown.findings},
        revealed=revealed or {},
        purposes=PURPOSES,
    )


def _marked(mail: MailView, part: str, start: int, text: str) -> tuple[Segment, ...]:
    return segments(text, part, start, mail.findings, mail.requests)


def text_left_out(mail: MailView) -> bool:
    """Whether the whole mail has more text than what is kept of it: quoted or forwarded words of others."""
    kept = sum(len(passage.text.strip()) for passage in mail.passages if passage.part == "body")
    between = 4 * (len(mail.passages) + 1)
    return mail.text_length > kept + between
