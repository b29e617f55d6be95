"""What customers send that is no identity document, much of it with the same words."""

import random
from collections.abc import Callable, Sequence

from PIL import Image, ImageFilter

from tests.drawings.sheet import Colour, Sheet

Draw = Callable[[], Image.Image]


def page(title: str, lines: Sequence[str]) -> Draw:
    """A letter or a form on paper."""

    def draw() -> Image.Image:
        sheet = Sheet(1000, 1300)
        sheet.text((80, 80), title, 40)
        for number, line in enumerate(lines):
            sheet.text((80, 180 + number * 46), line, 24)
        sheet.curve((100, 220 + len(lines) * 46, 280, 280 + len(lines) * 46), (30, 30, 90), 3)
        return sheet.picture

    return draw


def plastic(colour: Colour, title: str, lines: Sequence[str], *, portrait: bool = False) -> Draw:
    """A card of the same size as an identity card."""

    def draw() -> Image.Image:
        sheet = Sheet(1010, 640, colour)
        sheet.text((50, 50), title, 48)
        if portrait:
            sheet.portrait((50, 150, 290, 450))
        for number, line in enumerate(lines):
            sheet.text((340 if portrait else 60, 170 + number * 60), line, 30)
        return sheet.picture

    return draw


def screen(title: str, lines: Sequence[str]) -> Draw:
    """A screenshot."""

    def draw() -> Image.Image:
        sheet = Sheet(1280, 760, (245, 246, 248))
        sheet.box((0, 0, 1280, 50), (50, 60, 80))
        sheet.text((100, 12), title, 22, (255, 255, 255))
        for number, line in enumerate(lines):
            sheet.text((60, 90 + number * 42), line, 22)
        return sheet.picture

    return draw


def logo() -> Image.Image:
    """A logo large enough to pass the gate."""
    sheet = Sheet(600, 300, (255, 255, 255))
    sheet.box((30, 60, 200, 230), (0, 110, 180))
    sheet.text((230, 100), "nordkontakt", 60)
    return sheet.picture


def landscape() -> Image.Image:
    """Something like a photo of a lake."""
    chance = random.Random(7)
    sheet = Sheet(1400, 1000, (130, 170, 220))
    for _ in range(300):
        x, y = chance.randrange(1400), chance.randrange(400, 1000)
        sheet.box((x, y, x + 160, y + 60), (chance.randrange(30, 90), chance.randrange(80, 140), chance.randrange(30, 120)))
    return sheet.picture.filter(ImageFilter.GaussianBlur(9))


def portrait_photo() -> Image.Image:
    """A portrait without a document round it."""
    sheet = Sheet(900, 1200, (190, 200, 190))
    sheet.portrait((100, 150, 800, 1000))
    return sheet.picture


PROSE = (
    "Hej, jag har läst på er sida att man måste visa körkort eller pass när man",
    "begär ut sina uppgifter. Gäller det även oss som har nationellt id-kort eller",
    "ett identitetskort från Skatteverket? Jag har tappat mitt körkort och väntar på",
    "ett nytt pass från polisen. Kan jag legitimera mig på något annat sätt?",
    "Mitt personnummer är 19850709-9805 och jag bor på Storgatan 1 i Stockholm.",
    "Med vänliga hälsningar, Eva Ek",
)
INVOICE = (
    "Fakturanr 20260114   Fakturadatum 2026-01-14   Förfallodatum 2026-02-13",
    "Eva Ek, Storgatan 1, 111 22 Stockholm",
    "Webbhotell Bas 12 mån                    1 188,00",
    "Moms 25 %                                   297,00",
    "Att betala SEK                            1 485,00",
    "Bankgiro 5050-1055    OCR 2026011412345",
    "#    2026011412345 #    1485 00   6 >    50501055#41#",
)

