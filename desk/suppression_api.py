"""The suppression list for the mailing tool, which shows a token and no session."""

import hmac
from typing import Annotated, Any

from fastapi import APIRouter, Depends, HTTPException, Request
from pydantic import BaseModel, Field

from desk.visitor import wiring_of

router = APIRouter(prefix="/api/v1/suppressions")
_BEARER = "bearer "


async def _has_token(request: Request) -> None:
    """Stop everybody who does not show the token of OMBUD_SUPPRESSIONS_TOKEN_FILE; without one the list is closed."""
    token = wiring_of(request).settings.suppressions_token()
    shown = request.headers.get("authorization", "")
    given = shown[len(_BEARER) :].strip() if shown.lower().startswith(_BEARER) else ""
    if not token or not hmac.compare_digest(given.encode(), token.encode()):
        raise HTTPException(401, headers={"www-authenticate": "Bearer"})


Known = Depends(_has_token)


class Asked(BaseModel):
    """Addresses about which a mailing tool asks; sent in the body, for none belongs in a URL."""

    addresses: Annotated[list[str], Field(max_length=10_000)]


@router.get("", dependencies=[Known])
def listed(request: Request) -> dict[str, Any]:
    """Every address that gets no marketing; of erased people only how many there are."""
    views = wiring_of(request).store.views.queues.suppressions
    entries = [{"address": line.address, "since": line.since.isoformat()} for line in views.all() if line.address is not None]
    return {"suppressions": entries, "erased": views.erased_count()}


@router.post("/check", dependencies=[Known])
def check(request: Request, asked: Asked) -> dict[str, list[str]]:
    """Those of the given addresses that get no marketing, erased people's too."""
    with wiring_of(request).store.transaction() as tx:
        return {"suppressed": list(tx.queues.suppressions.among(asked.addresses))}
