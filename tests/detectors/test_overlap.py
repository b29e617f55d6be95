"""One piece of text has one meaning: context decides, and the readings that lost are kept."""

from detectors.finding import Finding, Kind
from detectors.overlap import resolve
from tests.detectors.found import found, values


def test_a_mobile_number_that_passes_as_a_national_number_is_a_phone() -> None:
    (one,) = found(Kind.PHONE, "0701740621")
    assert one.value == "+46701740621"


def test_ten_digits_called_a_personnummer_are_one_though_a_phone_has_that_form() -> None:
    text = "Personnr 0312039829"
    (one,) = found(Kind.NATIONAL_NUMBER, text)
    assert Kind.PHONE in [reading.kind for reading in one.other_readings]
    assert values(Kind.PHONE, text) == []


def test_six_and_four_digits_without_a_right_check_digit_may_be_a_phone() -> None:
    assert values(Kind.PHONE, "Norrköping, 040628-0435") == ["+46406280435"]


def test_an_invoice_number_that_fits_is_no_organisation_number() -> None:
    assert values(Kind.ORGANISATION_NUMBER, "Fakturanr: 5169186078") == []


def test_the_surest_reading_wins_and_what_stands_apart_is_untouched() -> None:
    sure = Finding(Kind.PHONE, "a", "x", 0, 10, 0.9, "")
    unsure = Finding(Kind.NATIONAL_NUMBER, "b", "x", 2, 12, 0.6, "")
    apart = Finding(Kind.EMAIL, "c", "x", 20, 30, 0.99, "")
    first, second = resolve([unsure, apart, sure])
    assert (first.value, second.value) == ("a", "c")
    assert [reading.value for reading in first.other_readings] == ["b"]


def test_a_finding_with_a_low_score_is_not_reported() -> None:
    assert resolve([Finding(Kind.PHONE, "a", "x", 0, 10, 0.2, "")]) == ()
