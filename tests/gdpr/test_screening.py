"""Robots are told from people: by what their mail says of itself, by its form, and by how mail servers write."""

import pytest

from gdpr.screening import Screening, screen
from ingest.parse import parse


def screened(headers: str, body: str = "Hej\n", sender: str = "Eva Ek <eva@kund.example>", subject: str = "Fråga") -> Screening:
    lines = f"From: {sender}\nTo: support@ftech.se\nSubject: {subject}\n{headers}Content-Type: text/plain; charset=utf-8"
    return screen(parse(f"{lines}\n\n{body}".encode()))


@pytest.mark.parametrize(
    ("kind", "headers"),
    [
        ("auto_reply", "Auto-Submitted: auto-replied\n"),
        ("auto_reply", "X-Autoreply: yes\n"),
        ("auto_reply", "Precedence: auto_reply\n"),
        ("machine", "Auto-Submitted: auto-generated\n"),
        ("list", "List-Id: Operators <ops.listor.example>\nPrecedence: list\n"),
        ("newsletter", "List-Unsubscribe: <https://kund.example/u>\n"),
        ("machine", "Precedence: bulk\n"),
    ],
)
def test_headers_that_say_robot_are_believed(kind: str, headers: str) -> None:
    assert screened(headers).kind == kind


def test_a_person_s_mail_is_not_automatic() -> None:
    assert screened("Auto-Submitted: no\n") == Screening()


@pytest.mark.parametrize(
    "subject",
    [
        "Automatiskt svar: Fråga",
        "Autosvar: Fråga",
        "Out of office: Fråga",
        "Automatic reply: Question",
        "Automatische Antwort: Frage",
        "Frånvaromeddelande",
        "Tack för att du kontaktar oss",
    ],
)
def test_an_automatic_reply_is_known_by_its_subject(subject: str) -> None:
    assert screened("", subject=subject).kind == "auto_reply"


@pytest.mark.parametrize(
    "body",
    [
        "Hej! Jag är på semester till och med den 10 augusti och läser inte min e-post.",
        "I am out of the office until Monday.",
        "Ich bin bis 22.08. nicht im Büro.",
        "Det här är ett automatiskt svar. Vi återkommer.",
    ],
)
def test_an_automatic_reply_is_known_by_its_words(body: str) -> None:
    assert screened("", body).kind == "auto_reply"


@pytest.mark.parametrize(
    "body",
    [
        "Tack för ditt mejl! Jag är föräldraledig och åter först i mars.",
        "Thank you for your e-mail. I am away on annual leave and will be back on Monday.",
        "Takk for din e-post. Jeg har permisjon ut uken.",
        "Tak for din mail. Jeg holder ferie og er tilbage d. 26.",
        "Kiitos viestistäsi. Olen vuosilomalla 3.8. saakka.",
        "Vielen Dank für Ihre Nachricht. Ich bin bis 6.11. nicht erreichbar.",
    ],
)
def test_thanks_for_a_mail_with_an_absence_is_an_automatic_reply(body: str) -> None:
    assert screened("", body).kind == "auto_reply"


@pytest.mark.parametrize(
    "body",
    [
        "Jag är bortrest till söndag. Radera mina uppgifter, tack.",
        "Tack för ditt svar. Jag är på semester, men ring mig gärna. Går det bra?",
    ],
)
def test_a_person_who_is_away_and_asks_for_something_is_no_robot(body: str) -> None:
    assert not screened("", body).auto


@pytest.mark.parametrize(
    "body",
    [
        "Tack för din betalning!\n\nDetta mejl går inte att svara på.",
        "Your booking is confirmed. Please do not reply to this message.",
        "Denne mail kan ikke besvares.",
        "Bitte antworten Sie nicht auf diese E-Mail.",
        "Älä vastaa tähän viestiin.",
    ],
)
def test_a_mail_that_says_it_cannot_be_answered_and_that_nobody_signed_is_a_machine_s(body: str) -> None:
    assert screened("", body, "hej@kund.example").kind == "machine"


