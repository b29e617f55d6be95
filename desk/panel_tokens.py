"""Signed tokens of the panel: the launch that a help desk signs, and the one that the open panel shows (RFC 7519, HS256)."""

import hmac
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from pydantic import TypeAdapter, ValidationError

LAUNCH_LIFE, PANEL_LIFE = timedelta(seconds=60), timedelta(minutes=10)
LAUNCH, PANEL = "ombud", "ombud-panel"  # the audience tells the two apart: neither opens what the other does
LONGEST = 8192
_HEADER = {"alg": "HS256", "typ": "JWT"}


class PanelTokenError(Exception):
    """The token does not open this panel; open the ticket again in the help desk."""


@dataclass(frozen=True, slots=True)
class Claims:
    """What a token says: who looks at which ticket of which desk, and of whom the ticket is."""

    aud: str
    desk: str
    sub: str
    ticket: str
    jti: str
    iat: int
    exp: int
    message_id: str = ""
    requesters: tuple[str, ...] = ()


_CLAIMS: TypeAdapter[Claims] = TypeAdapter(Claims)


def sign(claims: Claims, secret: bytes) -> str:
    """The token of these claims."""
    head = f"{_encoded(_HEADER)}.{_encoded(asdict(claims))}"
    return f"{head}.{_mark(head, secret)}"


def read(token: str, secret: bytes, audience: str, desk: str, now: datetime) -> Claims:
    """The claims of a token that this desk signed for this use and that is still good; raises PanelTokenError."""
    head, _, mark = token.rpartition(".")
    genuine = bool(secret) and len(token) <= LONGEST and hmac.compare_digest(mark.encode(), _mark(head, secret).encode())
    if not genuine or _decoded(head.partition(".")[0]).get("alg") != "HS256":
        raise PanelTokenError
    try:
        claims = _CLAIMS.validate_python(_decoded(head.partition(".")[2]))
    except ValidationError:
        raise PanelTokenError from None
    life = LAUNCH_LIFE if audience == LAUNCH else PANEL_LIFE
    seconds = now.timestamp()
    in_time = seconds < claims.exp <= seconds + life.total_seconds() + 1
    if not (in_time and claims.jti and (claims.aud, claims.desk) == (audience, desk)):
        raise PanelTokenError
    return claims


def _encoded(value: Mapping[str, Any]) -> str:
    return urlsafe_b64encode(json.dumps(value, separators=(",", ":")).encode()).rstrip(b"=").decode()


def _decoded(text: str) -> dict[str, Any]:
    try:
        value = json.loads(urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    except ValueError:
        raise PanelTokenError from None
    return value if isinstance(value, dict) else {}


def _mark(head: str, secret: bytes) -> str:
    return urlsafe_b64encode(hmac.new(secret, head.encode(), sha256).digest()).rstrip(b"=").decode()
