"""No page, count or search tells anybody but the officer that somebody wrote to the officer (GDPR Art. 38(5); Policy §8)."""

import re
from collections.abc import Callable

import pytest

from gdpr.people import Role
from tests.desk.office import EVA, STRANGER, Office, mail
from tests.desk.visit import Visit

SECRET = "hemligabo@tegel.example"
TOLD = "070-174 06 33"
OTHER_ADDRESS = "evas.privata@brevlada.example"
TO_THE_OFFICER = f"Jag har en fråga till ert dataskyddsombud. Ring mig på {TOLD}."
TRACES = ("Hemliga Bo", SECRET, "Till ombudet", TOLD, OTHER_ADDRESS)
OTHERS = [role for role in Role if role is not Role.DPO]
PAGES = (
    *("/", "/mails", "/mails?outcome=filed", "/mails?outcome=duplicate", "/requests", "/customers", "/customers/1"),
    *("/contacts/1", "/contacts/2", "/unmatched", "/quarantine", "/outbox"),
    *("/queues", "/suppressions", "/end-users", "/agreements", "/authority", "/incidents"),
)


@pytest.fixture
def confided(office: Office) -> Office:
    """An office where a stranger and a customer wrote to the officer, each telling something that no other mail tells."""
    office.receive(mail(SECRET, "Hemliga Bo", "Till ombudet", TO_THE_OFFICER))
    office.receive(mail(EVA, "Eva Ek", "Till ombudet", f"{TO_THE_OFFICER} Skriv till min adress {OTHER_ADDRESS}."))
    return office


@pytest.mark.parametrize("role", OTHERS)
def test_no_page_shows_a_trace_to_any_other_role(confided: Office, come: Callable[..., Visit], role: Role) -> None:
    visit = come().sign_in(role)
    for path in PAGES:
        text = visit.get(path).text
        assert [trace for trace in TRACES if trace in text] == [], path


def test_the_officer_sees_all_of_it(confided: Office, come: Callable[..., Visit]) -> None:
    officer = come().sign_in("dpo")
    seen = "".join(officer.get(path).text for path in PAGES)
    assert [trace for trace in TRACES if trace not in seen] == []


def test_no_search_finds_what_only_the_officer_was_told(confided: Office, come: Callable[..., Visit]) -> None:
    for role, found in (("agent", False), ("dpo", True)):
        visit = come().sign_in(role)
        visit.get("/customers")
        assert ("Kajakklubben" in visit.post("/customers/search", q=OTHER_ADDRESS).text.partition("<main")[2]) is found
        visit.get("/contacts/2")
        assert ("Hemliga Bo" in visit.post("/contacts/2/candidates", q="Hemliga").text) is found
        candidates = visit.post("/contacts/2/candidates", q=OTHER_ADDRESS).text.partition('role="status"')[2]
        assert ("Eva Ek" in candidates.partition("</ul>")[0]) is found


def test_the_counts_are_those_of_what_one_may_see(confided: Office, come: Callable[..., Visit]) -> None:
    views = confided.store.views
    hidden = (confided.policy.officer.queue,)
    assert sum(views.mails.counts().values()) - sum(views.mails.counts(hidden).values()) == 3
    known_senders = views.people.unmatched(hidden_queues=hidden).lines
    assert views.people.unmatched_count(hidden) == len(known_senders) < views.people.unmatched_count()
    agent = come().sign_in("agent").get("/").text
    known = sum(views.mails.counts(hidden).values())
    assert re.search(rf"<b>{known}</b> <span>mails in all", agent)


def test_the_profile_of_who_wrote_to_nobody_else_is_not_there(confided: Office, come: Callable[..., Visit]) -> None:
    (secret,) = (line.contact for line in confided.store.views.people.unmatched().lines if line.contact.name == "Hemliga Bo")
    agent, officer = come().sign_in("agent"), come().sign_in("dpo")
    assert agent.get(f"/contacts/{secret.id}").status_code == 404
    assert agent.post(f"/contacts/{secret.id}/merge", into="1").status_code == 404
    assert officer.get(f"/contacts/{secret.id}").status_code == 200


def test_what_an_open_mail_repeats_is_shown_to_all(confided: Office, come: Callable[..., Visit]) -> None:
    assert "070-174 06 33" not in come().sign_in("agent").get("/contacts/1").text
    confided.receive(mail(EVA, "Eva Ek", "Nytt nummer", f"Hej, ring mig gärna på {TOLD} om fakturan."))
    assert "070-174 06 33" in come().sign_in("agent").get("/contacts/1").text


def test_what_the_officer_was_told_suggests_nobody(confided: Office, come: Callable[..., Visit]) -> None:
    confided.receive(mail("nykomling@kvist.example", "Ny Komling", "Hjälp", f"Min sajt är nere, ring {TOLD}."))
    (newcomer,) = (line for line in confided.store.views.people.unmatched().lines if line.contact.name == "Ny Komling")
    assert newcomer.suggestions == ()
    assert "Ny Komling" in come().sign_in("agent").get("/unmatched").text


def test_a_merge_of_such_a_sender_is_not_told(confided: Office, come: Callable[..., Visit]) -> None:
    (secret,) = (line.contact for line in confided.store.views.people.unmatched().lines if line.contact.name == "Hemliga Bo")
    (other,) = (line.contact for line in confided.store.views.people.unmatched().lines if line.contact.address == STRANGER)
    officer = come().sign_in("dpo")
    officer.get(f"/contacts/{secret.id}")
    assert officer.post(f"/contacts/{secret.id}/merge", into=str(other.id)).status_code == 303
    text = come().sign_in("agent").get(f"/contacts/{other.id}").text
    assert [trace for trace in TRACES if trace in text] == []
