"""HTML as a reader sees it, and what its markup tells of who wrote what."""

import time

import pytest

from detectors.finding import Origin
from ingest.html_text import render
from ingest.html_tree import MAX_HTML
from ingest.parse import parse
from tests.ingest.parsed import names, old_text, parsed

REPLIES = [name for name in names("html_*") if name not in {"html_hidden", "html_form_table", "html_layout_table", "html_labelled_plain"}]
KILOBYTES_100 = 100_000
HOSTILE = {
    "deep divs": "<div>" * 20_000 + "hej",
    "deep tables": "<table><tr><td>" * 7_000 + "hej",
    "deep quotes": "<blockquote>" * 250 + "hej\n<br>" * 12_000,
    "angle brackets": "<" * KILOBYTES_100,
    "ampersands": "&" * KILOBYTES_100,
    "attributes": "<p " + "a=1 " * 25_000 + ">hej",
    "styles": '<p style="' + "color: " * 14_000 + '">hej',
    "quoted lines": '<blockquote type="cite">a<br></blockquote>b<br>' * 2_100,
    "links": "<a href=tel:1>1" * 6_600,
    "comments": "<!--" * 25_000,
    "one line of words": "Den 3 mars skrev: " * 5_500,
}


def in_html(body: str) -> bytes:
    """A mail of this HTML."""
    return b"Subject: Hej\nContent-Type: text/html; charset=utf-8\n\n" + body.encode()


def test_what_is_not_shown_is_not_read() -> None:
    message = parsed("html_hidden")
    assert message.text == "Synligt, ring mig."


def test_text_with_a_size_of_its_own_is_read_inside_a_frame_of_size_0() -> None:
    mail = in_html('<div style="font-size:0px"><p style="font-size:13px">Syns</p></div><div style="font-size:0px"><p>Syns inte</p></div>')
    assert parse(mail).text == "Syns"


def test_a_telephone_link_keeps_its_place_and_target() -> None:
    (passage,) = parsed("html_hidden").passages
    ((start, end, target),) = passage.links
    assert (passage.text[start:end], target) == ("mig", "tel:+46701740605")


def test_a_row_of_a_form_is_a_line() -> None:
    assert parsed("html_form_table").text.splitlines() == ["Namn\tEva Ek", "Telefon\t070-174 06 05"]


def test_cells_that_lay_out_a_page_stand_below_each_other() -> None:
    assert parsed("html_layout_table").text.split("\n\n") == ["Hej!", "Sidan är nere.", "Annons"]


@pytest.mark.parametrize("name", [name for name in REPLIES if name != "html_answers_in_red"])
def test_the_old_mail_is_told_from_the_answer(name: str) -> None:
    message = parsed(name)
    assert message.own_text.startswith("Tack, nu fungerar det!")
    assert "08-465" not in "".join(passage.text for passage in message.new_text)
    assert "Hej Eva" in old_text(message)


@pytest.mark.parametrize("name", ["html_outlook_web", "html_thunderbird", "html_proton"])
def test_a_marked_signature_is_the_signature(name: str) -> None:
    assert "Eva Ek" in parsed(name).written_by(Origin.SIGNATURE)


def test_answers_in_red_inside_the_quote_are_the_authors() -> None:
    message = parsed("html_answers_in_red")
    assert "Nej, ring 070-174 06 05." in message.own_text
    assert "070-174 06 97" not in message.own_text


def test_answers_in_bold_inside_the_quote_are_the_authors() -> None:
    mail = in_html('<p>Mina svar i fetstil.</p><blockquote type="cite"><p>Vilket nummer?</p><p><b>070-174 06 05</b></p></blockquote>')
    assert parse(mail).own_text == "Mina svar i fetstil.\n\n070-174 06 05"


def test_answers_between_the_quotes_of_a_reply_are_the_authors() -> None:
    reply = "Den 3 mars 2025 skrev Kim &lt;kim@ftech.se&gt;:<blockquote class='gmail_quote'>Namn?</blockquote><div>Eva</div>"
    message = parse(in_html(f"<div class='gmail_quote'>{reply}<blockquote class='gmail_quote'>Nummer?</blockquote><div>Vet ej</div></div>"))
    assert message.own_text == "Eva\n\nVet ej"


def test_a_forwarded_mail_is_old_round_its_own_quotes_too() -> None:
    forwarded = "---------- Forwarded message ---------<br>Ring 070-174 06 97<blockquote>citat</blockquote>Bo"
    message = parse(in_html(f"<p>Se nedan.</p><div class='gmail_quote'>{forwarded}</div>"))
    assert message.own_text == "Se nedan."


def test_colour_inside_a_quote_is_old_where_nobody_announced_it() -> None:
    mail = in_html('<p>Hej</p><blockquote type="cite"><font color="red">Ring 070-174 06 97</font></blockquote>')
    assert "070-174 06 97" in old_text(parse(mail))


def test_a_paragraph_that_is_merely_indented_is_the_authors() -> None:
    mail = in_html('<p>Felet är:</p><blockquote style="margin:0 0 0 40px;border:none;padding:0px">550 denied</blockquote>')
    assert "550 denied" in parse(mail).own_text


def test_characters_that_we_mark_with_are_not_taken_for_marks() -> None:
    rendered = render("<p>\ue000Hej\ue004</p>")
    assert rendered.regions == ()
    assert "Hej" in rendered.text


def test_an_empty_quote_does_no_harm() -> None:
    assert parse(in_html('<blockquote type="cite"></blockquote><p>Hej</p><p>du</p>')).own_text == "Hej\n\ndu"


def test_control_characters_do_no_harm() -> None:
    assert render("<p>a\x01b&#2;c<i>d</i>\x00</p><blockquote>&#1;x</blockquote>").text


@pytest.mark.timeout(10)
@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_html_costs_less_than_a_second_for_100_kilobytes(kind: str) -> None:
    started = time.perf_counter()
    parse(in_html(HOSTILE[kind]))
    assert time.perf_counter() - started < 1


def test_text_below_the_depth_that_the_reader_opens_is_not_lost() -> None:
    assert "hej" in parse(in_html("<div>" * 3_000 + "hej")).text


def test_blank_lines_round_a_quote_are_one() -> None:
    assert parsed("html_gmail").text.startswith("Tack, nu fungerar det!\nEva\n\nDen mån 3 mars")


def test_text_beyond_what_is_laid_out_is_not_lost() -> None:
    assert render("<p>början</p>" + " " * MAX_HTML + "<p>sl&ouml;t</p>").text.split() == ["början", "slöt"]
