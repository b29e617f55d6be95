"""Mails whose structure is broken, or meant to break us."""

import time

import pytest

from ingest.parse import ParseError, parse
from ingest.parts import MAX_PARTS
from tests.ingest.parsed import parsed


def nested(depth: int, body: bytes = b"Sidan ligger nere.") -> bytes:
    """A mail whose text stands inside so many multiparts."""
    mail = b"Content-Type: text/plain\n\n" + body + b"\n"
    for level in range(depth):
        boundary = b"b%d" % level
        mail = b'Content-Type: multipart/mixed; boundary="%b"\n\n--%b\n%b--%b--\n' % (boundary, boundary, mail, boundary)
    return b"Subject: Hej\n" + mail


def test_a_truncated_mail_gives_what_arrived() -> None:
    message = parsed("truncated")
    assert message.own_text == "Hej! Här kommer bilden."
    assert message.attachments[0].content.startswith(b"\xff\xd8\xff\xe0")
    assert message.defects


def test_a_body_under_another_boundary_is_text() -> None:
    assert "Sidan är nere." in parsed("wrong_boundary").own_text


def test_a_forgotten_boundary_is_found_in_the_body() -> None:
    message = parsed("boundary_forgotten")
    assert message.own_text == "Sidan är nere."
    assert "--abc" not in message.text


def test_several_texts_follow_each_other() -> None:
    assert parsed("several_texts").text.splitlines() == ["Hej! Här kommer bilden.", "Och en rad till."]


def test_an_empty_mail_is_a_message() -> None:
    assert parse(b"").text == ""


def test_text_400_multiparts_deep_is_read() -> None:
    assert parse(nested(400)).own_text == "Sidan ligger nere."


def test_a_mail_nested_too_deeply_is_refused_in_one_sentence() -> None:
    with pytest.raises(ParseError, match="nested too deeply"):
        parse(nested(5_000))


def test_a_mail_of_too_many_parts_is_refused_in_one_sentence() -> None:
    parts = b"--x\n\nHej\n" * (MAX_PARTS + 1)
    with pytest.raises(ParseError, match="more than"):
        parse(b"Content-Type: multipart/mixed; boundary=x\n\n" + parts + b"--x--\n")


def test_mails_attached_in_mails_without_end_are_one_attachment() -> None:
    mail = b"Content-Type: message/rfc822\n\n" * 20_000
    started = time.perf_counter()
    assert len(parse(b"Subject: Hej\n" + mail).attachments) == 1
    assert time.perf_counter() - started < 2
