"""Every letter with made-up facts, for whoever answers for the words."""

from typing import Annotated

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from desk.access import Action
from desk.pages import page
from desk.texts import LANGUAGES
from desk.visitor import Visitor, allowed, wiring_of
from gdpr.letter_kinds import LetterKind
from gdpr.letter_samples import sample_facts
from gdpr.letters import write

router = APIRouter(default_response_class=HTMLResponse)
Reader = Annotated[Visitor, allowed(Action.SEE_LETTERS)]


@router.get("/letters")
def letters(request: Request, visitor: Reader, kind: LetterKind = LetterKind.ACKNOWLEDGEMENT, lang: str = "") -> Response:
    """One letter as it would be read; what is chosen stands in the URL."""
    wiring, language = wiring_of(request), lang if lang in LANGUAGES else visitor.language
    letter = write(wiring.letters, kind, language, sample_facts(kind), wiring.policy)
    return page(visitor, "letters.html", here="/outbox", kinds=tuple(LetterKind), kind=kind, lang=language, letter=letter)
