"""A report of a breach is heard, whoever makes it; talk about breaches is none (GDPR Art. 33)."""

from pathlib import Path

import pytest

from detectors.passage import Passage
from gdpr.breach_report import breach_report
from gdpr.breach_wordings import LEAKED, MISSENT, RECEIVED, REPORTED
from gdpr.message import Message
from gdpr.screening import screen
from ingest.parse import parse

MAILS = Path(__file__).parents[1] / "mail" / "queues"
REPORTS = (
    ("Hej, vi har fått någon annans faktura i vår inkorg.", RECEIVED),
    ("När jag loggar in i kundpanelen kan jag se andra kunders uppgifter.", RECEIVED),
    ("Fakturan ni mailade idag är ställd till en helt annan kund.", RECEIVED),
    ("Andras uppgifter syns när jag loggar in.", RECEIVED),
    ("I bilagan ni skickade ligger en annan kunds avtal med personnummer.", RECEIVED),
    ("vi fick en annan kunds losenord i mailet", RECEIVED),
    ("Jag ser en massa fakturor som inte är mina, de tillhör någon annan.", RECEIVED),
    ("Ni har skickat mina uppgifter till fel person!", MISSENT),
    ("Er kunddatabas ligger helt öppet på nätet.", LEAKED),
    ("Era kunders uppgifter har läckt ut.", LEAKED),
    ("Mina uppgifter har läckt från er portal.", LEAKED),
    ("Jag vill anmäla en personuppgiftsincident hos er.", REPORTED),
    ("We received someone else's invoice from you today.", RECEIVED),
    ("I can see other customers' data in your control panel.", RECEIVED),
    ("The invoice attached is addressed to another customer.", RECEIVED),
    ("You sent my contract to the wrong person.", MISSENT),
    ("Your backup server exposes customer files to anyone.", LEAKED),
    ("I want to report a data breach.", REPORTED),
    ("Vi har fått noen andres faktura fra dere.", RECEIVED),
    ("Vi har modtaget en anden kundes faktura.", RECEIVED),
    ("Ich habe die Rechnung eines anderen Kunden erhalten.", RECEIVED),
    ("Wir möchten eine Datenpanne melden.", REPORTED),
    ("Saimme toisen asiakkaan laskun.", RECEIVED),
)
NO_REPORTS = (
    "Hur hanterar ni personuppgiftsincidenter?",
    "Vad händer om mina uppgifter läcker?",
    "Vår PHP-process läcker minne, kan ni kolla?",
    "Ni har skickat fakturan till fel adress, vi har flyttat.",
    "Någon annan har registrerat vår domän.",
    "Kan ni lägga till en annan användare på kontot?",
    "Vi har fått fel faktura, beloppet stämmer inte.",
    "Mitt lösenord har läckt på LinkedIn, kan ni byta det?",
    "Skydda er mot dataintrång! Boka en demo.",
    "Jag vill veta om ni delar mina uppgifter med andra företag.",
    "Vi ser att andra kunders mail fungerar men inte vårt.",
    "Jag är rädd att någon annan kommer åt mitt konto.",
    "Min kollega har slutat och någon annan ska få fakturorna.",
    "Have you ever had a data breach?",
    "Can I move the site to another customer account?",
    "We want to receive the invoice at another address.",
    "Can you see other customers' sites on the same server being slow?",
)


def said(text: str) -> Message:
    return Message(text=text, passages=(Passage(text),))


@pytest.mark.parametrize(("text", "reason"), REPORTS)
def test_a_report_is_heard_and_says_what_kind_it_is(text: str, reason: str) -> None:
    report = breach_report(said(text))
    assert report is not None
    assert report.reason == reason
    assert text[report.start : report.end] in text


@pytest.mark.parametrize("text", NO_REPORTS)
def test_talk_about_breaches_and_ordinary_trouble_report_nothing(text: str) -> None:
    assert breach_report(said(text)) is None


@pytest.mark.parametrize("path", sorted(MAILS.glob("*.eml")), ids=lambda path: path.stem)
def test_each_mail_is_what_its_name_says(path: Path) -> None:
    message = parse(path.read_bytes())
    assert (breach_report(message, screen(message).auto) is not None) is path.name.startswith("breach-")


def test_screening_hides_no_report_of_a_robot() -> None:
    message = parse((MAILS / "breach-robot.eml").read_bytes())
    assert screen(message).auto
    assert breach_report(message, auto=True) is not None
