"""The list of mails and one mail."""

from datetime import timedelta

from tests.desk.office import EVA, HOSTILE_NAME, HOSTILE_SUBJECT, Office, mail
from tests.desk.visit import Visit


def test_the_list_shows_sender_subject_outcome_and_local_time(colleagues: dict[str, Visit]) -> None:
    text = colleagues["agent"].get("/mails").text
    assert "Eva Ek" in text
    assert "Mina uppgifter" in text
    assert "Filed" in text
    assert "5 Feb 10:30" in text  # 09:30 in UTC


def test_the_list_can_be_narrowed_to_one_outcome(colleagues: dict[str, Visit]) -> None:
    text = colleagues["agent"].get("/mails?outcome=screened").text
    assert "Undelivered Mail" in text
    assert "Mina uppgifter" not in text
    assert colleagues["agent"].get("/mails?outcome=lost").status_code == 404


def test_a_search_leaves_no_trace_in_the_address(colleagues: dict[str, Visit]) -> None:
    agent = colleagues["agent"]
    agent.get("/mails")
    answer = agent.post("/mails/search", q="EVA@kajak")
    assert "Mina uppgifter" in answer.text
    assert "Radera mig" not in answer.text
    assert "kajak" not in str(answer.url)
    assert 'method="get"' not in answer.text


def test_a_search_that_finds_nothing_says_what_to_try(colleagues: dict[str, Visit]) -> None:
    colleagues["agent"].get("/mails")
    assert "Try a part of the name" in colleagues["agent"].post("/mails/search", q="%ingen%").text


def test_long_lists_have_pages_that_miss_nothing(office: Office, agent: Visit) -> None:
    for number in range(60):
        office.receive(mail(EVA, "Eva Ek", f"Fråga {number:02}", f"Hej {number}"), timedelta(minutes=number))
    first = agent.get("/mails").text
    path = first.split('rel="next" href="')[1].split('"')[0].replace("&amp;", "&")
    second = agent.get(path).text
    for number in range(60):
        assert (f"Fråga {number:02}" in first) != (f"Fråga {number:02}" in second)


def test_a_mail_shows_what_was_found_where_and_why(colleagues: dict[str, Visit], shared_office: Office) -> None:
    text = colleagues["agent"].get(f"/mails/{_id(shared_office, EVA)}").text
    assert '<mark class="phone"><a href="#finding-' in text
    assert "070-174 06 05<span" in text
    assert "asks to be called on it" in text
    assert '<mark class="asked">' in text
    assert "Our mail server vouches" in text


def test_a_mail_that_nothing_vouches_for_says_so(colleagues: dict[str, Visit], shared_office: Office) -> None:
    text = colleagues["agent"].get(f"/mails/{_id(shared_office, 'ina@brevduva.example')}").text
    assert "Nothing proves that the sender is who the mail says" in text


def test_text_of_others_is_left_out_and_the_page_says_so(office: Office, agent: Visit) -> None:
    quoted = "Tack!\n\nDen 3 mars 2026 kl 10:00 skrev Olle Ask <olle@annan.example>:\n> Min adress är hemlig.\n> " + "mycket text " * 20
    office.receive(mail(EVA, "Eva Ek", "Sv: Svar", quoted))
    text = agent.get(f"/mails/{office.store.views.mails.newest()}").text
    assert "hemlig" not in text
    assert "Quoted or forwarded text is left out" in text


def test_what_a_sender_writes_is_shown_and_never_obeyed(colleagues: dict[str, Visit], shared_office: Office) -> None:
    for path in ("/mails", f"/mails/{_id(shared_office, 'elak@hostile.example')}", "/unmatched", f"/contacts/{_contact(shared_office)}"):
        text = colleagues["agent"].get(path).text
        assert "<script>alert" not in text, path
        assert "<img" not in text, path
        assert "<b onmouseover" not in text, path
        assert " 49" not in text.replace("49%", ""), path
    assert HOSTILE_SUBJECT.replace("<", "&lt;").replace(">", "&gt;") in colleagues["agent"].get("/mails").text
    assert HOSTILE_NAME.replace('"', "&#34;").replace("<", "&lt;").replace(">", "&gt;") in colleagues["agent"].get("/mails").text


def test_newer_mails_come_as_rows_and_nothing_comes_when_there_is_none(office: Office, agent: Visit) -> None:
    known = office.store.views.mails.newest()
    assert agent.get(f"/mails/newer/{known}").status_code == 204
    office.receive(mail(EVA, "Eva Ek", "Alldeles nytt", "Hej"))
    answer = agent.get(f"/mails/newer/{known}")
    assert "Alldeles nytt" in answer.text
    assert f"/mails/newer/{known + 1}" in answer.text
    assert "Mina uppgifter" not in answer.text
    assert "1 new mail" in answer.text


def _id(office: Office, sender: str) -> int:
    return office.store.views.mails.page(sender=sender).lines[0].id


def _contact(office: Office) -> int:
    contact_id = office.store.views.mails.page(sender="elak@hostile.example").lines[0].contact_id
    assert contact_id is not None
    return contact_id
