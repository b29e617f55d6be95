"""The language of a mail is told from its commonest words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detectors.language import LANGUAGES, language_of


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sv", "Hej! Jag undrar vad ni har sparat om mig. Tack på förhand"),
        ("sv", "hej ja vill att ni raddera alla mina upgifter"),
        ("sv", "var pa besok hos er i serverhallen och vill ta del av det inspelade materialet"),
        ("en", "Hello, could you please tell me what data you hold about me?"),
        ("no", "Hei, kan dere slette kontoen min? Jeg bruker den ikke lenger."),
        ("da", "Hej, vil I være søde at slette mine oplysninger? Jeg bruger ikke kontoen mere."),
        ("fi", "Hei, voisitteko poistaa kaikki minun tietoni rekisteristä?"),
        ("de", "Guten Tag, bitte löschen Sie alle meine Daten und bestätigen Sie mir das."),
        ("sv", ""),
    ],
)
def test_each_language_is_told_from_the_others(language: str, text: str) -> None:
    assert language_of(text) == language


def test_addresses_and_links_do_not_vote() -> None:
    assert language_of("Tack! https://the.example/and/of/this/you/are/in the@and.example") == "sv"


@given(st.text(max_size=200))
def test_any_text_has_one_of_the_six_languages(text: str) -> None:
    assert language_of(text) in LANGUAGES
