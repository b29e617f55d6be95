"""A list of customers is read as operators keep it; a row is understood whole or reported, never guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdpr.customer_csv import CustomerCsvError, CustomerRow, read_customers

HEADER = "Namn;Org.nr;Personnummer;E-post;Telefon;Gatuadress;Postnr;Ort;Kundansvarig;Kontaktperson\n"
EVA = CustomerRow(
    line=2,
    name="Kund AB",
    contact_name="Eva Ek",
    organisation_number="556036-0793",
    national_number="19850709-9805",
    email="eva@kund.example",
    phone="+46701740605",
    street="Storgatan 1",
    postal_code="111 22",
    city="Malmö",
    account_manager="Åsa",
)
IN_SWEDISH = HEADER + "Kund AB;5560360793;850709-9805;Eva@KUND.example;070-174 06 05;Storgatan 1;11122;Malmö;Åsa;Eva Ek\n"
IN_ENGLISH = (
    "name,org no,national number,e-mail,phone,street,postal code,city,account manager,contact name\n"
    "Kund AB,16556036-0793,19850709-9805,eva@kund.example,+46 70 174 06 05,Storgatan 1,111 22,Malmö,Åsa,Eva Ek\n"
)


@pytest.mark.parametrize(
    "content",
    [
        IN_SWEDISH.encode(),
        IN_SWEDISH.encode("utf-8-sig"),
        IN_SWEDISH.encode("cp1252"),
        IN_SWEDISH.encode("utf-16"),
        IN_SWEDISH.replace(";", "\t").encode(),
        IN_SWEDISH.replace("\n", "\r\n").encode(),
        IN_ENGLISH.encode(),
    ],
    ids=["utf-8", "with mark", "old Windows", "utf-16", "tabs", "Windows lines", "English"],
)
def test_a_row_is_understood_however_the_file_was_saved(content: bytes) -> None:
    listed = read_customers(content)

    assert (listed.rows, listed.faults, listed.ignored) == ((EVA,), (), ())


@pytest.mark.parametrize(
    ("column", "written", "reason"),
    [
        ("Org.nr", "556036-0794", "neither an organisation number nor a national number"),
        ("Personnummer", "850709-9806", "no national number"),
        ("Personnummer", "850709-9805 och 701063-2391", "no national number"),
        ("E-post", "eva(at)kund.example", "no e-mail address"),
        ("E-post", "eva@kund.example, per@kund.example", "no e-mail address"),
        ("Telefon", "123", "no phone number"),
        ("Postnr", "!", "no postal code"),
    ],
)
def test_a_value_that_is_none_is_reported_by_line_and_column_without_itself(column: str, written: str, reason: str) -> None:
    listed = read_customers(f"Namn;{column}\nBra AB;\nFel AB;{written}\n".encode())

    (fault,) = listed.faults
    assert (fault.line, fault.column) == (3, column)
    assert reason in fault.reason
    assert written not in str(fault)
    assert [row.name for row in listed.rows] == ["Bra AB"]


def test_a_row_without_a_name_is_reported() -> None:
    (fault,) = read_customers(b"namn,e-post\n,eva@kund.example\n").faults

    assert str(fault) == "line 2, namn: the name is missing"


def test_a_row_with_too_many_columns_is_reported() -> None:
    (fault,) = read_customers(b"namn,ort\nKund AB,Malm\xc3\xb6,SE\n").faults

    assert fault.line == 2
    assert "more columns" in fault.reason


def test_a_short_row_and_empty_lines_do_no_harm() -> None:
    listed = read_customers(b"\nnamn,ort,telefon\n\nKund AB\n,,\n")

    assert listed.rows == (CustomerRow(4, "Kund AB"),)
    assert listed.faults == ()


def test_a_row_that_spans_lines_is_named_by_its_first() -> None:
    listed = read_customers(b'namn,adress,telefon\n"Kund\nAB",Storgatan 1,\nFel AB,,x\n')

    assert listed.rows[0] == CustomerRow(2, "Kund AB", street="Storgatan 1")
    assert [fault.line for fault in listed.faults] == [4]


def test_a_sole_traders_number_is_a_national_number() -> None:
    (row,) = read_customers(b"namn,orgnr\nOla Ek,850709-9805\n").rows

    assert (row.organisation_number, row.national_number) == ("", "19850709-9805")


def test_columns_that_nobody_asked_for_are_named() -> None:
    assert read_customers("Namn;Favoritfärg\nKund AB;blå\n".encode()).ignored == ("Favoritfärg",)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "must name the columns"),
        (b"Kund AB;556036-0793\n", "must name the columns"),
        (b"namn;telefon;mobil\n", "leave one of telefon and mobil out"),
        (b'namn;ort\nKund AB;"Malm\n', "a quote is left open"),
    ],
)
def test_a_file_that_cannot_be_read_as_a_list_says_why(content: bytes, sentence: str) -> None:
    with pytest.raises(CustomerCsvError, match=sentence):
        read_customers(content)


@given(st.binary(max_size=300) | st.text(max_size=200).map(lambda text: HEADER.encode() + text.encode("utf-8", "replace")))
def test_whatever_the_file_holds_each_row_is_understood_or_reported(content: bytes) -> None:
    try:
        listed = read_customers(content)
    except CustomerCsvError:
        return
    assert not {row.line for row in listed.rows} & {fault.line for fault in listed.faults}
    assert all(row.name for row in listed.rows)
