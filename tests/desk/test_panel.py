"""The panel beside a ticket: opened once by the desk's word, for one agent and one ticket, without cookies."""

import html
import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser

from desk.app import create_app
from desk.panel_tokens import Claims, sign
from gdpr.people import Role
from tests.desk.office import NATIONAL_NUMBER, NOW, Office
from tests.desk.panel import DESK_URL, SECRET, claims, launch, with_desk
from tests.desk.test_in_a_browser import expect_no_violation, width_of
from tests.servers.dovecot import free_port
from tests.servers.web import serving


@pytest.fixture
def office(morning: Path, tmp_path: Path) -> Iterator[Office]:
    """The morning's office, with two help desks that may show the panel."""
    folder = tmp_path / "office"
    shutil.copytree(morning, folder)
    opened = Office.open(folder, free_port())
    desks = (with_desk(opened, tmp_path), with_desk(opened, tmp_path, "https://other.example", "other"))
    opened.settings = opened.settings.model_copy(update={"desks": desks})
    with serving(create_app(opened.store, opened.policy, opened.settings, opened.clock), opened.settings.web.port):
        yield opened
    opened.store.close()


def header_of(answer: httpx.Response) -> dict[str, str]:
    """The header that an open panel sends along."""
    found = re.search(r"hx-headers='([^']+)'", answer.text)
    assert found, answer.text
    return dict(json.loads(html.unescape(found[1])))


def fact_of(answer: httpx.Response, path: str) -> str:
    """The number of the first fact that the panel offers to treat this way."""
    found = re.search(rf"/panel/rt/facts/(\d+){path}\"", answer.text)
    assert found, answer.text
    return found[1]


def test_the_panel_tells_who_writes_what_to_call_and_what_they_asked_for(office: Office) -> None:
    answer = launch(office, claims())
    assert answer.status_code == 200
    assert "Eva Ek" in answer.text
    assert 'href="tel:+46701740605"' in answer.text
    assert "set-cookie" not in answer.headers
    assert "/requests/1" in answer.text
    assert NATIONAL_NUMBER not in answer.text


def test_only_the_desk_itself_may_frame_its_panel(office: Office) -> None:
    answer = launch(office, claims())
    assert f"frame-ancestors {DESK_URL}" in answer.headers["content-security-policy"]
    assert "x-frame-options" not in answer.headers
    assert "frame-ancestors 'none'" in httpx.get(f"{office.address}/signin").headers["content-security-policy"]


def test_a_launch_opens_the_panel_once(office: Office) -> None:
    made = claims()
    assert [launch(office, made).status_code for _ in range(2)] == [200, 401]


@pytest.mark.parametrize(
    ("made", "secret"),
    [
        (claims(), b"a secret that somebody else has made up"),
        (claims(exp=int(NOW.timestamp())), SECRET),
        (claims(exp=int(NOW.timestamp()) + 3600), SECRET),
        (claims(agent="nobody"), SECRET),
        (claims(aud="ombud-panel"), SECRET),
        (claims(jti=""), SECRET),
    ],
    ids=["forged", "expired", "too long", "unknown agent", "panel token as launch", "without a name"],
)
def test_a_launch_that_is_not_right_opens_nothing(office: Office, made: Claims, secret: bytes) -> None:
    assert launch(office, made, secret).status_code == 401


def test_a_launch_of_another_desk_opens_nothing(office: Office) -> None:
    made = claims(desk="other")
    answer = httpx.post(f"{office.address}/panel/rt", data={"token": sign(made, SECRET)})
    assert answer.status_code == 401
    assert httpx.post(f"{office.address}/panel/unknown", data={"token": sign(made, SECRET)}).status_code == 404


@pytest.mark.parametrize(
    ("role", "status"), [(Role.AGENT, 200), (Role.MANAGER, 200), (Role.DPO, 200), (Role.BOOKKEEPING, 403), (Role.OPERATOR, 403)]
)
def test_the_panel_opens_for_those_who_may_see_mails(office: Office, role: Role, status: int) -> None:
    assert launch(office, claims(agent=role)).status_code == status


