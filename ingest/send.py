"""Letters to the mail server that takes them: with verified TLS, a time-out on everything, and errors in two classes."""

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage

from config.settings import SmtpSettings
from gdpr.outbox_casework import NotTaken
from ingest.imap_login import trusted

TIMEOUT = 30.0  # seconds for each answer
_FOR_GOOD = 500  # from this code on the answer will not change (RFC 5321 §4.2.1)


class SmtpPost:
    """The mail server of `OMBUD_SMTP_…`; each letter is a conversation of its own."""

    def __init__(self, server: SmtpSettings, timeout: float = TIMEOUT) -> None:
        self._server = server
        self._timeout = timeout

    def send(self, mail: EmailMessage) -> None:
        """Hand a letter over; the server answers for it from then on. Raises NotTaken."""
        with _speaking(self._server.host), self._connected() as smtp:
            _hand_over(smtp, mail)

    def _connected(self) -> smtplib.SMTP:
        server = self._server
        if server.tls == "ssl":
            smtp: smtplib.SMTP = smtplib.SMTP_SSL(server.host, server.server_port, timeout=self._timeout, context=trusted(server.ca_file))
        else:
            smtp = smtplib.SMTP(server.host, server.server_port, timeout=self._timeout)
        try:
            self._enter(smtp)
        except BaseException:
            smtp.close()
            raise
        return smtp

    def _enter(self, smtp: smtplib.SMTP) -> None:
        if self._server.tls == "starttls":
            smtp.starttls(context=trusted(self._server.ca_file))
        if self._server.user:
            smtp.login(self._server.user, self._server.secret())


def _hand_over(smtp: smtplib.SMTP, mail: EmailMessage) -> None:
    try:
        smtp.send_message(mail)
    except smtplib.SMTPNotSupportedError:
        raise NotTaken("The mail server takes no address with letters outside ASCII.", permanent=True, about_letter=True) from None


@contextmanager
def _speaking(host: str) -> Iterator[None]:
    """Turn whatever breaks into NotTaken; what the server said is left out, since it quotes addresses."""
    try:
        yield
    except smtplib.SMTPRecipientsRefused as error:
        code = next(code for code, _ in error.recipients.values())
        raise _about_letter(f"{host} refused the recipient", code) from None
    except smtplib.SMTPDataError as error:
        raise _about_letter(f"{host} refused the letter", error.smtp_code) from None
    except smtplib.SMTPResponseException as error:
        raise NotTaken(f"{host} refused us ({error.smtp_code}); check OMBUD_SMTP_USER, its password and OMBUD_MAIL_FROM.") from None
    except (smtplib.SMTPNotSupportedError, ssl.SSLError):
        raise NotTaken(f"{host} does not offer what OMBUD_SMTP_TLS and OMBUD_SMTP_USER ask for, or is not trusted.") from None
    except (smtplib.SMTPException, OSError) as error:
        raise NotTaken(f"{host} cannot be spoken with ({type(error).__name__}); this may pass by itself.") from None


def _about_letter(reason: str, code: int) -> NotTaken:
    return NotTaken(f"{reason} ({code}).", permanent=code >= _FOR_GOOD, about_letter=True)
