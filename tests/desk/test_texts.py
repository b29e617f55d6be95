"""Every text exists in both languages, and each person gets their own."""

import html
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po

from desk import texts
from desk.reasons import REASONS
from desk.texts import best_language
from gdpr.request_combinations import COMBINATIONS
from gdpr.request_reading import RULES
from tests.desk.visit import Visit

PROJECT = Path(__file__).parents[2]
PLACE = re.compile(r"%\(\w+\)[sd]")


@pytest.fixture(scope="module")
def swedish() -> Catalog:
    """The Swedish texts as they are edited."""
    return read_po(BytesIO((texts.LOCALE / "sv/LC_MESSAGES/ombud.po").read_bytes()), locale="sv")


def in_sources() -> Iterator[str | tuple[str, ...]]:
    """Every text that pages and tables mark for translation."""
    with (PROJECT / "babel.cfg").open() as file:
        methods, options = parse_mapping_cfg(file)  # type: ignore[no-untyped-call]  # Babel leaves it so
    keywords = {"_": None, "N_": None, "gettext": None, "ngettext": (1, 2)}
    for _, _, message, _, _ in extract_from_dir(PROJECT, methods, options, keywords):
        yield message


def test_every_text_has_a_swedish_one(swedish: Catalog) -> None:
    missing = [text for text in in_sources() if not _complete(swedish.get(text[0] if isinstance(text, tuple) else text))]
    assert missing == []


def test_no_swedish_text_is_left_over(swedish: Catalog) -> None:
    wanted = {text[0] if isinstance(text, tuple) else text for text in in_sources()}
    assert {_first(message.id) for message in swedish if message.id} == wanted


def test_translations_keep_the_places_of_the_original(swedish: Catalog) -> None:
    for message in swedish:
        if message.id:
            originals, translated = _all(message.id), _all(message.string)
            assert _places(translated) == _places(originals), message.id


@pytest.mark.parametrize(
    ("chosen", "accepted", "language"),
    [
        ("en", "sv", "en"),
        (None, "en-GB,en;q=0.9,sv;q=0.8", "en"),
        (None, "de, sv;q=0.3, en;q=0.7", "en"),
        (None, "de", "sv"),
        (None, "", "sv"),
        ("xx", "en", "en"),
        (None, "en;q=0, sv;q=x, *", "sv"),
    ],
)
def test_the_choice_of_the_person_comes_before_that_of_the_browser(chosen: str | None, accepted: str, language: str) -> None:
    assert best_language(chosen, accepted) == language


def test_a_chosen_language_stays(agent: Visit) -> None:
    answer = agent.post("/language", language="sv", back="/requests?sort=kind")
    assert answer.headers["location"] == "/requests?sort=kind"
    assert '<html lang="sv">' in agent.get("/requests").text
    assert "Begäranden" in agent.get("/requests").text


def test_the_language_can_be_chosen_before_signing_in(visitor: Visit) -> None:
    visitor.get("/signin")
    visitor.post("/language", language="sv", back="/signin")
    assert "Lösenord" in visitor.get("/signin").text


def _complete(message: Message | None) -> bool:
    return message is not None and all(_all(message.string))


def _all(text: object) -> list[str]:
    return list(text) if isinstance(text, tuple | list) else [str(text)]


def _places(forms: list[str]) -> set[frozenset[str]]:
    return {frozenset(PLACE.findall(text)) for text in forms}


def _first(text: object) -> str:
    return _all(text)[0]


def test_every_reason_why_a_request_was_recognised_is_listed_for_translation() -> None:
    rules = {rule.reason for table in RULES.values() for rule in table} | {rule.reason for rule in COMBINATIONS}
    assert sorted(rules - set(REASONS)) == []


@pytest.mark.parametrize(
    "path", ["/", "/mails", "/mails/1", "/customers", "/customers/1", "/contacts/1", "/unmatched", "/requests", "/requests/1"]
)
def test_no_english_is_left_on_a_swedish_page(agent: Visit, swedish: Catalog, path: str) -> None:
    agent.client.headers["accept-language"] = "sv"
    text = html.unescape(agent.get(path).text)
    english = [_first(message.id) for message in swedish if " " in _first(message.id) and "%" not in _first(message.id)]
    assert [words for words in english if words in text] == []
