"""The mailing tool reads who wants no marketing, with a token and nothing else (GDPR Art. 21(3))."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from desk.app import create_app
from tests.desk.office import EVA, NOW, Office
from tests.servers.dovecot import free_port
from tests.servers.web import serving

TOKEN = "a-token-that-nobody-guesses"
LIST = "/api/v1/suppressions"


@pytest.fixture
def tool(office: Office, tmp_path: Path) -> Iterator[httpx.Client]:
    """A mailing tool at a door that knows its token."""
    file = tmp_path / "token"
    file.write_text(f"{TOKEN}\n")
    settings = office.settings.model_copy(update={"suppressions_token_file": file})
    port = free_port()
    headers = {"authorization": f"Bearer {TOKEN}"}
    app = create_app(office.store, office.policy, settings, office.clock)
    with serving(app, port), httpx.Client(base_url=f"http://127.0.0.1:{port}", headers=headers) as client:
        yield client


def suppress(office: Office, address: str) -> None:
    with office.store.transaction() as tx:
        tx.queues.suppressions.add(address, None, "user/1", NOW)


def test_the_tool_gets_the_addresses_and_how_many_were_erased(office: Office, tool: httpx.Client) -> None:
    suppress(office, EVA)
    suppress(office, "bo@tegel.example")
    with office.store.transaction() as tx:
        tx.queues.suppressions.forget_address("bo@tegel.example")
    answer = tool.get(LIST)
    assert answer.status_code == 200
    assert answer.json() == {"suppressions": [{"address": EVA, "since": "2026-03-10T09:30:00+00:00"}], "erased": 1}


def test_an_erased_person_is_still_not_advertised_to(office: Office, tool: httpx.Client) -> None:
    suppress(office, "bo@tegel.example")
    with office.store.transaction() as tx:
        tx.queues.suppressions.forget_address("bo@tegel.example")
    asked = {"addresses": ["Bo@Tegel.example", EVA]}
    assert tool.post(f"{LIST}/check", json=asked).json() == {"suppressed": ["Bo@Tegel.example"]}


@pytest.mark.parametrize("shown", ["", "Bearer", "Bearer wrong", f"Basic {TOKEN}", f"Bearer {TOKEN}x", "Bearer ö"])
def test_nobody_else_gets_anything(tool: httpx.Client, shown: str) -> None:
    headers = {b"authorization": shown.encode()}
    assert tool.get(LIST, headers=headers).status_code == 401
    assert tool.post(f"{LIST}/check", json={"addresses": []}, headers=headers).status_code == 401


def test_without_a_token_file_the_door_is_closed(office: Office) -> None:
    for shown in ("", "Bearer", "Bearer x"):
        assert httpx.get(f"{office.address}{LIST}", headers={"authorization": shown}).status_code == 401
