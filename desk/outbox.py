"""Letters: which wait for a click, one as it will be read, and what a person decides about it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from desk.access import Action
from desk.letter_words import NOT_SENT, WORDS, NotSent
from desk.pages import page
from desk.visitor import Id, Visitor, allowed, wiring_of
from gdpr import outbox_casework
from gdpr.letter_records import OwedLetter
from gdpr.letters import Letter, LetterIncomplete, missing_facts, write
from gdpr.outbox_casework import WAITS_FOR_A_PERSON
from storage.outbox_views import LetterLine

router = APIRouter(default_response_class=HTMLResponse)
Reader = Annotated[Visitor, allowed(Action.SEE_LETTERS)]
Decider = Annotated[Visitor, allowed(Action.DECIDE_LETTERS)]

# What a person may tell, and which of it stands in a list: a line an item.
TOLD_BY_PEOPLE = tuple(WORDS["letter_fact"])
LISTS = frozenset({"done", "kept", "recipients", "purposes", "categories", "retention", "source", "searched"})
LONGEST_ANSWER = 8000  # characters


@dataclass(frozen=True, slots=True)
class Preview:
    """A letter as it would be read, or why it cannot be written yet and what it lacks."""

    letter: Letter | None
    trouble: str = ""
    missing: tuple[str, ...] = ()


@router.get("/outbox")
def outbox(request: Request, visitor: Reader, done: str = "") -> Response:
    """The letters that wait for a person, those on their way, and the latest that were sent."""
    wiring, hidden = wiring_of(request), visitor.hidden_queues
    views = wiring.store.views.outbox
    return page(
        visitor,
        "outbox.html",
        here="/outbox",
        waiting=views.waiting(hidden),
        on_their_way=views.on_their_way(hidden),
        sent=views.done(hidden),
        server=wiring.settings.smtp is not None,
        done=done if done in WORDS["letter_state"] else "",
    )


@router.get("/outbox/{letter_id}")
def one(request: Request, visitor: Reader, letter_id: Id) -> Response:
    """One letter as the person will read it."""
    line = _visible(request, visitor, letter_id)
    return page(
        visitor,
        "outbox_letter.html",
        here="/outbox",
        line=line,
        preview=_preview(request, letter_id),
        waits=line.state in WAITS_FOR_A_PERSON,
        reasons=NOT_SENT,
        lists=LISTS,
        server=wiring_of(request).settings.smtp is not None,
    )


@router.post("/outbox/{letter_id}/send")
def send(request: Request, visitor: Decider, letter_id: Id) -> Response:
    """Let the letter leave at the next round."""
    _visible(request, visitor, letter_id)
    if _preview(request, letter_id).letter is None:
        return RedirectResponse(f"/outbox/{letter_id}", status_code=303)
    with wiring_of(request).store.transaction() as tx:
        outbox_casework.approve(tx, letter_id, visitor.person.audit_name, visitor.now)
    return RedirectResponse("/outbox?done=pending", status_code=303)


@router.post("/outbox/{letter_id}/discard")
def discard(request: Request, visitor: Decider, letter_id: Id, reason: Annotated[NotSent, Form()]) -> Response:
    """Do not send the letter, for a named reason; the request stays as open as it is."""
    _visible(request, visitor, letter_id)
    with wiring_of(request).store.transaction() as tx:
        outbox_casework.discard(tx, letter_id, reason, visitor.person.audit_name, visitor.now)
    return RedirectResponse("/outbox?done=discarded", status_code=303)


@router.post("/outbox/{letter_id}/complete")
async def complete(request: Request, visitor: Decider, letter_id: Id) -> Response:
    """Tell what the letter lacks; it is shown again before anybody sends it."""
    _visible(request, visitor, letter_id)
    told = _told({name: str(value) for name, value in (await request.form()).items()})
    if told:
        with wiring_of(request).store.transaction() as tx:
            outbox_casework.complete(tx, letter_id, told, visitor.person.audit_name, visitor.now)
    return RedirectResponse(f"/outbox/{letter_id}", status_code=303)


def _told(form: Mapping[str, str]) -> dict[str, str | list[str]]:
    given = {name: form.get(name, "").strip()[:LONGEST_ANSWER] for name in TOLD_BY_PEOPLE}
    return {name: _lines(text) if name in LISTS else text for name, text in given.items() if text}


def _lines(text: str) -> list[str]:
    return [line.strip().removeprefix("- ") for line in text.splitlines() if line.strip()]


def _visible(request: Request, visitor: Visitor, letter_id: int) -> LetterLine:
    line = wiring_of(request).store.views.outbox.one(letter_id, visitor.hidden_queues)
    if line is None:
        raise HTTPException(404)
    return line


def _preview(request: Request, letter_id: int) -> Preview:
    wiring = wiring_of(request)
    with wiring.store.transaction() as tx:
        owed = tx.outbox.one(letter_id)
    if owed is None:
        raise HTTPException(404)
    try:
        return Preview(write(wiring.letters, owed.template, owed.language, owed.facts, wiring.policy))
    except LetterIncomplete as incomplete:
        return Preview(None, str(incomplete), _missing(owed, request))


def _missing(owed: OwedLetter, request: Request) -> tuple[str, ...]:
    return tuple(name for name in missing_facts(owed.template, owed.facts, wiring_of(request).policy) if name in TOLD_BY_PEOPLE)