OTHERS: tuple[tuple[str, Draw], ...] = (
    ("letter that speaks of licences", page("Fråga om legitimation", PROSE)),
    ("letter in English", page("Data request", ("Dear Sirs, please find my signed request for access to my personal data.",
     "I can show my passport or my driving licence at your office on any day you like.", "Date: 2026-03-02", "Signature: John Doe"))),
    ("invoice", page("FAKTURA", INVOICE)),
    ("payment slip", page("INBETALNING/GIRERING AVI", INVOICE[3:])),
    ("power of attorney", page("FULLMAKT", ("Härmed befullmäktigas Nils Hedman, 19620210-2395, att företräda mig",
     "gentemot ftech AB i frågor om mina personuppgifter.", "Namn: Eva Ek", "Personnummer: 19850709-9805", "Ort och datum: Lund 2026-03-02",
     "Namnteckning:", "Bevittnas av:"))),
    ("certificate of registration", page("PERSONBEVIS", ("Skatteverket", "Utdrag om folkbokföringsuppgifter", "Namn: Ek, Eva Maria",
     "Personnummer: 19850709-9805", "Födelseort: Lund", "Medborgarskap: Sverige", "Adress: Storgatan 1, 111 22 Stockholm", "Datum: 2026-03-02"))),
    ("registration of a company", page("REGISTRERINGSBEVIS", ("Bolagsverket", "Organisationsnummer 556036-0793", "Firma: Exempelbolaget AB",
     "Styrelseledamot: 19850709-9805 Ek, Eva Maria", "Registreringsdatum: 2001-05-02", "Postadress: Box 1, 111 22 Stockholm"))),
    ("course certificate", page("INTYG", ("Härmed intygas att Eva Ek, född 1985-07-09, har genomgått kursen", "Förarbevis för moped, körkort klass AM",
     "Utfärdat: 2026-03-02", "Underskrift: M. Ekdahl"))),
    ("curriculum vitae", page("CV", ("Eva Ek", "Född: 1985-07-09 i Lund", "Nationalitet: svensk", "Adress: Storgatan 1, 111 22 Stockholm",
     "Utbildning: Civilingenjör, Lund 2009", "Arbete: systemutvecklare", "Språk: svenska, engelska", "Körkort: B"))),
    ("receipt", page("KVITTO", ("Exempelbutiken", "Kaffe 32,00", "Bulle 28,00", "Totalt 60,00", "Moms 12% 6,43", "MASTERCARD ****1234",
     "2026-03-02 09:12"))),
    ("application form", page("ANSÖKAN", ("Efternamn:", "Förnamn:", "Personnummer:", "Adress:", "Telefon:", "E-post:", "Underskrift:",
     "Skicka blanketten till kundtjänst."))),
    ("contract", page("AVTAL OM WEBBHOTELL", ("Mellan ftech AB och Eva Ek, 19850709-9805, har följande avtal träffats.",
     "Avtalet gäller från 2026-03-02 och tills vidare.", "Uppsägningstid tre månader.", "Underskrift"))),
    ("advertisement of a driving school", page("Ta körkort hos oss!", ("Vi hjälper dig hela vägen till ditt B-körkort.", "Handledarkurs 450 kr",
     "Riskettan 700 kr", "Boka på www.trafikskola.example", "Ring 08-465 004 10"))),
    ("timetable of a gym", page("PASS VECKA 12", ("Måndag 07:00 Yoga pass", "Tisdag 12:00 Spinning pass", "Onsdag 18:00 Styrka pass",
     "Boka ditt pass i appen", "Medlem: 299 kr/mån"))),
    ("gym card", plastic((230, 80, 60), "Kraftverket Gym", ("Medlemskort", "Eva Ek", "Medlemsnr 448 210", "Giltigt t.o.m. 2027-03-01"), portrait=True)),
    ("library card", plastic((90, 160, 120), "Lunds stadsbibliotek", ("Lånekort", "Eva Ek", "Nr 2030 4455 1234"))),
    ("bank card", plastic((40, 50, 90), "Exempelbanken", ("Debit", "5413 3300 8909 9130", "VALID THRU 03/29", "EVA EK", "mastercard"))),
    ("loyalty card", plastic((250, 210, 60), "Stamkund", ("Bonuskort", "EVA EK", "9752 3001 2233"))),
    ("business card", plastic((255, 255, 255), "Eva Ek", ("Systemutvecklare", "Exempelbolaget AB", "070-174 06 05", "eva@example.se",
     "Storgatan 1, 111 22 Stockholm"))),
    ("student card", plastic((200, 220, 250), "Studentkort", ("Eva Ek", "Lunds universitet", "Giltigt till 2026-06-30", "Mecenat"), portrait=True)),
    ("staff card", plastic((240, 240, 240), "Exempelbolaget AB", ("Passerkort", "Eva Ek", "Anst.nr 20481"), portrait=True)),
    ("travel card", plastic((60, 120, 200), "Resekort", ("Reskassa", "Nr 9 700 123 456", "Giltigt till 2030-01"))),
    ("gift card", plastic((200, 60, 120), "PRESENTKORT", ("Värde 500 kr", "Kod 8842-1193", "Giltigt till 2027-12-31"))),
    ("boarding pass", plastic((255, 255, 255), "BOARDING PASS", ("EK/EVA MRS", "ARN - LHR  EX 1423", "SEAT 14C  GATE 22", "02 MAR 26  BOARDING 09:12"))),
    ("screenshot of a login", screen("Legitimera dig", ("Logga in med BankID", "Personnummer: ÅÅÅÅMMDD-XXXX", "Fel: HTTP 500, försök igen", "Avbryt"))),
    ("screenshot of a mailbox", screen("Inkorg - Webbmail", ("Eva Ek   Mitt körkort   09:12", "Polisen   Ditt pass är klart   i går",
     "Skatteverket   Ansökan om id-kort   måndag", "Skriv nytt   Svara   Vidarebefordra"))),
    ("screenshot of DNS", screen("DNS-zon example.se", ("example.se.  3600  IN  A  192.0.2.10", "www  CNAME  example.se.", "mail  MX 10  mx.example.se.",
     "TXT v=spf1 include:_spf.example.se ~all", "<<< END <<<"))),
    ("screenshot of a shop", screen("Passhållare i skinn", ("Körkortsfodral och passhållare, 249 kr", "Lägg i varukorgen", "Leverans 2-4 dagar", "Sök"))),
    ("logo", logo),
    ("landscape", landscape),
    ("portrait", portrait_photo),
)  # fmt: skip
