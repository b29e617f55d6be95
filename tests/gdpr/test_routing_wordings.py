"""People ask in their own words; each wording in the table is heard as what it asks for, and look-alikes as nothing."""

from pathlib import Path

import pytest

from detectors.language import language_of
from detectors.passage import Passage
from gdpr.message import Message
from gdpr.routing import request_kinds

WORDINGS = [line.split("\t") for line in Path(__file__).with_name("wordings.tsv").read_text(encoding="utf-8").splitlines()]


def written(text: str, subject: str = "") -> Message:
    language = language_of(text)
    return Message(subject=subject, text=text, passages=(Passage(text, language=language),), language=language)


@pytest.mark.parametrize(("kind", "text"), WORDINGS)
def test_a_request_is_heard_in_any_words_and_an_ordinary_mail_asks_for_nothing(kind: str, text: str) -> None:
    found = request_kinds(written(text))
    assert (found[0].kind.value if found else "-") == kind


@pytest.mark.parametrize("kind", ["access", "erasure", "rectification", "marketing_optout"])
def test_a_request_buried_in_another_matter_is_heard(kind: str) -> None:
    asked = next(text for wanted, text in WORDINGS if wanted == kind)
    before = "Hej Kim! Servern gick ner i natt igen. Felet i loggen är 503. Vi behöver en lösning före helgen.\n\n"
    found = request_kinds(written(f"{before}En annan sak. {asked}\n\nTack för hjälpen med certifikatet förra veckan."))
    assert kind in [one.kind.value for one in found]


def test_words_without_their_accents_are_understood() -> None:
    assert request_kinds(written("jag vill att ni tar bort alla mina uppgifter, jag ar inte kund langre"))[0].kind.value == "erasure"


def test_capitals_are_understood() -> None:
    assert request_kinds(written("TA BORT ALLT NI HAR OM MIG NU"))[0].kind.value == "erasure"


def test_each_decision_points_to_its_sentence_and_says_why() -> None:
    text = "Hej!\n\nMin sida ligger nere. Jag vill att ni raderar mina personuppgifter. Tack på förhand!"
    (found,) = request_kinds(written(text))
    assert text[found.start : found.end].startswith("Jag vill att ni raderar mina personuppgifter")
    assert found.part == "body"
    assert found.reason
    assert found.certain
    assert found.queue == "privacy"
