"""A request is worked on from its page, through the same gates as everywhere."""

import re
from collections.abc import Callable

import pytest

from tests.desk.office import EVA, Office, mail
from tests.desk.visit import Visit

ERASE = "Jag vill att ni raderar alla uppgifter om mig."


@pytest.fixture
def request_id(office: Office) -> int:
    """A fresh request of a customer on file."""
    office.receive(mail(EVA, "Eva Ek", "Radera", ERASE))
    with office.store.transaction() as tx:
        return max(tx.requests.open_ids())


def act(visit: Visit, request_id: int, name: str, **fields: str) -> int:
    """Do something from the page as it stands now."""
    text = visit.get(f"/requests/{request_id}").text
    seen = re.search(r'name="seen" value="(\d+)"', text)
    return visit.post(f"/requests/{request_id}/{name}", seen=seen[1] if seen else "0", **fields).status_code


def test_an_erasure_goes_from_the_question_to_the_letter(come: Callable[..., Visit], request_id: int) -> None:
    agent, manager = come().sign_in("agent"), come().sign_in("manager")

    assert act(agent, request_id, "verify", method="bankid") == 303
    assert act(agent, request_id, "propose", measure="fulfil", ground="") == 303
    assert act(agent, request_id, "receipt", system="support", before="3", after="0") == 409
    assert act(manager, request_id, "approve") == 303
    assert act(agent, request_id, "receipt", system="support", before="3", after="0") == 303
    assert act(agent, request_id, "fulfil", measure="fulfil", ground="", shared_with_nobody="true") == 303

    text = agent.get(f"/requests/{request_id}").text
    assert "The letter that tells the outcome has not been delivered." in text
    assert "Approved by a second person" in text
    assert "BankID" in text


def test_what_is_missing_is_told_and_nothing_is_done(come: Callable[..., Visit], request_id: int) -> None:
    agent = come().sign_in("agent")
    text = agent.get(f"/requests/{request_id}").text
    assert "It is not sure enough who asks." in text
    assert act(agent, request_id, "fulfil", measure="fulfil", ground="") == 409
    assert "Done" not in re.findall(r"<strong>(.*?)</strong>", agent.get(f"/requests/{request_id}").text)


def test_an_agent_is_not_offered_the_second_look(come: Callable[..., Visit], request_id: int) -> None:
    agent, manager = come().sign_in("agent"), come().sign_in("manager")
    act(agent, request_id, "refuse", ground="legal_claims")
    assert "Approve</summary>" not in agent.get(f"/requests/{request_id}").text
    assert "Approve</summary>" in manager.get(f"/requests/{request_id}").text
    assert act(agent, request_id, "approve") == 409


def test_a_page_that_was_open_too_long_changes_nothing(come: Callable[..., Visit], request_id: int) -> None:
    agent = come().sign_in("agent")
    agent.get(f"/requests/{request_id}")
    assert agent.post(f"/requests/{request_id}/withdraw", seen="99", reason="by_the_person").status_code == 409
    assert agent.post(f"/requests/{request_id}/withdraw", seen="1", reason="by_the_person").status_code == 303


def test_a_word_that_is_on_no_list_does_nothing(come: Callable[..., Visit], request_id: int) -> None:
    agent = come().sign_in("agent")
    assert act(agent, request_id, "verify", method="palm_reading") == 409
    assert act(agent, request_id, "dance") == 404


def test_bookkeeping_reads_and_does_nothing(come: Callable[..., Visit], request_id: int) -> None:
    reader = come().sign_in("bookkeeping")
    assert "What you can do" not in reader.get(f"/requests/{request_id}").text
    assert reader.post(f"/requests/{request_id}/withdraw", seen="1", reason="by_the_person").status_code == 409


def test_a_form_needs_its_token(come: Callable[..., Visit], request_id: int) -> None:
    agent = come().sign_in("agent")
    agent.token = "forged"
    assert agent.post(f"/requests/{request_id}/withdraw", seen="1", reason="by_the_person").status_code == 403
