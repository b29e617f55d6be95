"""What mail-parser drops or mangles, each shown on the library itself and mended in our reading.

A test that fails here after an upgrade says that the library was mended: then our own mending can go.
"""

import logging

import mailparser
import pytest

from ingest.parse import parse
from tests.ingest.parsed import octets, parsed


@pytest.fixture(autouse=True)
def _quiet() -> None:
    logging.getLogger("mailparser").setLevel(logging.ERROR)


def test_an_image_without_a_name_is_dropped_and_kept() -> None:
    assert mailparser.parse_from_bytes(octets("image_without_name")).attachments == []
    assert parsed("image_without_name").attachments[0].content.startswith(b"\xff\xd8")


def test_an_attached_mail_is_flattened_and_kept_apart() -> None:
    assert "070-174 06 97" in "".join(mailparser.parse_from_bytes(octets("attached_mail")).text_plain)
    assert "070-174 06 97" not in parsed("attached_mail").text


def test_attachments_are_text_there_and_octets_here() -> None:
    assert isinstance(mailparser.parse_from_bytes(octets("signed")).attachments[0]["payload"], str)
    assert isinstance(parsed("signed").attachments[0].content, bytes)


def test_undeclared_letters_are_lost_and_found() -> None:
    assert "\N{REPLACEMENT CHARACTER}" in "".join(mailparser.parse_from_bytes(octets("charset_wrong_label")).text_plain)
    assert parsed("charset_wrong_label").text.strip() == "Räksmörgås"


def test_a_subject_keeps_its_folding_and_loses_it() -> None:
    raw = b"Subject: Hej\r\n du\r\n\r\nx\r\n"
    assert "\n" in mailparser.parse_from_bytes(raw).subject
    assert parse(raw).subject == "Hej du"


def test_flowed_text_stays_broken_and_is_made_whole() -> None:
    assert "stycke som \nprogrammet" in mailparser.parse_from_bytes(octets("flowed")).text_plain[0]
    assert "stycke som programmet" in parsed("flowed").text


def test_a_name_is_random_and_is_the_same_each_time() -> None:
    raw = b"Content-Type: application/pdf\nContent-Disposition: attachment\n\n%PDF\n"
    assert mailparser.parse_from_bytes(raw).attachments[0]["filename"] != mailparser.parse_from_bytes(raw).attachments[0]["filename"]
    assert parse(raw).attachments[0].filename == parse(raw).attachments[0].filename == "part-1.pdf"


def test_a_hostile_name_is_raw_and_is_made_safe() -> None:
    raw = b'Content-Type: image/png\nContent-Disposition: attachment; filename="../../etc/passwd.png"\n\nx\n'
    assert mailparser.parse_from_bytes(raw).attachments[0]["filename"].startswith("..")
    assert parse(raw).attachments[0].filename == "passwd.png"


def test_an_unknown_part_is_logged_there_and_never_here(caplog: pytest.LogCaptureFixture) -> None:
    raw = b"Content-Type: application/x-what\n\n070-174 06 05\n"
    with caplog.at_level(logging.DEBUG):
        parse(raw)
    assert "070-174" not in caplog.text
    assert "not handled" not in caplog.text
