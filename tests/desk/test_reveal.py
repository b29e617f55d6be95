"""A national number is shown in full only to somebody who says what for, and that is written down (P1, B3)."""

import json
import re
from typing import Any

from tests.desk.office import EVA, NATIONAL_NUMBER, Office
from tests.desk.visit import Visit

DIGITS = NATIONAL_NUMBER[-4:]


def test_no_page_shows_the_last_digits(colleagues: dict[str, Visit], shared_office: Office) -> None:
    mail = shared_office.store.views.mails.page(sender=EVA).lines[0]
    for path in ("/", "/mails", f"/mails/{mail.id}", f"/contacts/{mail.contact_id}", "/unmatched"):
        assert DIGITS not in colleagues["dpo"].get(path).text, path


def test_a_named_purpose_shows_it_and_leaves_a_record(office: Office, agent: Visit) -> None:
    path = _form(agent.get("/mails/1").text)
    answer = agent.post(path, purpose="identity")
    assert NATIONAL_NUMBER in answer.text
    assert answer.headers["cache-control"] == "no-store"
    entry = _audit(office)[-1]
    assert entry["action"] == "finding:revealed"
    assert entry["details"]["purpose"] == "identity"
    assert NATIONAL_NUMBER not in str(entry)


def test_without_a_purpose_nothing_is_shown_or_recorded(office: Office, agent: Visit) -> None:
    path, before = _form(agent.get("/mails/1").text), len(_audit(office))
    for fields in ({}, {"purpose": ""}, {"purpose": "nyfikenhet"}):
        assert NATIONAL_NUMBER not in agent.post(path, **fields).text
    assert len(_audit(office)) == before


def test_the_profile_reveals_in_the_same_way(office: Office, agent: Visit) -> None:
    path = _form(agent.get("/contacts/1").text)
    assert NATIONAL_NUMBER in agent.post(path, purpose="request").text
    assert _audit(office)[-1]["action"] == "fact:revealed"


def test_a_number_is_revealed_only_on_the_page_of_its_own_mail(agent: Visit) -> None:
    path = _form(agent.get("/mails/1").text).replace("/mails/1/", "/mails/2/")
    answer = agent.post(path, purpose="identity")
    assert answer.status_code == 404
    assert NATIONAL_NUMBER not in answer.text


def test_an_address_alone_reveals_nothing(agent: Visit) -> None:
    path = _form(agent.get("/mails/1").text)
    assert agent.get(path).status_code == 405


def _form(text: str) -> str:
    found = re.search(r'action="(/[^"]+/reveal)', text)
    assert found
    return found[1]


def _audit(office: Office) -> list[dict[str, Any]]:
    with office.store.engine.connect() as connection:
        rows = connection.exec_driver_sql("select action, details from audit order by id").all()
    return [{"action": row.action, "details": json.loads(row.details)} for row in rows]
