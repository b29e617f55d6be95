"""A help desk of the tests that shows the panel: it signs launches and opens them."""

import secrets
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import httpx

from config.desks import DeskSettings
from desk.panel_tokens import LAUNCH, LAUNCH_LIFE, Claims, sign
from tests.desk.office import EVA, NOW, Office

SECRET = b"a secret that the desk and Ombud share"
DESK_URL = "https://desk.example"


def with_desk(office: Office, folder: Path, url: str = DESK_URL, name: str = "rt") -> DeskSettings:
    """The settings of a desk whose secret lies in this folder."""
    file = folder / f"{name}.secret"
    file.write_bytes(SECRET)
    return DeskSettings(name=name, kind="request-tracker", url=url, secret_file=file)


def claims(agent: str = "agent", desk: str = "rt", **changes: object) -> Claims:
    """What a launch says of Eva's ticket, signed now."""
    now = int(NOW.timestamp())
    made = Claims(LAUNCH, desk, agent, "1", secrets.token_hex(8), now, now + int(LAUNCH_LIFE / timedelta(seconds=1)), "", (EVA,))
    return replace(made, **changes)  # type: ignore[arg-type]  # names and types are those of Claims


def launch(office: Office, made: Claims, secret: bytes = SECRET) -> httpx.Response:
    """What the desk's page does: post the launch into the frame."""
    return httpx.post(f"{office.address}/panel/{made.desk}", data={"token": sign(made, secret)}, headers={"origin": DESK_URL})
