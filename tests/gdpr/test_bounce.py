"""A delivery report is read for which mail did not arrive, where, and whether it still may."""

import pytest

from gdpr.bounce import Bounce, Failure, read_bounce
from ingest.parse import parse

OUR_ID = "<letter-17.token@ftech.example>"


def report(*fields: str, original: str = f"Message-ID: {OUR_ID}") -> Bounce | None:
    blocks = "\n\n".join(("Reporting-MTA: dns; mx.kund.example", *fields))
    return read_bounce(
        parse(
            (
                "From: MAILER-DAEMON@mx.kund.example\nTo: support@ftech.example\nSubject: Undelivered Mail Returned to Sender\n"
                'MIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary="b"\n\n'
                "--b\nContent-Type: text/plain\n\nThis is the mail system.\n"
                f"--b\nContent-Type: message/delivery-status\n\n{blocks}\n"
                f"--b\nContent-Type: text/rfc822-headers\n\nFrom: support@ftech.example\n{original}\nSubject: Hej\n\n--b--\n"
            ).encode()
        )
    )


def notice(body: str, subject: str = "Undeliverable mail", headers: str = "") -> Bounce | None:
    head = f"From: postmaster@kund.example\nTo: support@ftech.example\nSubject: {subject}\n{headers}"
    return read_bounce(parse(f"{head}Content-Type: text/plain; charset=utf-8\n\n{body}\n".encode()))


@pytest.mark.parametrize(
    ("action", "status", "failure"),
    [
        ("failed", "5.1.1", Failure.PERMANENT),
        ("Failed (5.1.1)", "5.1.1", Failure.PERMANENT),
        ("failed", "4.4.7", Failure.TEMPORARY),
        ("delayed", "4.4.1", Failure.DELAYED),
    ],
)
def test_a_report_says_how_it_ended(action: str, status: str, failure: Failure) -> None:
    told = report(f"Final-Recipient: rfc822; Eva@kund.example\nAction: {action}\nStatus: {status}")
    assert told == Bounce(("eva@kund.example",), failure, OUR_ID)


def test_of_several_recipients_only_those_that_failed_are_told() -> None:
    told = report(
        "Final-Recipient: rfc822; eva@kund.example\nAction: failed\nStatus: 5.1.1",
        "Final-Recipient: rfc822; ola@kund.example\nAction: relayed\nStatus: 2.0.0",
    )
    assert told is not None
    assert told.failed_addresses == ("eva@kund.example",)


def test_the_address_that_was_written_to_is_told_rather_than_where_it_led() -> None:
    told = report(
        "Original-Recipient: rfc822;eva@kund.example\nFinal-Recipient: rfc822;eva@inne.kund.example\nAction: failed\nStatus: 5.0.0"
    )
    assert told is not None
    assert told.failed_addresses == ("eva@kund.example",)


@pytest.mark.parametrize(
    ("body", "failure"),
    [
        (
            "Your message could not be delivered to the following recipient:\n\n  eva@kund.example\n\n550 5.1.1 user unknown",
            Failure.PERMANENT,
        ),
        ("Delivery to the following recipient has been delayed:\n\n  eva@kund.example\n\nWill keep trying.", Failure.DELAYED),
        ("<eva@kund.example>: 452 4.2.2 mailbox full. Unable to deliver mail.", Failure.TEMPORARY),
        (
            "Det gick inte att leverera ditt meddelande till följande mottagare:\n\neva@kund.example\nMottagaren finns inte.",
            Failure.PERMANENT,
        ),
        ("Meddelandet är försenat och har ännu inte levererats till eva@kund.example. Vi försöker igen.", Failure.DELAYED),
        ("Ihre Nachricht konnte nicht zugestellt werden.\n\nEmpfänger: eva@kund.example", Failure.PERMANENT),
    ],
)
def test_a_notice_in_words_is_read_too(body: str, failure: Failure) -> None:
    told = notice(
        f"{body}\n\nContact postmaster@kund.example for help.\n\nOriginal message follows:\nMessage-ID: {OUR_ID}\nTo: ola@annan.example"
    )
    assert told == Bounce(("eva@kund.example",), failure, OUR_ID)


def test_a_header_names_the_address_where_the_words_do_not() -> None:
    told = notice("Sorry.", headers="X-Failed-Recipients: eva@kund.example\nIn-Reply-To: <17@ftech.example>\n")
    assert told == Bounce(("eva@kund.example",), Failure.PERMANENT, "<17@ftech.example>")


def test_a_person_s_mail_is_no_bounce() -> None:
    mail = b"From: Eva Ek <eva@kund.example>\nSubject: Mitt mejl studsar\n\nHej! Jag fick 550 5.1.1 user unknown.\n"
    assert read_bounce(parse(mail)) is None


def test_a_notice_that_names_nobody_is_a_bounce_all_the_same() -> None:
    assert notice("Your message could not be delivered.") == Bounce((), Failure.PERMANENT)
