"""Organisation numbers, e-mail addresses, postal addresses, names and firms."""

import pytest

from detectors.finding import Kind
from detectors.name import titled
from detectors.passage import Passage
from detectors.postal_address import detect as addresses
from tests.detectors.found import values


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("org.nr 556036-0793", "556036-0793"),
        ("Org.nr: 5560360793", "556036-0793"),
        ("16556036-0793", "556036-0793"),
        ("VAT SE556036079301", "556036-0793"),
        ("Exempelbolaget AB, 5560360793", "556036-0793"),
    ],
)
def test_an_organisation_number_is_found(text: str, number: str) -> None:
    assert values(Kind.ORGANISATION_NUMBER, text) == [number]


@pytest.mark.parametrize("text", ["org.nr 556036-0794", "org.nr. 912 345 674 MVA", "Bankgiro 5536-0325", "Plusgiro 86 32 76-2"])
def test_other_numbers_are_no_organisation_numbers(text: str) -> None:
    assert values(Kind.ORGANISATION_NUMBER, text) == []


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("skriv till Eva@Kund.Example.", "eva@kund.example"),
        ("<eva.ek+faktura@kund.example>", "eva.ek+faktura@kund.example"),
        ("mailto:eva@kund.example", "eva@kund.example"),
    ],
)
def test_an_e_mail_address_is_found_in_lower_case(text: str, address: str) -> None:
    assert values(Kind.EMAIL, text) == [address]


@pytest.mark.parametrize("text", ["eva@", "@kund.example", "a@b", "hugge@rehnkod"])
def test_half_an_address_is_none(text: str) -> None:
    assert values(Kind.EMAIL, text) == []


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Kvarngatan 8 B\n803 20 Gävle", "Kvarngatan 8 B\n803 20\nGävle"),
        ("Box 4065, 203 11 Malmö", "Box 4065\n203 11\nMalmö"),
        ("FE 401\n83881 HACKÅS", "FE 401\n838 81\nHackås"),
        ("Eva Ek\nc/o Nordgren\nHamnplan 19 lgh 1203\nSE-721 31 Västerås", "Hamnplan 19 lgh 1203\n721 31\nVästerås"),
        ("Södra Promenaden 61 A, 1 tr\n211 38 Malmö", "Södra Promenaden 61 A, 1 tr\n211 38\nMalmö"),
        ("Lillaby kommun, 781 00 Lillaby, Rådhustorget 1", "Rådhustorget 1\n781 00\nLillaby"),
        ("min nya adress är Storgatan 1, 111 22 Stockholm.", "Storgatan 1\n111 22\nStockholm"),
    ],
)
def test_a_swedish_address_is_read_on_one_line_or_several(text: str, address: str) -> None:
    assert [one.value for one in addresses(Passage(text))] == [address]


@pytest.mark.parametrize("text", ["Vasagatan 44 i Västerås", "Rantakatu 9 A 3, 65100 Vaasa, ring", "031-390 06 03 Tack", "12 345 Kronor"])
def test_an_incomplete_or_foreign_address_is_none(text: str) -> None:
    assert "Vasagatan" not in str([one.value for one in addresses(Passage(text))])
    assert not [one for one in addresses(Passage(text)) if "Tack" in one.value or "Kronor" in one.value]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hej!\n\nMvh\nEva Ek", "Eva Ek"),
        ("Text.\n/Eva Ek, tel. 070-174 06 05", "Eva Ek"),
        ("Med vänlig hälsning Marie-Louise af Klint\nKlint Konsult AB", "Marie-Louise af Klint"),
        ("Jag heter Eva Ek och undrar en sak.", "Eva Ek"),
        ("Förnamn\tEva\nEfternamn\tEk", "Eva Ek"),
        ("Namn: eva ek", "Eva Ek"),
    ],
)
def test_a_name_is_found_where_people_sign_or_introduce_themselves(text: str, name: str) -> None:
    assert name in values(Kind.NAME, text)


@pytest.mark.parametrize("text", ["Med vänlig hälsning\nSupport Team", "Ekonomi Nord AB", "Guten Tag", "Tel 070-174 06 05"])
def test_a_firm_a_role_or_a_greeting_is_no_name(text: str) -> None:
    assert values(Kind.NAME, text) == []


def test_a_name_in_small_letters_gets_its_capitals() -> None:
    assert titled("per-olof tagg") == "Per-Olof Tagg"


def test_a_firm_is_told_by_its_legal_form() -> None:
    assert values(Kind.ORGANISATION, "Birgitta Fransson, Ekonomihuset i Skövde AB") == ["Ekonomihuset i Skövde AB"]
