"""A mail through a real Dovecot, its acknowledgement through a real SMTP server, and the person's reply back to the same request."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.servers import smtp
from tests.servers.dovecot import Dovecot
from tests.servers.ombud import Ombud
from tests.servers.smtp import SmtpServer, Taken
from tests.waiting import until

HEAD = (
    "Authentication-Results: mx1.ftech.se; dkim=pass header.d=kund.example; dmarc=pass header.from=kund.example\r\n"
    "From: Eva Ek <eva@kund.example>\r\nReply-To: annan@angripare.example\r\nTo: support@ftech.se\r\n"
    "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
)


@pytest.fixture
def server() -> Iterator[SmtpServer]:
    with smtp.running() as started:
        yield started


def mail(number: int, text: str, headers: str = "") -> bytes:
    return f"{HEAD}Subject: =?utf-8?Q?Fr=C3=A5ga?=\r\nMessage-ID: <{number}@kund.example>\r\n{headers}\r\n{text}\r\n".encode()


def to_people(server: SmtpServer) -> list[Taken]:
    """What left for others than our own staff."""
    return [taken for taken in server.taken if not taken.recipients[0].endswith("@ftech.se")]


def test_a_letter_goes_out_and_its_reply_joins(tmp_path: Path, dovecot: Dovecot, server: SmtpServer) -> None:
    post = {"OMBUD_SMTP_HOST": server.host, "OMBUD_SMTP_PORT": str(server.port), "OMBUD_SMTP_TLS": "none"}
    changes = {**post, "OMBUD_AUTHSERV_ID": "mx1.ftech.se", "OMBUD_MAILBOX_MODE": "own", "OMBUD_MAIL_FROM": "support@ftech.se"}
    ombud = Ombud(tmp_path, dovecot, changes=changes)
    dovecot.deliver([mail(1, "Hej! Jag begär en kopia av alla personuppgifter som ni har om mig enligt artikel 15 i GDPR.")])
    with ombud.running("run", "--only", "ingest,jobs"):
        until(lambda: len(to_people(server)) == 1, 60)
        letter = to_people(server)[0]
        assert letter.recipients == ["eva@kund.example"], "never to Reply-To"
        assert letter.mail["In-Reply-To"] == "<1@kund.example>"
        assert letter.mail["Auto-Submitted"] == "auto-replied"
        answer = f"In-Reply-To: {letter.mail['Message-ID']}\r\n"
        dovecot.deliver([mail(2, "Jag begär fortfarande en kopia av alla personuppgifter ni har om mig.", answer)])
        until(lambda: json.loads(ombud.run("status", "--json").stdout)["mails"]["filed"] == 2, 60)
    status = json.loads(ombud.run("status", "--json").stdout)
    assert status["requests"]["open"] == 1, "the reminder keeps its clock"
    assert len(to_people(server)) == 1, "no second acknowledgement"


def test_without_a_mail_server_the_letter_waits_and_is_counted(tmp_path: Path, dovecot: Dovecot) -> None:
    ombud = Ombud(tmp_path, dovecot, changes={"OMBUD_AUTHSERV_ID": "mx1.ftech.se"})
    dovecot.deliver([mail(1, "Hej! Jag begär en kopia av alla personuppgifter som ni har om mig enligt artikel 15 i GDPR.")])
    with ombud.running("run", "--only", "ingest,jobs"):
        until(lambda: '"sends_letters": false' in ombud.log(), 60)
        until(lambda: json.loads(ombud.run("status", "--json").stdout)["outbox"]["pending"] >= 1, 60)


def test_a_letter_that_may_not_be_sent_stops_the_start(tmp_path: Path, dovecot: Dovecot) -> None:
    ombud = Ombud(tmp_path, dovecot, changes={"OMBUD_LETTERS": str(tmp_path / "nowhere")})
    stopped = ombud.run("status")
    assert stopped.returncode == 2
    assert "cannot be read: every kind of letter needs a file" in stopped.stderr
