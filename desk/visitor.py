"""Who is asking: the person, their language and the instant, read once a request."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated, Any
from urllib.parse import urlsplit

from fastapi import Depends, Path, Request
from starlette.concurrency import run_in_threadpool

from config.settings import Settings
from desk.access import Action, Actor, require
from desk.protection import check_form, new_secret
from desk.sessions import signed_in
from desk.texts import best_language
from gdpr.authority_mail import AUTHORITY_QUEUE
from gdpr.letter_template import Letterbook
from gdpr.policy import Policy
from gdpr.records import Outcome
from storage.store import SqlStore

LANGUAGE_COOKIE = "ombud_language"
VISIT_COOKIE = "ombud_visit"

Retry = Callable[[int, str, datetime], Outcome]  # (quarantine id, actor, now): how the mail ended this time
Preview = Callable[[bytes], bytes]  # a picture as a JPEG to look at; it raises where there is none to be had
Id = Annotated[int, Path(ge=1, lt=2**63)]  # what a database numbers rows with; any other number names nothing


class SignInNeededError(Exception):
    """The page is for people who are signed in; sign in first."""


@dataclass(frozen=True, slots=True)
class Wiring:
    """What every page of the web door works with."""

    store: SqlStore
    policy: Policy
    settings: Settings
    clock: Callable[[], datetime]
    letters: Letterbook
    retry: Retry | None = None
    preview: Preview | None = None

    @property
    def https(self) -> bool:
        """Whether people reach us by https, so that cookies may insist on it."""
        return self.settings.web_url.startswith("https://")

    @property
    def session_cookie(self) -> str:
        """The name of the session cookie; with https the browser guards it by its name (RFC 6265bis §4.1.3)."""
        return "__Host-ombud_session" if self.https else "ombud_session"


@dataclass(frozen=True, slots=True)
class Visitor:
    """One request's person.

    `secret` is the cookie from which the form token follows, `back` the page to return to, `hidden_queues` those whose
    requests and mails the person must not see.
    """

    now: datetime
    language: str
    actor: Actor | None
    secret: str
    back: str = "/"
    hidden_queues: tuple[str, ...] = ()

    @property
    def person(self) -> Actor:
        """The actor, where the route has made sure of one."""
        if self.actor is None:
            raise SignInNeededError
        return self.actor


def wiring_of(request: Request) -> Wiring:
    """The parts that `create_app` was given."""
    wiring: Wiring = request.app.state.wiring
    return wiring


async def visit(request: Request) -> Visitor:
    """The visitor, after a change has proved that it comes from a form of ours."""
    visitor = await recognise(request)
    await check_form(request, visitor.secret, wiring_of(request).settings.web_url)
    return visitor


async def recognise(request: Request) -> Visitor:
    """Who this is by their cookies; a session that ended counts as no session."""
    wiring, visitor = wiring_of(request), stranger(request)
    token = request.cookies.get(wiring.session_cookie, "")
    user = await run_in_threadpool(signed_in, wiring.store, token, visitor.now) if token else None
    if user is None:
        return replace(visitor, secret=request.cookies.get(VISIT_COOKIE) or new_secret())
    actor = Actor(user.id, user.name, user.roles)
    return replace(visitor, actor=actor, secret=token, hidden_queues=hidden_from(actor, wiring.policy))


def stranger(request: Request) -> Visitor:
    """All that is known of a visitor without asking the store: enough for a page that says what went wrong."""
    wiring = wiring_of(request)
    language = best_language(request.cookies.get(LANGUAGE_COOKIE), request.headers.get("accept-language", ""))
    secret = request.cookies.get(wiring.session_cookie) or request.cookies.get(VISIT_COOKIE) or new_secret()
    return Visitor(wiring.clock(), language, None, secret, _back(request), hidden_from(None, wiring.policy))


def hidden_from(actor: Actor | None, policy: Policy) -> tuple[str, ...]:
    """The data protection officer's queue from everybody else, the authority's from all but the officer and managers.

    GDPR Art. 38(5); Policy §8.
    """
    readers = ((Action.SEE_DPO_QUEUE, policy.officer.queue), (Action.HANDLE_AUTHORITY, AUTHORITY_QUEUE))
    return tuple(queue for action, queue in readers if not (actor and actor.may(action)))


def _back(request: Request) -> str:
    """The page that is open, or the one whose form was sent: what a language switch returns to."""
    url = urlsplit(str(request.url) if request.method == "GET" else request.headers.get("referer", ""))
    return f"{url.path or '/'}?{url.query}" if url.query else url.path or "/"


def allowed(action: Action) -> Any:
    """A dependency: the visitor, once signed in and allowed to do this (S1)."""

    async def check(visitor: Annotated[Visitor, Depends(visit)]) -> Visitor:
        require(visitor.person, action)
        return visitor

    return Depends(check)
