"""Swedish identity documents as they are laid out, of people who do not exist."""

from collections.abc import Callable
from datetime import date

from PIL.Image import Image

from detectors.id_document import IdDocument
from tests.drawings.people import Person
from tests.drawings.sheet import Sheet
from tests.drawings.zones import card, passport

MONTHS = ("JAN", "FEB", "MAR", "APR", "MAJ", "JUN", "JUL", "AUG", "SEP", "OKT", "NOV", "DEC")


def _in_words(day: date) -> str:
    return f"{day:%d} {MONTHS[day.month - 1]}/{day:%b} {day:%y}".upper()


def passport_page(person: Person) -> Image:
    """The data page of a passport (SFS 1978:302; ICAO 9303-4)."""
    sheet = Sheet(1240, 880, (232, 226, 230))
    sheet.guilloche((214, 205, 214))
    sheet.text((40, 30), "SVERIGE  SWEDEN", 34)
    sheet.text((560, 30), "PASS / PASSPORT / PASSEPORT", 30)
    sheet.portrait((40, 130, 330, 520))
    sheet.text((380, 90), "Typ/Type/Type", 15)
    sheet.text((380, 110), "P", 24)
    sheet.text((560, 90), "Landkod/Code/Code", 15)
    sheet.text((560, 110), "SWE", 24)
    sheet.text((860, 90), "Pass nr/Passport No./Passeport No.", 15)
    sheet.text((860, 110), person.document_number, 24)
    rows = (
        ("1. Efternamn/Surname/Nom", person.surname),
        ("2. Förnamn/Given names/Prénoms", person.given_names),
        ("3. Nationalitet/Nationality/Nationalité", "SVENSK/SWEDISH"),
        ("4. Födelsedatum/Date of birth/Date de naissance", _in_words(person.born)),
        ("6. Kön/Sex/Sexe", person.sex),
        ("8. Utfärdat/Date of issue/Date de délivrance", _in_words(person.issued_on)),
        ("10. Sista giltighetsdag/Date of expiry/Date d'expiration", _in_words(person.expires_on)),
    )
    sheet.fields(380, 160, rows, 64, (15, 24))
    right = (
        ("5. Personnummer/Personal No./No. personnel", person.national_number[2:]),
        ("7. Födelseort/Place of birth/Lieu de naissance", person.place),
        ("9. Myndighet/Authority/Autorité", "POLISMYNDIGHETEN"),
        ("11. Innehavarens namnteckning/Holder's signature", ""),
    )
    sheet.fields(860, 352, right, 64, (12, 22))
    sheet.curve((880, 570, 1100, 640), (30, 30, 90), 3)
    sheet.zone((40, 720), passport(person), 38)
    return sheet.picture


def identity_card(person: Person) -> Image:
    """The front of a national identity card (SFS 2005:661)."""
    sheet = Sheet(1010, 640, (222, 232, 240))
    sheet.guilloche((205, 218, 230))
    sheet.text((36, 24), "SVERIGE SWEDEN", 28)
    sheet.text((400, 24), "NATIONELLT IDENTITETSKORT", 28)
    sheet.text((400, 60), "NATIONAL IDENTITY CARD / CARTE NATIONALE D'IDENTITÉ", 17)
    sheet.portrait((36, 110, 300, 470))
    rows = (
        ("Efternamn/Surname", person.surname),
        ("Förnamn/Given names", person.given_names),
        ("Kön/Sex   Nationalitet/Nationality   Längd/Height", f"{person.sex}   SWE   172 cm"),
        ("Födelsedatum/Date of birth", f"{person.born:%d %m %Y}"),
        ("Personnummer/Personal ID number", person.national_number),
        ("Giltigt t.o.m./Date of expiry", f"{person.expires_on:%d %m %Y}"),
        ("Kortnr/Card no.", person.document_number),
    )
    sheet.fields(350, 110, rows, 68, (15, 25))
    sheet.curve((60, 530, 260, 590), (30, 30, 90), 3)
    return sheet.picture


def identity_card_back(person: Person) -> Image:
    """The back of a national identity card, with its zone (ICAO 9303-5)."""
    sheet = Sheet(1010, 640, (222, 232, 240))
    sheet.guilloche((205, 218, 230))
    rows = (("Utfärdande myndighet/Authority", "POLISMYNDIGHETEN"), ("Utfärdat/Date of issue", f"{person.issued_on}"))
    sheet.fields(40, 40, rows, 80, (15, 25))
    sheet.zone((40, 400), card(person), 44)
    return sheet.picture


def tax_agency_card(person: Person) -> Image:
    """Skatteverkets identitetskort (SKVFS 2009:14): no zone, the number on the front."""
    sheet = Sheet(1010, 640, (240, 236, 222))
    sheet.guilloche((228, 222, 202))
    sheet.text((36, 24), "Skatteverket", 34, (0, 70, 140))
    sheet.text((560, 28), "IDENTITETSKORT", 30)
    sheet.text((560, 66), "IDENTITY CARD", 18)
    sheet.portrait((700, 130, 960, 480))
    rows = (
        ("Efternamn/Surname", person.surname),
        ("Förnamn/Given names", person.given_names),
        ("Personnummer/Personal identity number", person.national_number),
        ("Kön/Sex   Längd/Height", f"{person.sex}   168 cm"),
        ("Utfärdat/Date of issue", f"{person.issued_on}"),
        ("Giltigt t.o.m./Date of expiry", f"{person.expires_on}"),
        ("ID-kortsnummer/Card number", person.document_number),
    )
    sheet.fields(40, 120, rows, 70, (15, 26))
    return sheet.picture


def driving_licence(person: Person) -> Image:
    """The front of a driving licence (Directive 2006/126/EC annex I; TSFS 2012:60)."""
    sheet = Sheet(1010, 640, (246, 214, 220))
    sheet.guilloche((238, 198, 208))
    sheet.box((30, 24, 130, 104), (20, 60, 150))
    sheet.text((70, 42), "S", 38, (255, 255, 255))
    sheet.text((170, 26), "KÖRKORT", 40)
    sheet.text((170, 72), "SVERIGE", 24)
    sheet.portrait((30, 150, 290, 500))
    rows = (
        f"1.  {person.surname}",
        f"2.  {person.given_names}",
        f"3.  {person.born}  {person.place}",
        f"4a. {person.issued_on}    4c. TRANSPORTSTYRELSEN",
        f"4b. {person.expires_on}",
        f"4d. {person.national_number}",
        f"5.  {person.document_number}22",
        "7.",
        "9.  AM/B/BE",
    )
    for number, row in enumerate(rows):
        sheet.text((340, 130 + number * 54), row, 28)
    sheet.curve((400, 500, 620, 560), (30, 30, 90), 3)
    return sheet.picture


DOCUMENTS: tuple[tuple[str, IdDocument, Callable[[Person], Image]], ...] = (
    ("passport", IdDocument.PASSPORT, passport_page),
    ("identity card", IdDocument.ID_CARD, identity_card),
    ("back of an identity card", IdDocument.ID_CARD, identity_card_back),
    ("tax agency's card", IdDocument.ID_CARD, tax_agency_card),
    ("driving licence", IdDocument.DRIVING_LICENCE, driving_licence),
)
