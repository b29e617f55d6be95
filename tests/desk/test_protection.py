"""What every answer carries, and what every change must prove."""

import re
from collections.abc import Callable

import httpx
import pytest
from fastapi.routing import APIRoute

from config.settings import WebSettings
from desk import contacts, customers, mails, outbox, quarantine, requests, signin, start, unmatched
from desk.app import create_app
from tests.desk.office import PASSWORD, Office
from tests.desk.visit import Visit
from tests.servers.dovecot import free_port
from tests.servers.web import serving

EVERYWHERE = ["/", "/signin", "/signin/nolink", "/mails", "/mails/1", "/nowhere", "/mails/x", "/healthz", "/metrics", "/static/ombud.css"]
PAGES = ["/", "/mails", "/mails/1", "/mails/newer/0", "/customers", "/contacts/1", "/unmatched", "/requests", "/requests/1", "/quarantine"]
DOORS = (signin, start, mails, customers, contacts, unmatched, requests, outbox, quarantine)
ROUTES = [route for door in DOORS for route in door.router.routes if isinstance(route, APIRoute)]
CHANGES = sorted(re.sub(r"{\w+}", "1", route.path) for route in ROUTES if "POST" in (route.methods or ()))


@pytest.mark.parametrize("path", EVERYWHERE)
def test_every_answer_carries_the_headers(colleagues: dict[str, Visit], path: str) -> None:
    headers = colleagues["agent"].get(path).headers
    assert headers["content-security-policy"].startswith("default-src 'none'; script-src 'self'; style-src 'self'")
    assert "unsafe" not in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"


def test_no_page_is_kept_by_a_cache_but_the_style_sheet_is(colleagues: dict[str, Visit]) -> None:
    assert colleagues["agent"].get("/mails/1").headers["cache-control"] == "no-store"
    assert colleagues["agent"].get("/static/ombud.css").headers["cache-control"].startswith("max-age")


def test_no_page_holds_script_or_style_of_its_own(colleagues: dict[str, Visit]) -> None:
    for path in EVERYWHERE:
        text = colleagues["agent"].get(path).text
        assert not re.search(r"<style|\sstyle=|<script(?! src=\"/static/)|\son\w+=\"", text), path


@pytest.mark.parametrize("path", CHANGES)
def test_no_change_is_made_without_the_token_of_the_form(colleagues: dict[str, Visit], path: str) -> None:
    agent = colleagues["agent"]
    for token in ("", "0" * 64):
        answer = agent.client.post(path, data={"csrf": token, "purpose": "identity", "verdict": "confirm", "into": "1", "other": "2"})
        assert answer.status_code == 403
        assert "too old" in answer.text


def test_a_form_on_another_site_is_refused_even_with_the_token(agent: Visit) -> None:
    for origin in ("https://evil.example", "null"):
        answer = agent.client.post("/signout", data={"csrf": agent.token}, headers={"origin": origin})
        assert answer.status_code == 403
    assert agent.get("/").status_code == 200


def test_the_token_of_somebody_else_is_refused(come: Callable[..., Visit]) -> None:
    agent, manager = come().sign_in("agent"), come().sign_in("manager")
    assert agent.client.post("/signout", data={"csrf": manager.token}).status_code == 403


def test_nobody_can_be_signed_in_by_a_form_elsewhere(visitor: Visit) -> None:
    answer = visitor.client.post("/signin", data={"name": "agent", "password": PASSWORD}, headers={"origin": "https://evil.example"})
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


def test_looking_changes_nothing(office: Office, agent: Visit) -> None:
    before = _memory(office)
    for path in PAGES:
        assert agent.get(path).status_code == 200, path
    assert _memory(office) == before


def _memory(office: Office) -> list[str]:
    with office.store.engine.connect() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        return list(driver.iterdump())


def test_over_https_cookies_and_browsers_insist_on_it(office: Office) -> None:
    settings = office.settings.model_copy(update={"web": WebSettings(url="https://ombud.example")})
    app, port = create_app(office.store, office.policy, settings, office.clock), free_port()
    with serving(app, port) as address, httpx.Client(base_url=address) as client:
        opened = client.get("/signin")
        cookie = opened.headers["set-cookie"]
        assert "Secure" in cookie
        assert opened.headers["strict-transport-security"].startswith("max-age=")
        client.headers.update({"cookie": cookie.partition(";")[0], "origin": "https://ombud.example"})
        token = opened.text.split('name="csrf" value="')[1].split('"')[0]
        answer = client.post("/signin", data={"csrf": token, "name": "agent", "password": PASSWORD})
        assert answer.headers["set-cookie"].startswith("__Host-ombud_session=")
        assert "Secure" in answer.headers["set-cookie"]
