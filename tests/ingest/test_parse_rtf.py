"""The rich text in which Outlook keeps a mail inside a winmail.dat."""

import pytest

from ingest.rtf import decompress, rtf_text

# The two examples of MS-OXRTFCP §4.
HELLO = bytes.fromhex(
    "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0",
)
CROSSING = bytes.fromhex("1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0")


def test_what_outlook_compressed_is_what_it_was() -> None:
    assert decompress(HELLO) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"


def test_a_run_may_repeat_itself() -> None:
    assert decompress(CROSSING) == b"{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}"


def test_what_was_not_compressed_stays_as_it_is() -> None:
    assert decompress(bytes(8) + b"MELA" + bytes(4) + b"{\\rtf1 Hej}") == b"{\\rtf1 Hej}"
    assert decompress(b"{\\rtf1 Hej och hej}") == b"{\\rtf1 Hej och hej}"


@pytest.mark.parametrize("end", range(16, len(HELLO)))
def test_a_truncated_document_gives_what_can_be_told(end: int) -> None:
    assert decompress(HELLO).startswith(decompress(HELLO[:end]))


def test_the_text_is_read_without_fonts_colours_and_markup() -> None:
    fonts = rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\colortbl;\red0;}{\*\generator x;}"
    text = rb"\pard\b Sidan\b0  \'e4r nere.\par Ring \{08\}\tab n\u229?r ni kan.}"
    assert rtf_text(fonts + text) == "Sidan är nere.\nRing {08}\tnår ni kan."


def test_the_words_beside_hidden_html_are_read_once() -> None:
    opening = rb"{\rtf1\ansi\fromhtml1 {\*\htmltag64 <p>}\htmlrtf {\htmlrtf0 Hej"
    assert rtf_text(opening + rb"{\*\htmltag116 <br>}\htmlrtf \par \htmlrtf0 d\'e5}") == "Hej\ndå"


def test_a_letter_of_two_halves_is_one() -> None:
    assert rtf_text(rb"{\rtf1 \u-10179?\u-8704?}") == "😀"


def test_what_is_no_rich_text_has_no_text() -> None:
    assert rtf_text(b"Hej") == ""
