"""Who is owed an acknowledgement, in whose name, in which language, and whether it waits for a click."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from config.policy_file import load_policy
from gdpr.acknowledging import acknowledgement, letter_language, nobody_reads
from gdpr.filing import Filing, ReadMail
from gdpr.message import MailAddress, MailId, Message
from gdpr.records import Authentication, LetterState, NewLetter
from gdpr.requests import RequestKind
from gdpr.routing import RequestFound
from gdpr.screening import Screening

POLICY = load_policy()
AT = datetime(2026, 3, 6, 15, tzinfo=UTC)  # a Friday
EVA = MailAddress("Eva Ek", "eva@kund.example")


def found(kind: RequestKind, score: float = 0.9) -> RequestFound:
    return RequestFound(kind, score, 0, 4, "body", "asks")


READ = ReadMail(Message(sender=EVA), AT, "d", 1, authentication=Authentication(True, "dmarc_pass"), requests=(found(RequestKind.ACCESS),))


def letter(read: ReadMail = READ) -> NewLetter | None:
    return acknowledgement(Filing(MailId("support", "INBOX", 7, 1), read), 12, 3, POLICY)


def owed(read: ReadMail = READ) -> NewLetter:
    made = letter(read)
    assert made is not None
    return made


def test_a_certain_request_of_a_checked_sender_is_acknowledged_without_a_click() -> None:
    assert (owed().template, owed().state, owed().recipient) == ("acknowledgement", LetterState.PENDING, EVA.address)


def test_it_is_owed_by_the_end_of_the_next_working_day() -> None:
    assert owed().due_at == datetime(2026, 3, 9, 23, tzinfo=UTC)


@pytest.mark.parametrize(
    "read",
    [
        replace(READ, authentication=Authentication(False, "no_results")),
        replace(READ, requests=(found(RequestKind.ACCESS), found(RequestKind.ERASURE, 0.6))),
    ],
)
def test_in_doubt_it_waits_for_a_click(read: ReadMail) -> None:
    assert owed(read).state is LetterState.DRAFT


@pytest.mark.parametrize(
    "read",
    [
        replace(READ, requests=()),
        replace(READ, screening=Screening(True, "auto_reply")),
        replace(READ, message=Message()),
        replace(READ, message=Message(sender=MailAddress("", "no-reply@kund.example"))),
    ],
)
def test_nobody_is_written_to_who_asked_nothing_or_does_not_read(read: ReadMail) -> None:
    assert letter(read) is None


def test_the_officer_acknowledges_what_is_asked_of_the_officer_alone() -> None:
    only = replace(READ, requests=(found(RequestKind.DPO_QUESTION),))
    both = replace(READ, requests=(found(RequestKind.ACCESS), found(RequestKind.DPO_QUESTION)))
    assert (owed(only).template, owed(both).template) == ("dpo_acknowledgement", "acknowledgement")


def test_what_leaves_by_itself_is_the_policy_s_to_say() -> None:
    careful = replace(POLICY, letters=replace(POLICY.letters, send=()))
    made = acknowledgement(Filing(MailId("support", "INBOX", 7, 1), READ), 12, 3, careful)
    assert made is not None
    assert made.state is LetterState.DRAFT


@pytest.mark.parametrize(("language", "letters"), [("sv", "sv"), ("en", "en"), ("no", "sv"), ("da", "sv"), ("fi", "en"), ("de", "en")])
def test_a_letter_is_in_the_sender_s_language_or_the_nearest(language: str, letters: str) -> None:
    assert letter_language(language) == letters


@pytest.mark.parametrize("name", ["noreply", "No-Reply", "donotreply", "svara-ej", "postmaster"])
def test_an_address_that_nobody_reads_says_so(name: str) -> None:
    assert nobody_reads(f"{name}@a.example")


@pytest.mark.parametrize("address", ["nora@a.example", "reply@a.example", "support@a.example", "bouncer@a.example"])
def test_other_addresses_are_read(address: str) -> None:
    assert not nobody_reads(address)