def test_an_agent_confirms_a_fact(office: Office) -> None:
    opened = launch(office, claims())
    address = f"{office.address}/panel/rt/facts/{fact_of(opened, '')}"
    assert httpx.post(address, data={"verdict": "confirm"}).status_code == 401
    before = opened.text.count("Bekräftat<")
    answer = httpx.post(address, data={"verdict": "confirm"}, headers=header_of(opened))
    assert answer.text.count("Bekräftat<") == before + 1


def test_a_corrected_fact_takes_the_place_of_the_wrong_one(office: Office) -> None:
    opened = launch(office, claims())
    address = f"{office.address}/panel/rt/facts/{fact_of(opened, '/correct')}/correct"
    answer = httpx.post(address, data={"value": "Storgatan 99"}, headers=header_of(opened))
    assert answer.status_code == 200
    assert "Storgatan 99" in answer.text


def test_a_telephone_number_is_filed_in_one_form_and_what_is_none_is_refused(office: Office) -> None:
    opened = launch(office, claims())
    found = re.search(r'/panel/rt/facts/(\d+)/correct" class="inline">(?:(?!</form>).)*?type="tel"', opened.text, re.DOTALL)
    assert found
    address = f"{office.address}/panel/rt/facts/{found[1]}/correct"
    assert httpx.post(address, data={"value": "javascript:alert(1)"}, headers=header_of(opened)).status_code == 400
    assert "+46701740699" in httpx.post(address, data={"value": "070-174 06 99"}, headers=header_of(opened)).text


def test_a_national_number_is_shown_once_for_a_reason(office: Office) -> None:
    opened = launch(office, claims())
    address = f"{office.address}/panel/rt/facts/{fact_of(opened, '/reveal')}/reveal"
    shown = httpx.post(address, data={"purpose": "request"}, headers=header_of(opened))
    assert NATIONAL_NUMBER in shown.text
    again = httpx.post(f"{office.address}/panel/rt/again", headers=header_of(shown))
    assert again.status_code == 200
    assert NATIONAL_NUMBER not in again.text


def test_a_panel_closes_after_ten_minutes(office: Office) -> None:
    header = header_of(launch(office, claims()))
    office.now = NOW + timedelta(minutes=9)
    assert httpx.post(f"{office.address}/panel/rt/again", headers=header).status_code == 200
    office.now = NOW + timedelta(minutes=11)
    assert httpx.post(f"{office.address}/panel/rt/again", headers=header).status_code == 401


def test_a_panel_reaches_no_fact_of_another_person(office: Office) -> None:
    header = header_of(launch(office, claims()))
    assert httpx.post(f"{office.address}/panel/rt/facts/99999", data={"verdict": "confirm"}, headers=header).status_code == 404


def test_a_ticket_of_somebody_unknown_says_so(office: Office) -> None:
    answer = launch(office, replace(claims(), requesters=("nobody@unknown.example",)))
    assert answer.status_code == 200
    assert "tel:" not in answer.text


@pytest.mark.parametrize("width", [258, 720])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_axe_finds_nothing_on_the_panel_and_nothing_scrolls_sideways(
    browser: Browser, office: Office, width: int, scheme: str, language: str
) -> None:
    with office.store.transaction() as tx:
        user = tx.users.named("agent")
        assert user
        tx.users.speak(user.id, language)
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.set_content(f'<form method="post" action="{office.address}/panel/rt"><input name="token" value="{sign(claims(), SECRET)}"></form>')
    page.evaluate("document.forms[0].submit()")
    page.wait_for_selector("#panel")
    page.wait_for_load_state("load")
    assert page.evaluate("document.documentElement.lang") == language
    expect_no_violation(page, "/panel/rt")
    for summary in page.locator("summary").all():
        summary.click()
    assert width_of(page) <= width
    page.get_by_role("button", name="Bekräfta" if language == "sv" else "Confirm").first.press("Enter")
    page.wait_for_selector("#panel:not(.htmx-request)")
    context.close()
