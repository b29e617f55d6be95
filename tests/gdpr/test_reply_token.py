"""The mark of a letter: nobody writes it who has not got the letter, and a mail without one costs nothing."""

import hmac
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdpr.message import Message
from gdpr.reply_token import Mark, claimed_marks, mark, marks_in


def sign(text: str) -> bytes:
    return hmac.digest(b"a key", text.encode(), sha256)


OURS = mark(42, sign)


def test_our_own_mark_is_genuine() -> None:
    assert OURS.is_genuine(sign)


@given(st.integers(min_value=1, max_value=10**17), st.text("abcdefghijklmnopqrstuvwxyz234567", min_size=16, max_size=16))
def test_a_guessed_mark_is_not(letter_id: int, guessed: str) -> None:
    assert not Mark(letter_id, guessed).is_genuine(sign)


def test_the_mark_of_one_letter_is_not_that_of_another() -> None:
    assert not Mark(43, OURS.hash).is_genuine(sign)


def test_another_key_writes_another_mark() -> None:
    assert not OURS.is_genuine(lambda text: hmac.digest(b"another key", text.encode(), sha256))


@pytest.mark.parametrize(
    "message",
    [
        Message(in_reply_to=OURS.message_id("ftech.se")),
        Message(in_reply_to=OURS.message_id("ftech.se").upper()),
        Message(references=("<a@kund.example>", OURS.message_id("ftech.se"), "<b@kund.example>")),
        Message(subject=f"SV: Vi har tagit emot din begäran R17 [{OURS}]"),
        Message(in_reply_to="<x@kund.example>", subject=f"Re: [{str(OURS).upper()}] tack"),
    ],
)
def test_a_mark_is_read_wherever_mail_programs_keep_it(message: Message) -> None:
    assert list(claimed_marks(message)) == [OURS]


@pytest.mark.parametrize(
    "message",
    [
        Message(),
        Message(in_reply_to="<1@kund.example>", references=("<ombud@kund.example>",), subject="SV: [42] fråga"),
        Message(subject=f"[42.{'a' * 15}] [x.{'a' * 16}] [42.{'1' * 16}]"),
        Message(in_reply_to=f"ombud.{OURS}@ftech.se"),
    ],
)
def test_what_only_looks_like_one_is_none(message: Message) -> None:
    assert list(claimed_marks(message)) == []


@given(st.text(), st.text())
def test_no_text_breaks_the_reading(subject: str, reference: str) -> None:
    assert all(isinstance(found, Mark) for found in claimed_marks(Message(subject=subject, in_reply_to=reference, references=(reference,))))


def test_a_number_too_long_for_a_database_is_no_letter() -> None:
    assert list(marks_in((f"<ombud.{'9' * 19}.{'a' * 16}@ftech.se>",))) == []
