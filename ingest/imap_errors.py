"""What can go wrong with a mailbox, in two classes: what passes by itself, and what a person must mend."""

import re
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from imaplib import IMAP4

from imapclient.exceptions import CapabilityError, LoginError

from config.mailboxes import MailboxSettings


class MailboxUnavailable(Exception):
    """The mailbox cannot be read now; trying again later may help."""


class MailboxRefused(Exception):
    """The server will not let us in as things are; a person must change something."""


TEMPORARY_CODES = frozenset({"UNAVAILABLE", "INUSE", "LIMIT", "SERVERBUG"})

# In order: the first class that fits names the error. What the server said is left out, since it may quote an address.
SENTENCES: tuple[tuple[type[Exception], type[Exception], str], ...] = (
    (
        ssl.SSLCertVerificationError,
        MailboxRefused,
        "Mailbox {name}: the certificate of {host} is not trusted; check the host name, or name the file of its CA in OMBUD_IMAP_CA_FILE.",
    ),
    (ssl.SSLError, MailboxUnavailable, "Mailbox {name}: {host}:{port} does not speak TLS; if this lasts, check port and OMBUD_IMAP_TLS."),
    (TimeoutError, MailboxUnavailable, "Mailbox {name}: {host}:{port} did not answer in time; this may pass by itself."),
    (OSError, MailboxUnavailable, "Mailbox {name}: {host}:{port} cannot be reached; this may pass by itself, else check host and port."),
    (CapabilityError, MailboxRefused, "Mailbox {name}: {host} does not offer what OMBUD_IMAP_TLS or OMBUD_IMAP_AUTH asks for; change it."),
    (LoginError, MailboxRefused, "Mailbox {name}: {host} refused the login; check user and password (or token)."),
    (IMAP4.readonly, MailboxRefused, "Mailbox {name}: the folder may only be read; set OMBUD_MAILBOX_MODE to observe."),
    (IMAP4.abort, MailboxUnavailable, "Mailbox {name}: the connection to {host} was lost; this may pass by itself."),
    (IMAP4.error, MailboxUnavailable, "Mailbox {name}: {host} could not do what was asked; this may pass by itself."),
)


@contextmanager
def speaking_with(account: MailboxSettings) -> Iterator[None]:
    """Turn whatever breaks in a conversation with the server into one of the two errors."""
    try:
        yield
    except (OSError, IMAP4.error) as error:
        raise translated(error, account) from error


def translated(error: Exception, account: MailboxSettings) -> Exception:
    """The error in our words."""
    told = error.__context__ if isinstance(error, LoginError) and isinstance(error.__context__, IMAP4.abort) else error
    if passes_by_itself(told):
        return MailboxUnavailable(f"Mailbox {account.name}: {account.host} is busy or being mended; this may pass by itself.")
    for kind, ours, sentence in SENTENCES:
        if isinstance(told, kind):
            return ours(sentence.format(name=account.name, host=account.host, port=account.server_port))
    return MailboxUnavailable(f"Mailbox {account.name}: the conversation with {account.host} broke; this may pass by itself.")


def passes_by_itself(error: BaseException) -> bool:
    """Whether the server's answer bears a code that speaks of its own trouble, not of ours (RFC 5530 §3)."""
    code = re.search(r"\[([A-Z-]+)", str(error)) if isinstance(error, IMAP4.error) else None
    return bool(code and code[1] in TEMPORARY_CODES)
