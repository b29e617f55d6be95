"""Customers, profiles, and what a person decides about them."""

import html

from detectors.finding import Kind
from gdpr.records import FactStatus
from tests.desk.office import EVA, STRANGER, Office
from tests.desk.visit import Visit


def test_a_customer_is_found_by_a_person_who_belongs_to_it(colleagues: dict[str, Visit]) -> None:
    agent = colleagues["agent"]
    agent.get("/customers")
    answer = agent.post("/customers/search", q="eva@kajak")
    assert "Kajakklubben Vågen" in answer.text
    assert "kajak" not in str(answer.url).removeprefix("http://")


def test_a_customer_page_lists_its_people(colleagues: dict[str, Visit]) -> None:
    text = colleagues["agent"].get("/customers/1").text
    assert "Kim Lund" in text
    assert 'href="/contacts/1"' in text


def test_long_lists_of_customers_have_pages(office: Office, agent: Visit) -> None:
    for number in range(55):
        office.customer(f"Företag {number:02}", f"Person {number:02}", f"person{number}@kund.example")
    first = agent.get("/customers").text
    second = agent.get(html.unescape(first.split('rel="next" href="')[1].split('"')[0])).text
    for number in range(55):
        assert (f"Företag {number:02}" in first) != (f"Företag {number:02}" in second)


def test_each_fact_says_which_mail_it_came_from(colleagues: dict[str, Visit]) -> None:
    text = colleagues["agent"].get("/contacts/1").text
    assert 'href="tel:+46701740605"' in text
    assert 'href="/mails/1"' in text
    assert "in the text" in text
    assert "customer register" in text


def test_a_person_confirms_a_fact(office: Office, agent: Visit) -> None:
    fact_id = _fact(office, 1, Kind.PHONE)
    agent.get("/contacts/1")
    assert agent.post(f"/contacts/1/facts/{fact_id}", verdict="confirm").headers["location"] == f"/contacts/1#fact-{fact_id}"
    assert _status(office, 1, fact_id) is FactStatus.CONFIRMED


def test_a_person_rejects_a_fact_and_it_is_crossed_out(office: Office, agent: Visit) -> None:
    fact_id = _fact(office, 1, Kind.PHONE)
    agent.get("/contacts/1")
    agent.post(f"/contacts/1/facts/{fact_id}", verdict="reject")
    assert _status(office, 1, fact_id) is FactStatus.REJECTED
    assert "<s " in agent.get("/contacts/1").text


def test_a_fact_is_decided_only_on_its_own_profile(office: Office, agent: Visit) -> None:
    fact_id, stranger = _fact(office, 1, Kind.PHONE), _contact(office, STRANGER)
    agent.get("/contacts/1")
    assert agent.post(f"/contacts/{stranger}/facts/{fact_id}", verdict="reject").status_code == 404
    assert _status(office, 1, fact_id) is not FactStatus.REJECTED


def test_an_unmatched_sender_comes_with_a_suggestion_and_its_reason(colleagues: dict[str, Visit]) -> None:
    text = colleagues["agent"].get("/unmatched").text
    assert STRANGER in text
    assert "Same phone number" in text


def test_a_person_merges_two_profiles_and_parts_them_again(office: Office, agent: Visit) -> None:
    stranger = _contact(office, STRANGER)
    agent.get("/unmatched")
    assert agent.post(f"/contacts/{stranger}/merge", into="1").headers["location"] == "/contacts/1"
    merged = agent.get("/contacts/1").text
    assert "Ny adress" in merged
    assert STRANGER not in agent.get("/unmatched").text
    undo = merged.split('action="/contacts/1/merges/')[1].split('"')[0]
    assert agent.post(f"/contacts/1/merges/{undo}").headers["location"] == f"/contacts/{stranger}"
    assert "Ny adress" not in agent.get("/contacts/1").text
    assert STRANGER in agent.get("/unmatched").text


def test_a_merge_with_oneself_or_with_nobody_is_refused(office: Office, agent: Visit) -> None:
    stranger = _contact(office, STRANGER)
    agent.get("/unmatched")
    assert agent.post(f"/contacts/{stranger}/merge", into=str(stranger)).status_code == 400
    assert agent.post(f"/contacts/{stranger}/merge", into="9999").status_code == 404


def test_a_merge_that_somebody_made_already_is_told_apart(office: Office, agent: Visit) -> None:
    stranger = _contact(office, STRANGER)
    agent.get("/unmatched")
    agent.post(f"/contacts/{stranger}/merge", into="1")
    answer = agent.post(f"/contacts/{stranger}/merge", into="1")
    assert answer.status_code == 409
    assert "decided already" in answer.text


def test_a_dismissed_suggestion_does_not_come_back(office: Office, agent: Visit) -> None:
    stranger = _contact(office, STRANGER)
    agent.get("/unmatched")
    agent.post(f"/contacts/{stranger}/dismiss", other="1")
    assert "Same phone number" not in agent.get("/unmatched").text


def test_somebody_else_on_file_can_be_searched_for(office: Office, agent: Visit) -> None:
    stranger = _contact(office, STRANGER)
    agent.get(f"/contacts/{stranger}")
    answer = agent.post(f"/contacts/{stranger}/candidates", q="Eva Ek")
    assert f'action="/contacts/{stranger}/merge"' in answer.text
    assert EVA in answer.text


def _contact(office: Office, sender: str) -> int:
    contact_id = office.store.views.mails.page(sender=sender).lines[0].contact_id
    assert contact_id is not None
    return contact_id


def _fact(office: Office, contact_id: int, kind: Kind) -> int:
    contact = office.store.views.people.contact(contact_id)
    assert contact is not None
    return next(fact.id for fact in contact.facts if fact.kind == kind)


def _status(office: Office, contact_id: int, fact_id: int) -> FactStatus:
    contact = office.store.views.people.contact(contact_id)
    assert contact is not None
    return next(fact.status for fact in contact.facts if fact.id == fact_id)
