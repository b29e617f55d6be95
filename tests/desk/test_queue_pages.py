"""The queues beside the requests, at the web door."""

from collections.abc import Callable
from pathlib import Path

import pytest

from gdpr.incident import IncidentState
from tests.desk.office import EVA, Office, mail
from tests.desk.visit import Visit

MAILS = Path(__file__).parents[1] / "mail" / "queues"
BREACH = "Vi har fått någon annans faktura från er i dag, med namn och adress."
OPTOUT = "Hej, jag vill inte ha mer reklam från er. Sluta skicka nyhetsbrev till mig."


@pytest.fixture
def manager(come: Callable[..., Visit]) -> Visit:
    """A manager, whom breaches and the authority concern."""
    return come().sign_in("manager")


def test_a_breach_shows_its_hours_to_the_manager(office: Office, manager: Visit) -> None:
    office.receive(mail(EVA, "Eva Ek", "Fel", BREACH))
    assert "71 hours left" in manager.get("/incidents").text
    assert "breaches to decide on" in manager.get("/").text
    (incident,) = office.store.views.queues.incidents.all()
    assert "någon annans faktura" in manager.get(f"/incidents/{incident.id}").text or incident.sentence


def test_not_to_report_needs_a_reason_and_is_logged_for_ever(office: Office, manager: Visit) -> None:
    office.receive(mail(EVA, "Eva Ek", "Fel", BREACH))
    (incident,) = office.store.views.queues.incidents.all()
    manager.get(f"/incidents/{incident.id}")
    assert manager.post(f"/incidents/{incident.id}/notes", act="not_reported", reason="  ").status_code == 400
    assert manager.post(f"/incidents/{incident.id}/notes", act="not_reported", reason="Fakturan var vår egen.").status_code == 303
    (decided,) = office.store.views.queues.incidents.all()
    assert decided.state is IncidentState.NOT_REPORTED
    assert [note.note for note in decided.notes] == ["opened", "not_reported"]
    assert "Fakturan var vår egen." in manager.get(f"/incidents/{incident.id}").text


def test_what_the_authority_was_told_is_never_taken_back(office: Office, manager: Visit) -> None:
    office.receive(mail(EVA, "Eva Ek", "Fel", BREACH))
    (incident,) = office.store.views.queues.incidents.all()
    manager.get(f"/incidents/{incident.id}")
    manager.post(f"/incidents/{incident.id}/notes", act="reported", reason="Anmäld.")
    assert manager.post(f"/incidents/{incident.id}/notes", act="false_alarm", reason="Ångrar mig.").status_code == 409


def test_a_breach_by_telephone_starts_the_same_clock(office: Office, manager: Visit) -> None:
    manager.get("/incidents")
    assert manager.post("/incidents", reason="En kund ringde: fel bilaga.").status_code == 303
    assert "72 hours left" in manager.get("/incidents").text


def test_an_agent_sees_neither_breaches_nor_the_authority(agent: Visit) -> None:
    assert agent.get("/incidents").status_code == 403
    assert agent.get("/authority").status_code == 403
    assert 'href="/incidents"' not in agent.get("/queues").text


def test_a_letter_of_the_authority_is_dated_and_answered_by_a_person(office: Office, manager: Visit, agent: Visit) -> None:
    wanted = "Ni ska svara senast den 15 april 2026."
    letter = mail("imy@imy.se", "Integritetsskyddsmyndigheten", "Tillsyn DI-2026-1", wanted, authentic=False)
    office.receive(letter)
    page = manager.get("/authority").text
    assert "Nothing proves that the authority wrote this" in page
    assert 'datetime="2026-04-15"' in page
    (kept,) = office.store.views.queues.authority.all()
    manager.post(f"/authority/{kept.id}/date", answer_by="2026-04-20")
    manager.post(f"/authority/{kept.id}/answered")
    assert "answered" in manager.get("/authority").text
    assert "Tillsyn DI-2026-1" not in agent.get("/mails").text
    assert agent.get(f"/mails/{kept.message_id}").status_code == 404
    assert "Tillsyn DI-2026-1" in manager.get("/mails").text


