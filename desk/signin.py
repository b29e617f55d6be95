"""Coming in and going out: by name and password, or by a link that works once."""

from typing import Annotated
from urllib.parse import urlsplit

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from desk import sessions
from desk.pages import page
from desk.texts import LANGUAGES
from desk.visitor import LANGUAGE_COOKIE, VISIT_COOKIE, Visitor, Wiring, visit, wiring_of
from storage.users import SESSION_LIFE

router = APIRouter(default_response_class=HTMLResponse)
Anyone = Annotated[Visitor, Depends(visit)]
YEAR = 365 * 24 * 3600


@router.get("/signin")
def sign_in_page(request: Request, visitor: Anyone, to: str = "/") -> Response:
    """Ask for name and password."""
    return _with_visit(wiring_of(request), visitor, page(visitor, "signin.html", failed=False, to=own_path(to)))


@router.post("/signin")
def sign_in(
    request: Request,
    visitor: Anyone,
    name: Annotated[str, Form(max_length=80)] = "",
    password: Annotated[str, Form(max_length=1000)] = "",
    to: Annotated[str, Form()] = "/",
) -> Response:
    """Let in who knows the password; one neutral answer to everybody else, too many attempts included (OWASP: authentication)."""
    wiring = wiring_of(request)
    token = sessions.sign_in(wiring.store, name.strip(), password, visitor.now)
    if token is None:
        return _with_visit(wiring, visitor, page(visitor, "signin.html", 403, failed=True, to=own_path(to)))
    return _signed_in(wiring, token, own_path(to))


@router.get("/signin/{link}")
def link_page(request: Request, visitor: Anyone, link: str) -> Response:
    """Show a button: programs that follow every link in a mail must not use the link up."""
    return _with_visit(wiring_of(request), visitor, page(visitor, "signin_link.html", link=link, failed=False))


@router.post("/signin/{link}")
def use_link(request: Request, visitor: Anyone, link: str) -> Response:
    """Let in once who holds the link."""
    wiring = wiring_of(request)
    token = sessions.use_link(wiring.store, link, visitor.now)
    if token is None:
        return page(visitor, "signin_link.html", 403, link=link, failed=True)
    return _signed_in(wiring, token, "/")


@router.post("/signout")
def sign_out(request: Request, visitor: Anyone) -> Response:
    """End the session here and in the store."""
    wiring = wiring_of(request)
    sessions.sign_out(wiring.store, request.cookies.get(wiring.session_cookie, ""))
    answer = RedirectResponse("/signin", status_code=303)
    answer.delete_cookie(wiring.session_cookie, path="/", secure=wiring.https, httponly=True, samesite="lax")
    return answer


@router.post("/language")
def choose_language(request: Request, visitor: Anyone, language: Annotated[str, Form()], back: Annotated[str, Form()] = "/") -> Response:
    """Remember the language that the person chose, and show the same page again."""
    answer = RedirectResponse(own_path(back), status_code=303)
    if language in LANGUAGES:
        _set_cookie(wiring_of(request), answer, LANGUAGE_COOKIE, language, YEAR)
        if visitor.actor:
            sessions.speak(wiring_of(request).store, visitor.actor.id, language)
    return answer


def own_path(path: str) -> str:
    """A path on this site, or the start page: never somewhere else (OWASP: unvalidated redirects)."""
    url = urlsplit(path)
    inside = path.startswith("/") and not path.startswith(("//", "/\\")) and not (url.scheme or url.netloc)
    return path if inside and path.isprintable() else "/"


def _signed_in(wiring: Wiring, token: str, to: str) -> Response:
    answer = RedirectResponse(to, status_code=303)
    _set_cookie(wiring, answer, wiring.session_cookie, token, int(SESSION_LIFE.total_seconds()))
    return answer


def _with_visit(wiring: Wiring, visitor: Visitor, answer: Response) -> Response:
    """A form before sign-in is guarded too: else a stranger could sign someone in as somebody else."""
    if visitor.actor is None:
        _set_cookie(wiring, answer, VISIT_COOKIE, visitor.secret, 3600)
    return answer


def _set_cookie(wiring: Wiring, answer: Response, name: str, value: str, seconds: int) -> None:
    answer.set_cookie(name, value, max_age=seconds, path="/", secure=wiring.https, httponly=True, samesite="lax")
