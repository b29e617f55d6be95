"""Letters at the desk: read before they leave, sent by one click, put aside for a named reason, completed where they lack something."""

import pytest

from gdpr.letter_kinds import LetterKind
from gdpr.local_time import end_of_day, local_day
from gdpr.records import LetterState, NewLetter
from gdpr.requests import RequestKind
from tests.desk.office import NOW, Office, mail
from tests.desk.visit import Visit


@pytest.fixture
def draft(office: Office) -> int:
    """The acknowledgement of the mail that nobody vouches for: it waits for a click."""
    (line,) = (line for line in office.store.views.outbox.waiting() if line.recipient == "ina@brevduva.example")
    return line.id


@pytest.fixture
def answer(office: Office) -> int:
    """A letter that lacks its answer."""
    request = next(view for view in office.store.views.requests.open() if view.kind == RequestKind.ERASURE)
    kind, due_at = LetterKind.OUTCOME_COMPLAINT, end_of_day(local_day(NOW))
    place = (request.message_id, request.contact_id, "ina@brevduva.example")
    with office.store.transaction() as tx:
        return tx.outbox.add(NewLetter(kind, "sv", *place, LetterState.DRAFT, due_at, request.id), NOW)


def state(office: Office, letter: int) -> LetterState:
    line = office.store.views.outbox.one(letter)
    assert line is not None
    return line.state


def test_a_letter_is_shown_as_it_will_be_read(agent: Visit, draft: int) -> None:
    text = agent.get(f"/outbox/{draft}").text
    assert "att vi raderar uppgifterna om dig" in text
    assert "org.nr 556629-2347" in text
    assert "ina@brevduva.example" in text


def test_the_list_says_what_waits_and_that_there_is_no_mail_server(agent: Visit, draft: int) -> None:
    text = agent.get("/outbox").text
    assert f'href="/outbox/{draft}"' in text
    assert "No mail server for letters is set" in text


def test_one_click_lets_a_letter_leave(office: Office, agent: Visit, draft: int) -> None:
    agent.get(f"/outbox/{draft}")
    assert agent.post(f"/outbox/{draft}/send").headers["location"] == "/outbox?done=pending"
    assert state(office, draft) is LetterState.PENDING
    assert "Leaves at the next round" in agent.get("/outbox?done=pending").text


def test_a_second_click_meets_that_somebody_was_here_before(agent: Visit, draft: int) -> None:
    agent.get(f"/outbox/{draft}")
    agent.post(f"/outbox/{draft}/send")
    assert agent.post(f"/outbox/{draft}/send").status_code == 409


def test_a_letter_is_put_aside_for_a_named_reason_only(office: Office, agent: Visit, draft: int) -> None:
    agent.get(f"/outbox/{draft}")
    assert agent.post(f"/outbox/{draft}/discard", reason="för att").status_code == 400
    assert state(office, draft) is LetterState.DRAFT
    assert agent.post(f"/outbox/{draft}/discard", reason="not_needed").status_code == 303
    assert state(office, draft) is LetterState.DISCARDED


def test_a_letter_that_lacks_something_is_completed_before_it_can_be_sent(office: Office, agent: Visit, answer: int) -> None:
    page = agent.get(f"/outbox/{answer}").text
    assert 'name="answer"' in page
    assert "Send the letter" not in page
    agent.post(f"/outbox/{answer}/send")
    assert state(office, answer) is LetterState.DRAFT
    agent.post(f"/outbox/{answer}/complete", answer="Vi har rättat felet.")
    page = agent.get(f"/outbox/{answer}").text
    assert "Vi har rättat felet." in page
    assert "Send the letter" in page


def test_a_national_number_in_an_answer_is_told_and_not_sent(office: Office, agent: Visit, answer: int) -> None:
    agent.get(f"/outbox/{answer}")
    agent.post(f"/outbox/{answer}/complete", answer="Vi har rättat 850709-9805.")
    assert "holds a national number" in agent.get(f"/outbox/{answer}").text
    agent.post(f"/outbox/{answer}/send")
    assert state(office, answer) is LetterState.DRAFT


def test_what_somebody_tells_cannot_change_the_page(agent: Visit, answer: int) -> None:
    agent.get(f"/outbox/{answer}")
    agent.post(f"/outbox/{answer}/complete", answer="<script>alert(1)</script>")
    assert "<script>alert(1)" not in agent.get(f"/outbox/{answer}").text


def test_a_manager_reads_letters_and_decides_nothing(colleagues: dict[str, Visit]) -> None:
    text = colleagues["manager"].get("/outbox/1").text
    assert "As it is read" in text
    assert "Send the letter" not in text


def test_the_officer_s_letters_are_seen_by_the_officer_alone(colleagues: dict[str, Visit], shared_office: Office) -> None:
    hidden = (shared_office.policy.officer.queue,)
    lines = shared_office.store.views.outbox
    visible = {line.id for line in (*lines.waiting(hidden), *lines.on_their_way(hidden))}
    (confidential,) = ({line.id for line in (*lines.waiting(), *lines.on_their_way())}) - visible
    assert colleagues["dpo"].get(f"/outbox/{confidential}").status_code == 200
    assert colleagues["agent"].get(f"/outbox/{confidential}").status_code == 404
    assert "bo@tegel.example" not in colleagues["agent"].get("/outbox").text


def answer_to(office: Office, letter: int, sender: str, *, authentic: bool) -> int:
    """A mail that bears the mark of a letter; its number."""
    with office.store.transaction() as tx:
        owed = tx.outbox.one(letter)
    assert owed is not None
    reply = mail(sender, "Ina Berg", "SV", "Hur går det?", authentic)
    reply["In-Reply-To"] = owed.mark.message_id("ftech.se")
    office.receive(reply)
    return office.store.views.mails.newest()


def test_a_reply_is_shown_with_the_letter_that_it_answers(office: Office, agent: Visit, draft: int) -> None:
    number = answer_to(office, draft, "ina@brevduva.example", authentic=True)
    text = agent.get(f"/mails/{number}").text
    assert "It answers a letter of ours" in text
    assert f'href="/outbox/{draft}"' in text


def test_a_mail_that_only_claims_to_answer_says_so(office: Office, agent: Visit, draft: int) -> None:
    number = answer_to(office, draft, "ina@angripare.example", authentic=True)
    assert "it came from another address than the letter went to" in agent.get(f"/mails/{number}").text


def test_a_request_shows_its_letters(office: Office, agent: Visit, draft: int) -> None:
    (request_id,) = {view.id for view in office.store.views.requests.open() if view.sender_address == "ina@brevduva.example"}
    assert f'href="/outbox/{draft}"' in agent.get(f"/requests/{request_id}").text


@pytest.mark.parametrize("kind", LetterKind)
def test_every_letter_can_be_read_with_made_up_facts(colleagues: dict[str, Visit], kind: LetterKind) -> None:
    swedish, english = (colleagues["manager"].get(f"/letters?kind={kind}&lang={lang}") for lang in ("sv", "en"))
    assert (swedish.status_code, english.status_code) == (200, 200)
    assert "är personuppgiftsansvarig" in swedish.text
    assert "is the controller of your personal data" in english.text


def test_a_letter_that_is_none_has_no_page(colleagues: dict[str, Visit]) -> None:
    assert colleagues["agent"].get("/letters?kind=nix").status_code == 404