def test_the_senders_own_address_gets_no_more_marketing_at_once(office: Office, agent: Visit) -> None:
    office.receive(mail(EVA, "Eva Ek", "Sluta", OPTOUT))
    assert office.store.views.queues.suppressions.addresses() == (EVA,)
    assert EVA in agent.get("/suppressions").text


def test_an_unproved_stop_of_marketing_waits_for_a_click(office: Office, agent: Visit) -> None:
    office.receive(mail("ulla@brevduva.example", "Ulla Ek", "Sluta", OPTOUT, authentic=False))
    assert office.store.views.queues.suppressions.addresses() == ()
    (waiting,) = office.store.views.queues.suppressions.waiting()
    agent.get("/suppressions")
    assert agent.post(f"/suppressions/requests/{waiting.request_id}").status_code == 303
    assert office.store.views.queues.suppressions.addresses() == ("ulla@brevduva.example",)
    assert office.store.views.queues.suppressions.waiting() == ()


def test_an_address_given_by_telephone_is_suppressed_and_can_come_back(office: Office, agent: Visit) -> None:
    agent.get("/suppressions")
    assert agent.post("/suppressions", address="no address").status_code == 400
    agent.post("/suppressions", address="Ulf@Kajak.example")
    (listed,) = office.store.views.queues.suppressions.all()
    assert listed.address == "ulf@kajak.example"
    agent.post(f"/suppressions/{listed.id}/lift")
    assert office.store.views.queues.suppressions.all() == ()


def test_an_end_users_mail_is_passed_on_to_the_customer(office: Office, agent: Visit) -> None:
    text = "Jag har ett konto på webbutiken hattar.example, som ligger på era servrar. Jag vill att ni raderar alla mina uppgifter där."
    office.receive(mail("maja@brevlada.example", "Maja Alm", "Mina uppgifter", text))
    (waiting,) = office.store.views.queues.end_users.waiting()
    assert "hattar.example" in agent.get("/end-users").text
    assert agent.post(f"/end-users/{waiting.id}/forwarded", customer="999").status_code == 404
    assert agent.post(f"/end-users/{waiting.id}/forwarded", customer="1").status_code == 303
    assert "Kajakklubben Vågen" in agent.get("/end-users").text
    assert agent.post(f"/end-users/{waiting.id}/our-own").status_code == 404


def test_an_agreement_goes_from_authority_to_file_and_no_step_is_skipped(office: Office, agent: Visit) -> None:
    office.receive(mail(EVA, "Eva Ek", "PUB-avtal", "Hej, vi behöver teckna ett personuppgiftsbiträdesavtal med er."))
    (asked,) = office.store.views.queues.agreements.all()
    to = f"/agreements/{asked.request_id}"
    agent.get("/agreements")
    assert agent.post(f"{to}/send").status_code == 409
    assert agent.post(f"{to}/authorise", signatory="Eva Ek").status_code == 400
    assert agent.post(f"{to}/authorise", signatory="Eva Ek", authority="signatory").status_code == 303
    for step in ("send", "sign"):
        assert agent.post(f"{to}/{step}").status_code == 303
    assert agent.post(f"{to}/file", file_reference="Avtal 2026/17").status_code == 303
    page = agent.get("/agreements").text
    assert "Signed and filed" in page
    assert "version 2026-01" in page


def test_nobody_is_asked_for_an_id_image_on_the_way_to_an_agreement(office: Office, agent: Visit) -> None:
    office.receive(mail(EVA, "Eva Ek", "PUB-avtal", "Hej, vi behöver teckna ett personuppgiftsbiträdesavtal med er."))
    main = agent.get("/agreements").text.partition("<main")[2]
    assert "ID image" not in main