def test_a_person_who_complains_of_such_mails_is_none() -> None:
    body = "Era mejl säger 'svara inte på detta'. Det är irriterande.\n\nMed vänlig hälsning\nEva Ek\n"
    assert not screened("", body).auto


def test_a_monitor_s_alarm_is_known_by_its_subject() -> None:
    assert screened("", "Check 17", "alerts@kund.example", "DOWN: shop since 04:17").kind == "machine"


def test_a_question_about_a_holiday_is_a_person_s() -> None:
    assert not screened("", "Jag är ledig till fredag. Kan ni ringa mig då?").auto


@pytest.mark.parametrize(
    ("sender", "subject", "body"),
    [
        ("MAILER-DAEMON@mx.kund.example", "Undelivered Mail Returned to Sender", "This is the mail system."),
        ("postmaster@kund.example", "Kan inte levereras: Driftinformation", "Leveransen misslyckades."),
        ("Mail Delivery Subsystem <mailer-daemon@kund.example>", "Delivery Status Notification (Failure)", "550 5.1.1 User unknown"),
        ("mailer-daemon@kund.example", "failure notice", "I'm afraid I wasn't able to deliver your message."),
        ("postmaster@kund.example", "Warning: message delayed 24 hours", "Your message has not been delivered yet."),
        ("postmaster@kund.example", "Unzustellbar: Rechnung", "Die Nachricht konnte nicht zugestellt werden."),
        ("postmaster@kund.example", "Det gick inte att leverera: Faktura", "Mottagaren finns inte hos oss."),
        ("postmaster@kund.example", "Rettelse", "Din meddelelse er endnu ikke afleveret. Vi prøver igen."),
        ("postmaster@kund.example", "Faktura", "Leveringen mislyktes for disse mottakerne."),
        ("mailer-daemon@kund.example", "Viestin toimitus viivästyi", "Yritämme uudelleen."),
    ],
)
def test_a_bounce_is_known_in_many_servers_forms(sender: str, subject: str, body: str) -> None:
    assert screened("", body, sender, subject).kind == "bounce"


def test_a_delivery_report_is_known_by_its_type() -> None:
    report = "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\nContent-Type: text/plain\n\nx\n--b--\n"
    assert screen(parse(f"From: x@kund.example\nSubject: y\n{report}".encode())).kind == "bounce"


def test_a_read_receipt_is_known() -> None:
    assert screened("Return-Path: <>\n", "lästes den 13 augusti", subject="Läst: Svar på er begäran").kind == "receipt"


def test_a_calendar_s_answer_is_known() -> None:
    mail = (
        "From: eva@kund.example\nSubject: Accepterat: Möte\nContent-Type: multipart/alternative; boundary=b\n\n"
        "--b\nContent-Type: text/plain\n\n\n"
        "--b\nContent-Type: text/calendar; method=REPLY\n\nBEGIN:VCALENDAR\nMETHOD:REPLY\nEND:VCALENDAR\n--b--\n"
    )
    assert screen(parse(mail.encode())).kind == "calendar"


def test_a_request_by_a_privacy_service_is_not_automatic_whatever_its_headers_say() -> None:
    body = "We write on behalf of Eva Ek, who has authorised us. Please erase all personal data you hold about her (GDPR Article 17)."
    headers = "Auto-Submitted: auto-generated\nPrecedence: bulk\nList-Unsubscribe: <https://tjanst.example/u>\n"
    assert not screened(headers, body, "no-reply@tjanst.example").auto


def test_a_web_form_is_its_visitor_s_mail() -> None:
    body = (
        "Ett nytt meddelande via kontaktformuläret.\n\nNamn: Eva Ek\nE-post: eva@kund.example\n"
        "Meddelande: Hej, min sida är nere.\n\nSvara inte på detta mejl."
    )
    assert not screened("", body, "no-reply@formular.example").auto


def test_a_machine_that_asks_for_no_answer_is_automatic() -> None:
    assert screened("", "Det här är ett automatiskt meddelande. Svara inte.", "backup@kund.example").kind == "machine"
