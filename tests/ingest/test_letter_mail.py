"""A letter as a mail: to the one address it is for, recognisable for robots, and findable by its reply."""

from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest

from gdpr.letter_records import OwedLetter
from gdpr.letters import AboutRequest, write
from gdpr.records import LetterState
from gdpr.reply_token import claimed_marks, mark
from gdpr.screening import screen
from ingest.letter_mail import as_mail
from ingest.parse import parse
from tests.jobs.letters import BOOK, POLICY

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
DAY = NOW.date()
OWED = OwedLetter(
    id=42,
    template="acknowledgement",
    language="sv",
    message_id=12,
    contact_id=3,
    request_id=None,
    recipient="eva@kund.example",
    state=LetterState.PENDING,
    due_at=NOW,
    created_at=NOW,
    tries=0,
    given={},
    failure="",
    decided_by="",
    sent_at=None,
    digest="",
    in_reply_to="<fragan@kund.example>",
    references=("<fore@kund.example>",),
    requests=(AboutRequest(17, "access", DAY, DAY, DAY, DAY),),
    mark=mark(42, lambda text: text.encode().ljust(32, b"k")),
)


def sent(owed: OwedLetter = OWED) -> EmailMessage:
    letter = write(BOOK, owed.template, owed.language, owed.facts, POLICY)
    made = as_mail(letter, owed, NOW, sender="support@ftech.se", name="ftech AB")
    read = message_from_bytes(made.as_bytes(policy=policy.SMTP), policy=policy.default)
    assert isinstance(read, EmailMessage)
    return read


def test_it_comes_from_the_controller_and_goes_to_one_address() -> None:
    assert (sent()["From"], sent()["To"], sent()["Cc"], sent()["Reply-To"]) == (
        "ftech AB <support@ftech.se>",
        "eva@kund.example",
        None,
        None,
    )


def test_a_domain_outside_ascii_is_written_as_every_server_takes_it() -> None:
    assert sent(replace(OWED, recipient="eva@räksmörgås.example"))["To"] == "eva@xn--rksmrgs-5wao1o.example"


@pytest.mark.parametrize("address", ["", "eva", "@kund.example", "eva@", "eva@kund.example\r\nBcc: alla@kund.example"])
def test_no_mail_goes_to_what_is_no_address(address: str) -> None:
    with pytest.raises(ValueError, match=r"address|invalid"):
        sent(replace(OWED, recipient=address))


def test_it_answers_the_sender_s_mail() -> None:
    assert sent()["In-Reply-To"] == "<fragan@kund.example>"
    assert sent()["References"] == "<fore@kund.example> <fragan@kund.example>"


def test_an_automatic_letter_says_so_and_asks_for_no_automatic_answer() -> None:
    assert sent()["Auto-Submitted"] == "auto-replied"
    assert "OOF" in sent()["X-Auto-Response-Suppress"]
    assert "NDR" not in sent()["X-Auto-Response-Suppress"], "we want to know what did not arrive"
    assert sent()["Precedence"] is None, "RFC 3834 §3.1.8 advises against it"


def test_a_letter_that_a_person_sent_is_no_automatic_answer() -> None:
    assert sent(replace(OWED, decided_by="user/3"))["Auto-Submitted"] is None


def test_our_own_people_get_no_thread_of_the_customer_s() -> None:
    staff = replace(OWED, template="escalation", recipient="support@ftech.se", given={"standing": "due_soon"})
    assert sent(staff)["In-Reply-To"] is None


def test_its_text_and_its_page_are_both_there() -> None:
    plain, page = sent().get_body(("plain",)), sent().get_body(("html",))
    assert plain is not None
    assert page is not None
    assert "Ditt ärende har beteckningen R17." in plain.get_content()
    assert "Ditt ärende har beteckningen R17." in page.get_content()


def test_every_try_bears_the_same_message_id() -> None:
    assert sent()["Message-ID"] == sent(replace(OWED, tries=3))["Message-ID"] == f"<ombud.{OWED.mark}@ftech.se>"


@pytest.mark.parametrize("keeps", ["In-Reply-To", "References", "Subject"])
def test_a_reply_is_known_by_any_of_three_headers(keeps: str) -> None:
    letter = sent()
    values = {"In-Reply-To": letter["Message-ID"], "References": letter["Message-ID"], "Subject": f"SV: {letter['Subject']}"}
    reply = f"From: eva@kund.example\r\nTo: support@ftech.se\r\n{keeps}: {values[keeps]}\r\n\r\nJa.\r\n"
    assert list(claimed_marks(parse(reply.encode()))) == [OWED.mark]


def test_our_own_letter_is_screened_as_automatic_when_it_comes_back() -> None:
    assert screen(parse(sent().as_bytes(policy=policy.SMTP))).auto
