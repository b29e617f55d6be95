"""Words: what is printed on documents of many states counts, what letters and other cards say counts against."""

import pytest

from detectors.id_document import IdDocument
from detectors.id_evidence import weigh
from detectors.id_fields import fields_of_text
from detectors.id_text import TextLine


def lines(text: str) -> list[TextLine]:
    return [TextLine(row, 0.95, 200, 40 * place, 12 * len(row), 20) for place, row in enumerate(text.strip().split("\n"))]


LICENCE = """KÖRKORT
SVERIGE
1. SJÖDIN
2. BENGT-ÅKE
3. 1962-02-10 UMEÅ
4a. 2018-03-02 4c. TRANSPORTSTYRELSEN
4b. 2028-03-02
4d. 19620210-2395
9. AM/B"""
FINNISH = """HENKILÖKORTTI IDENTITETSKORT
SUOMI FINLAND
Sukunimi / Efternamn / Surname
Etunimet / Förnamn / Given names
Sukupuoli / Kön / Sex
Viimeinen voimassaolopäivä / Date of expiry"""
GERMAN = """BUNDESREPUBLIK DEUTSCHLAND
AUFENTHALTSTITEL / RESIDENCE PERMIT
NAME, Vornamen / SURNAME, Given names
Geburtsdatum / Date of birth
Gültig bis / Date of expiry
Staatsangehörigkeit / Nationality"""
RUN_TOGETHER = """REPUBBLICAITALIANA
CARTADIDENTITA
COGNOME/SURNAME
LUOGOEDATADINASCITA/PLACEANDDATEOFBIRTH
CITTADINANZA/NATIONALITY
SCADENZA/EXPIRY"""


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (LICENCE, IdDocument.DRIVING_LICENCE),
        (LICENCE.partition("\n")[2], IdDocument.DRIVING_LICENCE),
        (FINNISH, IdDocument.ID_CARD),
        (GERMAN, IdDocument.RESIDENCE_PERMIT),
        (RUN_TOGETHER, IdDocument.ID_CARD),
    ],
    ids=["licence", "licence without its title", "Finnish card", "German permit", "words run together"],
)
def test_documents_are_told_by_their_words(text: str, kind: IdDocument) -> None:
    evidence = weigh(lines(text))
    assert (evidence.suffices, evidence.kind) == (True, kind), evidence


@pytest.mark.parametrize(
    "text",
    [
        "CV\nEva Ek\nFödd: 1985-07-09 i Lund\nNationalitet: svensk\nAdress: Storgatan 1\nKörkort: B\nUtbildning: Lund\nSpråk: svenska",
        "PERSONBEVIS\nSkatteverket\nPersonnummer: 19850709-9805\nFödelseort: Lund\nMedborgarskap: Sverige\nAdress: Storgatan 1",
        "FULLMAKT\nNamn: Eva Ek\nPersonnummer: 19850709-9805\nNamnteckning:\nOrt och datum: Lund 2026-03-02",
        "Hej! Jag har ett körkort och ett pass\noch mitt personnummer är 19850709-9805",
        "Medlemskort\nEva Ek\nGiltigt t.o.m. 2027-03-01\nPersonnummer 19850709-9805",
        "FAKTURA\nBankgiro 5050-1055\nOCR 2026011412345\nAtt betala 1 485,00\nFörfallodag 2026-02-13",
    ],
    ids=["CV", "extract of the register", "power of attorney", "letter", "membership card", "invoice"],
)
def test_other_papers_are_not(text: str) -> None:
    evidence = weigh(lines(text))
    assert not evidence.suffices, evidence


def test_reasons_are_keys_without_a_word_of_the_document() -> None:
    assert set(weigh(lines(LICENCE)).reasons) <= {"title", "fields", "numbered", "issuer", "number", "dates", "zone", "otherwise", "prose"}


def test_the_numbered_fields_of_a_licence_tell_who_it_is() -> None:
    fields = fields_of_text(lines(LICENCE))
    assert (fields.name, fields.national_number) == ("Bengt-Åke Sjödin", "19620210-2395")
    assert (str(fields.birth_date), str(fields.expires_on)) == ("1962-02-10", "2028-03-02")
