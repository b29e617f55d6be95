"""Phone numbers are read as people write them, and other numbers are left alone."""

import pytest

from detectors.finding import Kind
from tests.detectors.found import values


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Ring 070-174 06 05", ["+46701740605"]),
        ("mobil 0701-74 06 05, växel 08-465 004 10", ["+46701740605", "+46846500410"]),
        ("tel:+46-70-174-06-05", ["+46701740605"]),
        ("Tel +46 (0)70-174 06 05", ["+46701740605"]),
        ("0046 70 174 06 05", ["+46701740605"]),
        ("Telefon 46701740605", ["+46701740605"]),
        ("(070) 174 06 05", ["+46701740605"]),
        ("nås på 031-390\n06 03 hemma", ["+46313900603"]),
        ("070‑174\u00a006\u00a005", ["+46701740605"]),
        ("\u202d070-174 06 05\u202c", ["+46701740605"]),
        ("070–174 06 05", ["+46701740605"]),
        ("08/465 004 10", ["+46846500410"]),
        ("031-390 06 87/88", ["+46313900687", "+46313900688"]),
        ("08-465 004 10 ankn. 123", ["+46846500410"]),
        ("(201) 555-0123", ["+12015550123"]),
        ("https://wa.me/46701740605", ["+46701740605"]),
        ("Angående order 4711, mitt nummer 070-174 06 05", ["+46701740605"]),
        ("Ref 4711 / 070-174 06 05", ["+46701740605"]),
        ("mobil:070-174 06 05(sms)", ["+46701740605"]),
    ],
)
def test_a_swedish_number_is_read_in_every_spelling(text: str, numbers: list[str]) -> None:
    assert values(Kind.PHONE, text) == numbers


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("no", "Ring 912 34 567", "+4791234567"),
        ("da", "Tlf. 40 12 34 56", "+4540123456"),
        ("fi", "Puhelin 040 123 4567", "+358401234567"),
        ("de", "Telefon: 0451 / 1234567", "+494511234567"),
        ("en", "UK mobile 07911 123456", "+447911123456"),
        ("en", "call (312) 555-0198", "+13125550198"),
        ("en", "or 070-174 06 05 in Sweden", "+46701740605"),
    ],
)
def test_a_number_without_country_code_belongs_where_the_language_says(language: str, text: str, number: str) -> None:
    assert values(Kind.PHONE, text, language) == [number]


@pytest.mark.parametrize(
    "text",
    [
        "OCR 0701740605",
        "Kundnummer 031390-0680",
        "fakturanr 0701740680",
        "Order-ID 0846500419",
        "IP 203.0.113.177",
        "MAC 00:1B:46:50:04:11",
        "IBAN SE72 8000 0810 3400 0978 3242",
        "https://exempel.example/u/0701740643",
        "queued as 4ZHk2M0701740690",
        "2025-05-15 07:30-09:00",
        "discord hugge#0701 eller",
        "version 128.4.3",
        "E-post a0701740605@exempel.example",
        "CVR 32 12 34 56",
        "Belopp 3 412,00 SEK",
        "S/N 0701740605",
        "Bankkonto: 0701-740 605",
        "Betalningsreferens 0701740605",
        "0701-740605  2 st  465,00",
        "katalog /www/0846500476/",
    ],
)
def test_other_numbers_are_no_phone_numbers(text: str) -> None:
    assert values(Kind.PHONE, text) == []
