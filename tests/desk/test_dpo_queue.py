"""What is written to the data protection officer is read by the officer alone (GDPR Art. 38(5))."""

from collections.abc import Callable

import pytest

from tests.desk.office import TO_THE_OFFICER, Office, mail
from tests.desk.visit import Visit

SUBJECT = "Till dataskyddsombudet"


@pytest.fixture
def mail_id(shared_office: Office) -> int:
    """The mail to the officer."""
    found = shared_office.store.views.mails.page(sender="bo@tegel.example")
    return found.lines[0].id


@pytest.fixture
def request_id(shared_office: Office) -> int:
    """The request in it."""
    (found,) = (request for request in shared_office.store.views.requests.open() if request.queue == shared_office.policy.officer.queue)
    return found.id


def test_the_officer_sees_the_mail_and_the_request(colleagues: dict[str, Visit], mail_id: int, request_id: int) -> None:
    officer = colleagues["dpo"]
    assert SUBJECT in officer.get("/mails").text
    assert SUBJECT in officer.get(f"/mails/{mail_id}").text
    assert f"/requests/{request_id}" in officer.get("/requests").text
    assert officer.get(f"/requests/{request_id}").status_code == 200


@pytest.mark.parametrize("role", ["agent", "manager"])
def test_nobody_else_does_by_any_way(colleagues: dict[str, Visit], mail_id: int, request_id: int, role: str) -> None:
    visit = colleagues[role]
    lists = ("/", "/mails", "/mails?outcome=filed", "/mails/newer/0", "/requests", "/requests?kind=dpo_question")
    for path in lists:
        text = visit.get(path).text
        assert SUBJECT not in text, path
        assert f'href="/requests/{request_id}"' not in text, path
    visit.get("/mails")
    assert SUBJECT not in visit.post("/mails/search", q="bo@tegel").text
    assert visit.get(f"/mails/{mail_id}").status_code == 404
    assert visit.get(f"/requests/{request_id}").status_code == 404


def test_what_else_the_mail_asks_is_shown_to_agents_without_the_mail(
    colleagues: dict[str, Visit], shared_office: Office, mail_id: int, request_id: int
) -> None:
    (other,) = (found.id for found in shared_office.store.views.requests.open() if found.message_id == mail_id and found.id != request_id)
    assert "read by the officer alone" in colleagues["agent"].get(f"/requests/{other}").text
    assert f'href="/mails/{mail_id}"' in colleagues["dpo"].get(f"/requests/{other}").text


def test_a_new_mail_to_the_officer_is_not_even_announced_to_others(office: Office, come: Callable[..., Visit]) -> None:
    agent, officer, known = come().sign_in("agent"), come().sign_in("dpo"), office.store.views.mails.newest()
    office.receive(mail("bo@tegel.example", "Bo Tegel", "Igen", TO_THE_OFFICER))
    assert agent.get(f"/mails/newer/{known}").status_code == 204
    assert "Igen" in officer.get(f"/mails/newer/{known}").text


def test_the_profile_of_the_sender_does_not_tell(colleagues: dict[str, Visit], shared_office: Office, mail_id: int) -> None:
    mail = shared_office.store.views.mails.one(mail_id)
    assert mail is not None
    assert SUBJECT not in colleagues["agent"].get(f"/contacts/{mail.line.contact_id}").text
    assert SUBJECT in colleagues["dpo"].get(f"/contacts/{mail.line.contact_id}").text
