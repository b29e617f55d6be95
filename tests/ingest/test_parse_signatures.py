"""Where the author's text ends and the signature begins."""

import pytest

from detectors.finding import Origin
from ingest.signatures import signature_start
from tests.ingest.parsed import names, parsed

LAST_WORDS = ("är nere.", "is down.", "er nede.", "ei toimi.", "nicht erreichbar.", "på förmiddagen.")


@pytest.mark.parametrize("name", names("signature_*"))
def test_the_signature_is_told_from_the_text(name: str) -> None:
    message = parsed(name)
    assert message.own_text.endswith(LAST_WORDS)
    assert message.written_by(Origin.SIGNATURE)
    assert {passage.origin for passage in message.passages} == {Origin.AUTHOR, Origin.SIGNATURE}


def test_a_signature_is_the_senders_own() -> None:
    assert "070-174 06 05" in "".join(passage.text for passage in parsed("signature_mvh").new_text)


def test_a_postscript_is_text_again() -> None:
    message = parsed("signature_postscript")
    assert message.own_text.endswith("P.S. Ring helst på förmiddagen.")
    assert message.written_by(Origin.SIGNATURE) == "Mvh\nEva Ek"


def test_a_closing_phrase_that_nothing_follows_is_text() -> None:
    assert parsed("closing_without_name").own_text.endswith("Med vänliga hälsningar")


def test_thanks_in_the_middle_of_a_text_close_nothing() -> None:
    assert parsed("thanks_in_the_text").own_text.endswith("Kan ni titta på det?")


def test_a_line_drawn_above_a_name_begins_the_signature() -> None:
    assert signature_start(["Sidan är nere.", "", "____________", "Eva Ek", "VD"]) == 2


def test_lines_drawn_round_a_log_begin_nothing() -> None:
    lines = ["Felet:", "-----", "500 Internal Server Error", "-----", "Kan ni titta?"]
    assert signature_start(lines) == len(lines)


def test_a_sentence_that_begins_like_a_closing_phrase_is_text() -> None:
    lines = ["Priset är", "kr 500 per månad", "T. ex. för webben.", "Best practice är annat.", "Vänligen radera mig.", "Tack"]
    assert signature_start(lines) == len(lines)
