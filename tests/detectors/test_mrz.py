"""The machine-readable zone: specimens of the standard and of Sweden, look-alikes mended, nothing taken for a zone that is none."""

from datetime import date

import pytest

from detectors.id_text import TextLine
from detectors.mrz import Format, Zone, check_digit, read_zone
from detectors.mrz_lines import find_zone
from tests.drawings.people import PEOPLE
from tests.drawings.zones import card, passport

UTOPIAN = ["P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10"]
SWEDISH = ["P<SWESPECIMEN<<SVEN<<<<<<<<<<<<<<<<<<<<<<<<<", "59000001<5SWE8703145M1701027198703142391<<46"]
SWEDISH_CARD = ["I<SWE59000002<8198703142391<<<", "8703145M1701027SWE<<<<<<<<<<<8", "SPECIMEN<<SVEN<<<<<<<<<<<<<<<<"]
TD2 = ["I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6"]
VISA_A = ["V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L8988901C4XXX4009078F96121096ZE184226B<<<<<<"]
VISA_B = ["V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "L8988901C4XXX4009078F9612109<<<<<<<<"]


def read(rows: list[str]) -> Zone:
    zone = find_zone(TextLine(row, 0.9, 300, 30 * place, 600, 20) for place, row in enumerate(rows))
    assert zone
    return zone


@pytest.mark.parametrize(
    ("rows", "layout"),
    [(UTOPIAN, Format.TD3), (SWEDISH_CARD, Format.TD1), (TD2, Format.TD2), (VISA_A, Format.MRV_A), (VISA_B, Format.MRV_B)],
)
def test_each_layout_is_read_and_its_check_digits_hold(rows: list[str], layout: Format) -> None:
    zone = read(rows)
    assert (zone.format, zone.holds) == (layout, True)


def test_a_swedish_passport_tells_name_days_and_national_number() -> None:
    zone = read(SWEDISH)
    assert (zone.given_names, zone.surname, zone.optional) == ("SVEN", "SPECIMEN", "198703142391")
    assert (zone.birth_date, zone.expires_on) == (date(1987, 3, 14), date(2017, 1, 2))


def test_the_number_of_the_document_is_nowhere_in_what_is_kept() -> None:
    assert "59000001" not in repr(read(SWEDISH))
    assert "59000002" not in repr(read(SWEDISH_CARD))


@pytest.mark.parametrize(("right", "wrong"), [("0", "O"), ("1", "I"), ("5", "S"), ("8", "B"), ("2", "Z"), ("6", "G")])
def test_letters_that_look_like_digits_are_mended(right: str, wrong: str) -> None:
    zone = read([UTOPIAN[0], UTOPIAN[1][:9] + UTOPIAN[1][9:].replace(right, wrong, 1)])
    assert (zone.birth_date, zone.expires_on) == (date(1974, 8, 12), date(2012, 4, 15))


@pytest.mark.parametrize("filler", ["«", "く", "ハ", "C", "K"])
def test_fillers_that_were_read_as_something_else_are_mended(filler: str) -> None:
    name, rest = SWEDISH[0][:20], SWEDISH[0][20:]
    fillers = filler * (len(rest) // 2 if filler == "«" else len(rest))
    assert read([name + fillers, SWEDISH[1]]).given_names == "SVEN"


@pytest.mark.parametrize("missing", [1, 3, 9])
def test_fillers_that_an_engine_swallowed_are_put_back(missing: int) -> None:
    assert read([SWEDISH[0][:-missing], SWEDISH[1]]).holds


def test_a_row_in_pieces_is_joined() -> None:
    pieces = [TextLine(SWEDISH[0], 0.9, 300, 0, 600, 20), TextLine(SWEDISH[1][20:], 0.9, 440, 31, 320, 20)]
    zone = find_zone([*pieces, TextLine(SWEDISH[1][:20], 0.9, 140, 29, 280, 20)])
    assert zone
    assert zone.holds


def test_the_second_row_is_enough_where_the_first_is_masked() -> None:
    zone = read(SWEDISH[1:])
    assert (zone.holds, zone.surname, zone.birth_date) == (True, "", date(1987, 3, 14))


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.place)
def test_zones_that_are_drawn_hold(person: object) -> None:
    assert isinstance(person, type(PEOPLE[0]))
    for rows in (passport(person), card(person)):
        zone = read(rows)
        assert (zone.holds, zone.birth_date, zone.expires_on) == (True, person.born, person.expires_on)


def test_one_wrong_digit_is_noticed() -> None:
    assert not read([SWEDISH[0], SWEDISH[1].replace("198703142391", "198703142392")]).holds


@pytest.mark.parametrize(
    "rows",
    [
        ["# 2026011412345 # 1485 00 6 > 50501055#41#"],
        ["<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<"] * 2,
        ["print(1 << 20) and more of the same program"],
        ["P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"],
    ],
)
def test_what_is_no_zone_is_none(rows: list[str]) -> None:
    assert find_zone(TextLine(row, 0.9, 300, 30 * place, 600, 20) for place, row in enumerate(rows)) is None


def test_lines_of_the_wrong_length_are_no_zone() -> None:
    assert read_zone(["P<UTO", "123"]) is None
    assert check_digit("520727") == "3"  # the example of ICAO 9303-3 §4.9
