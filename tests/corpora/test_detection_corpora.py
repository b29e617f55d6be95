"""What is found in the labelled mails and the lists of numbers beside the project, measured and kept."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from personnummer import personnummer
from stdnum.se import orgnr

from bench.detect import labels, predictions
from detectors.finding import Kind
from detectors.language import language_of
from detectors.passage import Passage
from detectors.postal_address import detect as addresses
from detectors.registry import find_all
from gdpr.bounce import Bounce, Failure, read_bounce
from gdpr.message import Message
from gdpr.routing import request_kinds
from ingest.parse import parse
from tests.corpora.library import MAIL, ROOT, demand, expectations

VECTORS, REQUESTS, LABELLED = ROOT / "corpora" / "vectors", ROOT / "corpora" / "requests", ROOT / "mail_dev"
LANGUAGE_OF = {"SE": "sv", "NO": "no", "DK": "da", "FI": "fi", "DE": "de", "GB": "en"}
TODAY = date(2026, 11, 24)


def rows(folder: Path, name: str) -> Iterator[dict[str, Any]]:
    yield from map(json.loads, (demand(folder) / name).read_text(encoding="utf-8").splitlines())


def values(kind: Kind, text: str, language: str = "sv") -> list[str]:
    return [found.value for found in find_all([Passage(text, language=language)], today=TODAY) if found.kind is kind]


def asked(text: str) -> list[str]:
    language = language_of(text)
    message = Message(text=text, passages=(Passage(text, language=language),), language=language)
    return [found.kind.value for found in request_kinds(message)]


def test_phone_numbers_of_seven_countries_are_normalised() -> None:
    all_rows = list(rows(VECTORS, "phone_numbers_nordic.jsonl"))
    missed = [row for row in all_rows if row["e164"] not in values(Kind.PHONE, row["text"], LANGUAGE_OF.get(row["region"], "sv"))]
    # A Norwegian service number of five digits may as well be a post code, and nobody writes a German pager's without its 0.
    assert {row["text"] for row in missed} == {"02000", "16412345"}


@pytest.mark.parametrize("name", ["skatteverket_test_allPins.json", "skatteverket_test_allCoords.json"])
def test_every_official_test_number_is_found_and_has_its_century(name: str) -> None:
    numbers = json.loads((demand(VECTORS) / name).read_text())
    written = [f"{number[:8]}-{number[8:]}" for number in numbers[::7]]
    missed = [number for number in written if values(Kind.NATIONAL_NUMBER, f"pnr {number}") != [number]]
    assert len(missed) <= len(numbers) // 500, missed  # the list holds days that no calendar has, such as 29 February 2013


def test_another_library_agrees_on_national_and_organisation_numbers() -> None:
    numbers = json.loads((demand(VECTORS) / "skatteverket_test_allPins.json").read_text())[::97]
    for number in numbers:
        for last in range(10):
            text = f"{number[:8]}-{number[8:11]}{last}"
            assert bool(values(Kind.NATIONAL_NUMBER, text)) == personnummer.valid(text), text
    for row in rows(VECTORS, "se_id_numbers.jsonl"):
        if row["type"].startswith("orgnr") and "firma" not in row["type"]:
            expected = row["valid"] and orgnr.is_valid(row["text"].removeprefix("16"))
            assert bool(values(Kind.ORGANISATION_NUMBER, row["text"])) == expected, row


def test_swedish_addresses_are_found() -> None:
    swedish = [row for row in rows(VECTORS, "addresses.jsonl") if row["country"] == "se" and row["text"].count(",") == 1]
    right = sum([*one.value.split("\n")] == _parts(row["text"]) for row in swedish for one in addresses(Passage(row["text"])))
    assert right >= 0.9 * len(swedish), f"{right} of {len(swedish)}"


def _parts(text: str) -> list[str]:
    street, _, place = text.partition(", ")
    return [street, place[:6], place[7:].title() if place[7:].isupper() else place[7:]]


def test_requests_found_elsewhere_are_heard() -> None:
    heard: Counter[tuple[str, bool]] = Counter()
    for row in rows(REQUESTS, "gdpr_requests.jsonl"):
        if row["is_request"] and row["lang"] in ("sv", "en", "no", "da", "fi", "de"):
            heard[row["lang"], bool(asked(row["body"]))] += 1
    assert {language for (language, well), count in heard.items() if not well and count} == set(), heard


def test_ordinary_mails_found_elsewhere_ask_for_nothing() -> None:
    ordinary = [row for row in rows(REQUESTS, "gdpr_requests.jsonl") if row["label"] == "none" and row["lang"] in ("sv", "en")]
    false_alarms = [row["body"] for row in ordinary if asked(row["body"])]
    assert len(false_alarms) <= 0.05 * len(ordinary), false_alarms


LEAST = {"phones": 0.98, "personnummer": 0.98, "orgnr": 0.98, "auto": 0.98, "lang": 0.98}
LEAST |= {"callback": 0.95, "emails": 0.95, "request": 0.95, "name": 0.93, "address": 0.92}


THIRD_SET = Path(__file__).parents[1] / "mail" / "third_set"


@pytest.mark.parametrize("folder", [LABELLED, THIRD_SET], ids=lambda folder: folder.name)
def test_the_labelled_mails_are_understood(folder: Path) -> None:
    truth = labels(demand(folder))
    right: Counter[str] = Counter()
    for row in predictions(folder / "mails"):
        label = truth[row["file"]]
        right.update(key for key in LEAST if _agrees(key, label, row))
    assert {key: right[key] / len(truth) for key in LEAST if right[key] < LEAST[key] * len(truth)} == {}


def _agrees(key: str, label: dict[str, Any], row: dict[str, Any]) -> bool:
    """Whether an answer is the label, or differs only by what the labels accept or tolerate."""
    tolerated = label.get("tolerate", {}).get(key, [])
    if tolerated is True:
        return True
    if isinstance(label[key], list):
        return set(label[key]) <= set(row[key]) <= {*label[key], *tolerated}
    accepted = [label[key], *label.get(f"{key}_alt", []), *tolerated]
    return row[key] in accepted or str(row[key]).casefold() in [str(one).casefold() for one in accepted]


def test_bounces_of_twenty_years_are_read() -> None:
    rows_ = list(expectations(MAIL / "flufl-bounce"))
    read = [(row, read_bounce(parse((MAIL / "flufl-bounce" / row["file"]).read_bytes()))) for row in rows_]
    missed = [row["file"] for row, bounce in read if not _tells(bounce, {address.lower() for address in row["addresses"]})]
    assert len(missed) <= 0.06 * len(rows_), missed
    assert [row["file"] for row, bounce in read if (bounce is not None and bounce.failure is Failure.DELAYED) != row["temporary"]] == []


def _tells(bounce: Bounce | None, addresses: set[str]) -> bool:
    return (set(bounce.failed_addresses) if bounce else set()) == addresses
