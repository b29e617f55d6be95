"""What every answer carries, and what every change must prove: headers, origin and a token against forgery."""

import hmac
import secrets
from collections.abc import Mapping
from hashlib import sha256
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        _UNFRAMED := "frame-ancestors 'none'",
    )
)

HEADERS: Mapping[str, str] = {
    "content-security-policy": CONTENT_SECURITY_POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",  # the browser then says Origin on our own forms, and nothing to others
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
TOKEN_FIELD = "csrf"  # noqa: S105 - the name of a form field
_CACHED = "/static/"
_FRAME = "framed_by"


class ForgedFormError(Exception):
    """The form did not come from a page of ours that is still valid; open the page again and send it once more."""


class SecurityHeaders:
    """ASGI middleware that puts the same headers on every answer, errors included (OWASP secure headers; GDPR Art. 32)."""

    def __init__(self, app: ASGIApp, https: bool) -> None:
        self.app = app
        self.headers = {**HEADERS, **({"strict-transport-security": "max-age=31536000"} if https else {})}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and add the headers to what comes back."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(self.headers)
                if frame := scope.get("state", {}).get(_FRAME):
                    headers["content-security-policy"] = CONTENT_SECURITY_POLICY.replace(_UNFRAMED, f"frame-ancestors {frame}")
                    del headers["x-frame-options"], headers["cross-origin-resource-policy"]
                headers.setdefault("cache-control", "max-age=86400" if scope["path"].startswith(_CACHED) else "no-store")
            await send(message)

        await self.app(scope, receive, send_with_headers)


def framed_by(request: Request, site: str) -> None:
    """Let the pages of one site, and of no other, show this answer in a frame."""
    setattr(request.state, _FRAME, site)


def new_secret() -> str:
    """A value that nobody can guess, for a cookie."""
    return secrets.token_urlsafe(32)


def form_token(secret: str) -> str:
    """The token that a page's forms carry; it follows from the visitor's secret cookie and does not reveal it."""
    return hmac.new(secret.encode(), b"form", sha256).hexdigest()


async def check_form(request: Request, secret: str, web_url: str) -> None:
    """Refuse a change that another site had the browser send (OWASP: CSRF prevention)."""
    if request.method in SAFE_METHODS:
        return
    form = await request.form()
    token = form.get(TOKEN_FIELD)
    genuine = bool(secret) and isinstance(token, str) and hmac.compare_digest(token.encode(), form_token(secret).encode())
    if not (genuine and same_origin(request.headers, web_url)):
        raise ForgedFormError


def same_origin(headers: Headers, web_url: str) -> bool:
    """Whether the browser says that the form stood on a page of ours; very old browsers say nothing."""
    origin = headers.get("origin")
    if origin is None:
        return headers.get("sec-fetch-site", "same-origin") == "same-origin"
    return urlsplit(origin).netloc in {headers.get("host"), urlsplit(web_url).netloc} - {None, ""}
