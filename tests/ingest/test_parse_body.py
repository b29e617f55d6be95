"""Which text is the text of a mail."""

import pytest

from ingest.flowed import unflow
from ingest.parse import parse
from tests.ingest.parsed import parsed


def test_plain_text_is_preferred() -> None:
    mail = b'Content-Type: multipart/alternative; boundary="x"\n\n--x\n\nHej, sidan ligger nere.\n--x\nContent-Type: text/html\n\n'
    assert parse(mail + b"<p>Hej, sidan ligger nere.</p>\n--x--\n").text == "Hej, sidan ligger nere."


@pytest.mark.parametrize("name", ["alternative_stub", "alternative_empty_plain"])
def test_html_is_read_where_the_plain_part_says_nothing(name: str) -> None:
    assert parsed(name).own_text == "Hej! Sidan är nere sedan i morse."


def test_html_is_read_where_the_plain_part_leaves_most_of_it_out() -> None:
    assert "070-174 06 05" in parsed("alternative_lacking_plain").own_text


def test_a_telephone_link_of_the_html_stands_on_the_plain_text() -> None:
    (passage,) = parsed("alternative_telephone_link").passages
    ((start, end, target),) = passage.links
    assert (passage.text[start:end], target) == ("mitt kontor", "tel:+46701740605")


def test_html_that_is_labelled_plain_is_read_as_html() -> None:
    assert parsed("html_labelled_plain").own_text == "Hej!\n\nSidan är nere."


def test_plain_text_that_is_labelled_html_keeps_its_lines() -> None:
    assert parse(b"Content-Type: text/html\n\nHej!\nSidan ligger nere.\n").own_text == "Hej!\nSidan ligger nere."


def test_the_same_words_in_both_forms_are_read_once_whatever_holds_them() -> None:
    mail = b'Content-Type: multipart/mixed; boundary="x"\n\n--x\n\nHej, sidan ligger nere.\n--x\nContent-Type: text/html\n\n'
    assert parse(mail + b"<p>Hej, sidan ligger nere.</p>\n--x--\n").text == "Hej, sidan ligger nere."


def test_a_plain_footer_below_html_is_kept() -> None:
    mail = b'Content-Type: multipart/mixed; boundary="x"\n\n--x\nContent-Type: text/html\n\n<p>Hej!</p>\n--x\n\n'
    assert parse(mail + b"Skickat via listan.\n--x--\n").text == "Hej!\nSkickat via listan."


def test_text_of_an_unknown_kind_is_shown_where_the_mail_has_no_other() -> None:
    message = parse(b"Content-Type: text/madeup; charset=utf-8\n\nSidan ligger nere.\n")
    assert message.own_text == "Sidan ligger nere."
    assert [one.content_type for one in message.attachments] == ["text/madeup"]


def test_a_calendar_is_never_the_text() -> None:
    assert parse(b"Content-Type: text/calendar\n\nBEGIN:VCALENDAR\nEND:VCALENDAR\n").text == ""


def test_flowed_paragraphs_are_whole() -> None:
    assert parsed("flowed").own_text == "Det här är ett långt stycke som programmet bröt."


def test_a_word_broken_by_delsp_is_whole() -> None:
    assert parsed("flowed_delsp").text == "Det här är ett långt stycke.\n"


def test_a_signature_line_does_not_flow() -> None:
    assert unflow("Hej \ndu\n-- \nEva\n") == "Hej du\n-- \nEva\n"


def test_a_change_of_quote_depth_ends_a_paragraph() -> None:
    assert unflow("> gammalt \nnytt\n") == "> gammalt \nnytt\n"


def test_lines_end_in_one_way() -> None:
    assert parse(b"Subject: Hej\r\n\r\nett\r\ntv\xc3\xa5\rtre\r\n").text == "ett\ntvå\ntre\n"
