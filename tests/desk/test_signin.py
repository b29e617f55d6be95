"""Who comes in, how, and how it ends."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from desk.signin import own_path
from tests.desk.office import PASSWORD, Office
from tests.desk.visit import Visit


def test_a_stranger_is_asked_to_sign_in(visitor: Visit) -> None:
    answer = visitor.get("/mails")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/signin?to=/mails"


def test_the_right_password_opens_the_page_that_was_asked_for(visitor: Visit) -> None:
    visitor.get("/signin?to=/mails")
    answer = visitor.post("/signin", name="agent", password=PASSWORD, to="/mails")
    assert answer.headers["location"] == "/mails"
    assert visitor.get("/mails").status_code == 200


def test_a_wrong_password_and_an_unknown_name_get_the_same_answer(visitor: Visit) -> None:
    visitor.get("/signin")
    wrong = visitor.post("/signin", name="agent", password="fel lösenord här")
    unknown = visitor.post("/signin", name="ingen", password="fel lösenord här")
    assert wrong.status_code == unknown.status_code == 403
    assert "That did not work" in wrong.text
    assert wrong.text == unknown.text


def test_after_five_failures_the_right_password_is_refused_for_a_quarter_of_an_hour(office: Office, visitor: Visit) -> None:
    visitor.get("/signin")
    for _ in range(5):
        visitor.post("/signin", name="agent", password="fel lösenord här")
    assert visitor.post("/signin", name="agent", password=PASSWORD).status_code == 403
    office.now += timedelta(minutes=16)
    assert visitor.post("/signin", name="agent", password=PASSWORD).status_code == 303


def test_a_link_works_once_and_looking_at_it_does_not_use_it_up(office: Office, come: Callable[..., Visit]) -> None:
    link, visitor, second = _link(office), come(), come()
    for _ in range(3):
        assert visitor.get(f"/signin/{link}").status_code == 200
    assert visitor.post(f"/signin/{link}").status_code == 303
    assert visitor.get("/").status_code == 200
    second.get(f"/signin/{link}")
    assert second.post(f"/signin/{link}").status_code == 403


def test_a_link_is_too_old_after_an_hour(office: Office, visitor: Visit) -> None:
    link = _link(office)
    office.now += timedelta(hours=1, seconds=1)
    visitor.get(f"/signin/{link}")
    assert "too old" in visitor.post(f"/signin/{link}").text


def test_signing_out_ends_the_session_for_good(agent: Visit) -> None:
    cookie = dict(agent.client.cookies)
    assert agent.post("/signout").headers["location"] == "/signin"
    agent.client.cookies.update(cookie)
    assert agent.get("/").status_code == 303


def test_a_session_ends_by_itself(office: Office, agent: Visit) -> None:
    office.now += timedelta(hours=10, seconds=1)
    assert agent.get("/").status_code == 303


def test_cookies_are_out_of_reach_of_scripts_and_of_other_sites(visitor: Visit) -> None:
    visitor.get("/signin")
    cookie = visitor.post("/signin", name="agent", password=PASSWORD).headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie


@pytest.mark.parametrize(
    "path", ["//evil.example", "/\\evil.example", "https://evil.example/", "javascript:alert(1)", "/\t/evil.example", ""]
)
def test_a_return_address_elsewhere_is_not_followed(path: str) -> None:
    assert own_path(path) == "/"


def _link(office: Office) -> str:
    with office.store.transaction() as tx:
        user = tx.users.named("agent")
        assert user is not None
        return tx.users.new_link(user.id, office.now)
