"""National numbers: real days, right check digits, the century worked out; what only looks like one is left alone."""

from datetime import date

import pytest

from detectors.finding import Kind
from detectors.masking import mask
from detectors.national_number import birth_year
from tests.detectors.found import found, values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("pnr 850709-9805", "19850709-9805"),
        ("personnummer 198507099805", "19850709-9805"),
        ("19850709 9805 är mitt personnummer", "19850709-9805"),
        ("1985-07-09-9805", "19850709-9805"),
        ("ID: 850709-9805", "19850709-9805"),
        ("Social security number: 850709-9805", "19850709-9805"),
        ("med personnumret 850709-9805", "19850709-9805"),
        ("order 1234 för 850709-9805", "19850709-9805"),
        ("8507-09-9805", "19850709-9805"),
        ("001014–2396", "20001014-2396"),
        ("han är född 211103+2393", "19211103-2393"),
        ("samordningsnr 19840868-2386", "19840868-2386"),
        ("Personnr 0312039829 om ni behöver", "20031203-9829"),
        ("enskild firma, org.nr 530517-2396", "19530517-2396"),
        ("000101-T220", "20000101-T220"),
        ("VAT SE850709980501", "19850709-9805"),
    ],
)
def test_a_national_number_is_found_and_gets_its_century(text: str, value: str) -> None:
    assert values(Kind.NATIONAL_NUMBER, text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "850709-9806",  # check digit
        "490231-9812",  # 31 February
        "19991314-2392",  # month 13
        "150916-0006",  # no birth number 000
        "Avtalsnr 200214-9821",
        "20300101-2394",  # not born yet
        "backup 20061013 2318",  # a time of day
    ],
)
def test_what_is_no_national_number_is_not_taken_for_one(text: str) -> None:
    assert values(Kind.NATIONAL_NUMBER, text) == []


def test_the_span_covers_every_digit_so_that_it_can_be_masked() -> None:
    text = "Mitt personnummer är 19850709-9805, tack."
    (one,) = found(Kind.NATIONAL_NUMBER, text)
    assert text[one.start : one.end] == "19850709-9805"
    assert one.masked == "850709-****"


def test_who_turns_hundred_tomorrow_is_not_yet_written_with_a_plus() -> None:
    assert birth_year("", "261124", hundred=False, today=date(2026, 11, 24)) == 2026
    assert birth_year("", "261125", hundred=False, today=date(2026, 11, 24)) == 1926
    assert birth_year("", "261124", hundred=True, today=date(2026, 11, 24)) == 1926


def test_in_a_vat_number_the_last_four_digits_of_the_person_are_what_is_masked() -> None:
    text = "VAT SE850709980501"
    assert mask(text, "body", found(Kind.NATIONAL_NUMBER, text)) == "VAT SE850709****01"
