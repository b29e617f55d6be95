"""Letters go to the mail server over a line that nobody else can read, and what it answers is understood."""

import socket
from email.headerregistry import Address
from email.message import EmailMessage
from pathlib import Path

import pytest
from pydantic import ValidationError

from config.settings import SmtpSettings
from gdpr.outbox_casework import NotTaken
from ingest.send import SmtpPost
from tests.servers import smtp
from tests.servers.dovecot import self_signed


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return self_signed(tmp_path_factory.mktemp("certificate"))


def mail(recipient: str = "eva@kund.example") -> EmailMessage:
    made = EmailMessage()
    local, _, domain = recipient.partition("@")
    made["From"], made["To"], made["Subject"] = "support@ftech.se", Address(username=local, domain=domain), "Hej"
    made.set_content("Hej!")
    return made


@pytest.mark.parametrize("tls", ["ssl", "starttls"])
def test_a_letter_is_handed_over_by_tls_and_password(certificate: Path, tls: str) -> None:
    with smtp.running(certificate, at_once=tls == "ssl") as server:
        SmtpPost(server.settings(tls=tls, ca_file=certificate, user=smtp.USER, password=smtp.PASSWORD)).send(mail())
        assert [(taken.recipients, taken.by_password) for taken in server.taken] == [(["eva@kund.example"], True)]


@pytest.mark.parametrize("tls", ["ssl", "starttls"])
def test_a_certificate_that_is_not_trusted_gets_no_letter(certificate: Path, tls: str) -> None:
    with smtp.running(certificate, at_once=tls == "ssl") as server:
        with pytest.raises(NotTaken, match="not trusted") as told:
            SmtpPost(server.settings(tls=tls)).send(mail())
        assert (server.taken, told.value.permanent, told.value.about_letter) == ([], False, False)


def test_a_server_without_starttls_gets_neither_letter_nor_password() -> None:
    with smtp.running() as server:
        with pytest.raises(NotTaken, match="does not offer"):
            SmtpPost(server.settings(tls="starttls", user=smtp.USER, password=smtp.PASSWORD)).send(mail())
        assert server.taken == []


def test_a_wrong_password_is_about_us_and_not_about_the_letter() -> None:
    with smtp.running() as server, pytest.raises(NotTaken, match="refused us") as told:
        SmtpPost(server.settings(user=smtp.USER, password="fel")).send(mail())
    assert not told.value.permanent
    assert not told.value.about_letter


@pytest.mark.parametrize(
    ("answers", "permanent"),
    [
        ({"to_rcpt": ["550 5.1.1 <eva@kund.example> is unknown"]}, True),
        ({"to_rcpt": ["451 4.7.1 greylisted"]}, False),
        ({"to_data": ["554 5.6.0 eva@kund.example does not want it"]}, True),
        ({"to_data": ["452 4.3.1 disk full"]}, False),
    ],
)
def test_a_refusal_is_about_the_letter_and_told_without_an_address(answers: dict[str, list[str]], permanent: bool) -> None:
    with smtp.running() as server:
        for name, told in answers.items():
            setattr(server, name, told)
        with pytest.raises(NotTaken) as refused:
            SmtpPost(server.settings()).send(mail())
    assert (refused.value.permanent, refused.value.about_letter) == (permanent, True)
    assert "kund.example" not in str(refused.value)


def test_a_server_that_is_away_may_come_back() -> None:
    with pytest.raises(NotTaken, match="may pass by itself") as told:
        SmtpPost(SmtpSettings(host="127.0.0.1", port=1, tls="none"), timeout=1).send(mail())
    assert not told.value.permanent


def test_a_server_that_says_nothing_is_not_waited_for_long() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent, pytest.raises(NotTaken, match="may pass by itself") as told:
        SmtpPost(SmtpSettings(host="127.0.0.1", port=silent.getsockname()[1], tls="none"), timeout=0.5).send(mail())
    assert not told.value.about_letter


def test_an_address_outside_ascii_is_taken_where_the_server_can() -> None:
    with smtp.running() as server:
        SmtpPost(server.settings()).send(mail("åsa@kund.example"))
        assert [taken.recipients for taken in server.taken] == [["åsa@kund.example"]]


def test_where_it_cannot_a_person_is_asked_and_no_other_letter_waits() -> None:
    with smtp.running(only_ascii=True) as server:
        with pytest.raises(NotTaken, match="outside ASCII") as told:
            SmtpPost(server.settings()).send(mail("åsa@kund.example"))
        assert (server.taken, told.value.permanent, told.value.about_letter) == ([], True, True)


def test_an_open_line_over_a_network_is_refused() -> None:
    with pytest.raises(ValidationError, match="none is refused"):
        SmtpSettings(host="smtp.example.se", tls="none")
