"""What goes wrong as a page with one sentence: never a detail of the inside."""

import traceback
from collections.abc import Callable, Coroutine, Mapping
from pathlib import Path
from typing import Any

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Receive, Scope, Send

from desk.access import NotAllowedError
from desk.pages import page
from desk.panel_tokens import PanelTokenError
from desk.protection import SAFE_METHODS, ForgedFormError
from desk.texts import N_
from desk.visitor import SignInNeededError, stranger
from gdpr.dpa import DpaError
from gdpr.id_image_store import IdImageGoneError
from gdpr.incident import IncidentError
from gdpr.outbox_casework import LetterMovedError
from gdpr.request_store import RequestMovedError
from gdpr.store import StoreUnavailable
from storage.end_users import EndUserError
from storage.merging import MergeError
from storage.quarantine import QuarantineError
from storage.reveals import NothingSealedError

log = structlog.get_logger(__name__)

# status: what happened, what to do about it
SENTENCES: Mapping[int, tuple[str, str]] = {
    400: (N_("That was not understood"), N_("Go back, check what you filled in and send it once more.")),
    401: (N_("The panel was open too long"), N_("Nothing was changed. Open the ticket again in the help desk.")),
    403: (N_("Not for your role"), N_("Your role does not include this page. Ask whoever gives out roles if you need it.")),
    404: (N_("Not here"), N_("There is no such page, or it has been erased. Check the address or start from the menu.")),
    405: (N_("Not possible here"), N_("This address does not take that kind of request. Start from the menu.")),
    409: (N_("Somebody was here before you"), N_("This has been decided already. Open the page again to see how it stands now.")),
    419: (N_("The page was too old"), N_("For your safety nothing was changed. Open the page again and send the form once more.")),
    500: (N_("Something broke on our side"), N_("Nothing is lost. Try again; if it happens once more, tell the operator the time.")),
    503: (N_("The database does not answer"), N_("Nothing is lost. Try again in a minute.")),
}

# A person decided on what somebody else had decided on already, or what is gone.
DECIDED = (
    IncidentError, DpaError, EndUserError, MergeError, QuarantineError, NothingSealedError, IdImageGoneError, LetterMovedError
)  # fmt: skip


class LastResort:
    """ASGI middleware: an error nobody foresaw becomes a page, and a line in the log without its words."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; answer in its place when that breaks."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        try:
            await self.app(scope, receive, send)
        except Exception as error:  # noqa: BLE001 - the door stays open whatever happens behind it
            where = traceback.extract_tb(error.__traceback__)[-1]
            log.error("web:error", error=type(error).__name__, file=Path(where.filename).name, line=where.lineno)
            answer = error_page(Request(scope, receive), 500)
            await answer(scope, receive, send)


def add_error_pages(app: FastAPI) -> None:
    """Give every error its page."""
    app.add_exception_handler(SignInNeededError, _to_sign_in)
    app.add_exception_handler(NotAllowedError, _page_for(403))
    app.add_exception_handler(ForgedFormError, _page_for(419, 403))
    app.add_exception_handler(PanelTokenError, _page_for(401))
    app.add_exception_handler(RequestValidationError, _not_understood)
    app.add_exception_handler(StoreUnavailable, _page_for(503))
    app.add_exception_handler(RequestMovedError, _page_for(409))
    for decided in (
        IncidentError,
        DpaError,
        EndUserError,
        MergeError,
        QuarantineError,
        NothingSealedError,
        IdImageGoneError,
        LetterMovedError,
    ):
        app.add_exception_handler(decided, _page_for(409))
    app.add_exception_handler(HTTPException, _http_error)


async def _to_sign_in(request: Request, error: Exception) -> Response:
    if request.headers.get("hx-request"):
        return Response(status_code=204, headers={"hx-redirect": "/signin"})
    if request.method in SAFE_METHODS and request.url.path != "/":
        return RedirectResponse(f"/signin?to={request.url.path}", status_code=303)
    return RedirectResponse("/signin", status_code=303)


async def _not_understood(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101 - registered for this class alone
    in_form = any(fault["loc"][0] == "body" for fault in error.errors())
    return error_page(request, 400 if in_form else 404)


async def _http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - registered for this class alone
    return error_page(request, error.status_code)


def _page_for(sentence: int, status: int | None = None) -> Callable[[Request, Exception], Coroutine[Any, Any, Response]]:
    async def answer(request: Request, error: Exception) -> HTMLResponse:
        return error_page(request, status or sentence, sentence)

    return answer


def error_page(request: Request, status: int, sentence: int | None = None) -> HTMLResponse:
    """The page for a status; one without a sentence of its own gets the nearest."""
    fallback = 400 if status < 500 else 500
    title, advice = SENTENCES.get(sentence or status, SENTENCES[fallback])
    return page(stranger(request), "error.html", status, title=title, advice=advice, status=status)
