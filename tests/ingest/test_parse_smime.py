"""A mail that its signature is wrapped round is read like any other."""

import pytest

from ingest.smime import signed_content
from tests.ingest.parsed import attachment, parsed

SIGNED_DATA = bytes.fromhex("3080 06092a864886f70d010702 a080 3080 020101 3100")
DATA = bytes.fromhex("3080 06092a864886f70d010701 a080")


def test_the_text_and_the_files_inside_the_signature_are_the_mails() -> None:
    message = parsed("signed_opaque")
    assert message.own_text == "Sidan är nere."
    assert [(one.part, one.filename) for one in message.attachments] == [("1", "smime.p7m"), ("1.2", "avtal.pdf")]
    assert attachment(message, "avtal.pdf").content == b"%PDF-1.4"


def test_content_that_comes_in_pieces_is_put_together() -> None:
    pieces = bytes.fromhex("2480 0403") + b"Hej" + bytes.fromhex("0404") + b", du" + bytes.fromhex("0000 0000 0000")
    assert signed_content(SIGNED_DATA + DATA + pieces) == b"Hej, du"


@pytest.mark.parametrize("end", range(len(SIGNED_DATA + DATA)))
def test_a_truncated_signature_holds_nothing(end: int) -> None:
    assert signed_content((SIGNED_DATA + DATA)[:end]) == b""


def test_what_is_encrypted_stays_closed() -> None:
    assert signed_content(bytes.fromhex("3080 06092a864886f70d010703 a080") + DATA + b"\x04\x03Hej") == b""
