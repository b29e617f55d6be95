"""Masked text keeps its shape: every offset in it still points to the same place."""

from detectors.finding import Finding, Kind
from detectors.masking import mask


def number(raw: str, start: int, part: str = "body") -> Finding:
    return Finding(Kind.NATIONAL_NUMBER, "19850709-9805", raw, start, start + len(raw), 1.0, "luhn", part=part)


def test_the_last_four_digits_of_a_national_number_are_starred() -> None:
    assert mask("Jag är 850709-9805.", "body", [number("850709-9805", 7)]) == "Jag är 850709-****."


def test_spaces_inside_the_number_stay() -> None:
    assert mask("19850709 98 05", "body", [number("19850709 98 05", 0)]) == "19850709 ** **"


def test_a_passage_further_down_is_masked_by_its_offset() -> None:
    assert mask("850709-9805", "body", [number("850709-9805", 100)], start=100) == "850709-****"


def test_a_finding_of_another_part_masks_nothing() -> None:
    assert mask("850709-9805", "body", [number("850709-9805", 0, part="subject")]) == "850709-9805"


def test_sensitive_things_are_starred_whole() -> None:
    secret = Finding(Kind.SENSITIVE, "card", "4111 1111", 5, 14, 1.0, "luhn")

    assert mask("kort 4111 1111", "body", [secret]) == "kort **** ****"


def test_a_sensitive_thing_is_shown_by_the_name_of_its_kind_alone() -> None:
    assert Finding(Kind.SENSITIVE, "card", "4111 1111", 5, 14, 1.0, "luhn").masked == "card"
