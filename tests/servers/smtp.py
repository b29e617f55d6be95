"""A real SMTP server of the tests' own, on loopback: what it takes can be read, and what it answers can be told."""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from config.settings import SmtpSettings
from tests.servers.dovecot import free_port

USER, PASSWORD = "ombud", "hemligt"
OK = "250 OK"


@dataclass(slots=True)
class Taken:
    """One mail that the server took, and whom it was for."""

    mail: EmailMessage
    sender: str
    recipients: list[str]
    by_password: bool


@dataclass(slots=True)
class SmtpServer:
    """The server; `to_rcpt` and `to_data` are its next answers, each used once, and then it says yes."""

    host: str = "127.0.0.1"
    port: int = 0
    taken: list[Taken] = field(default_factory=list)
    to_rcpt: list[str] = field(default_factory=list)
    to_data: list[str] = field(default_factory=list)

    async def handle_RCPT(self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]) -> str:  # noqa: N802
        """Take the recipient, or answer what was told."""
        answer = self.to_rcpt.pop(0) if self.to_rcpt else OK
        if answer == OK:
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        """Take the mail, or answer what was told."""
        answer = self.to_data.pop(0) if self.to_data else OK
        if answer == OK:
            content = envelope.content
            assert isinstance(content, bytes)
            parsed = message_from_bytes(content, policy=policy.default)
            assert isinstance(parsed, EmailMessage)
            self.taken.append(Taken(parsed, envelope.mail_from or "", list(envelope.rcpt_tos), bool(session.authenticated)))
        return answer

    def settings(self, **changes: Any) -> SmtpSettings:
        """How to reach it."""
        return SmtpSettings.model_validate({"host": self.host, "port": self.port, "tls": "none"} | changes)


def _knows(server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any) -> AuthResult:
    known = isinstance(data, LoginPassword) and (data.login, data.password) == (USER.encode(), PASSWORD.encode())
    return AuthResult(success=known, handled=False)


@contextmanager
def running(certificate: Path | None = None, *, at_once: bool = False, only_ascii: bool = False) -> Iterator[SmtpServer]:
    """A server while the block lasts; with a certificate it offers STARTTLS, or speaks TLS `at_once`."""
    server = SmtpServer(port=free_port())
    context = _context(certificate) if certificate else None
    options: dict[str, Any] = {"authenticator": _knows, "auth_require_tls": False, "enable_SMTPUTF8": not only_ascii}
    if at_once:
        controller = Controller(server, server.host, server.port, ssl_context=context, **options)
    else:
        controller = Controller(server, server.host, server.port, tls_context=context, **options)
    controller.start()
    try:
        yield server
    finally:
        controller.stop()


def _context(certificate: Path) -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, certificate.with_suffix(".key"))
    return context
