"""Connect to an IMAP server and be let in, with verified TLS, a time-out on everything and nothing in the log."""

import logging
import ssl
from contextlib import suppress
from imaplib import IMAP4
from pathlib import Path
from typing import Any

from imapclient import IMAPClient, SocketTimeout
from imapclient.exceptions import CapabilityError

from config.mailboxes import MailboxSettings
from ingest.imap_errors import passes_by_itself, speaking_with

logging.getLogger("imapclient").setLevel(logging.WARNING)  # at DEBUG the library writes whole mails to the log

DEFAULT_TIMEOUT = SocketTimeout(connect=15, read=60)


def log_in(account: MailboxSettings, timeout: SocketTimeout = DEFAULT_TIMEOUT) -> IMAPClient:
    """A connection that is let in. Raises MailboxUnavailable or MailboxRefused."""
    with speaking_with(account):
        client = _connect(account, timeout)
        try:
            if account.tls == "starttls":
                client.starttls(trusted(account.ca_file))
            _authenticate(client, account)
        except BaseException:
            hang_up(client)
            raise
        return client


def open_folder(client: IMAPClient, folder: str, *, readonly: bool) -> dict[bytes, Any] | None:
    """The server's answer to SELECT, or EXAMINE if `readonly`; None where it does not let us open the folder."""
    try:
        return dict(client.select_folder(folder, readonly=readonly))
    except IMAP4.error as error:
        if isinstance(error, IMAP4.abort) or passes_by_itself(error):
            raise
        return None


def take_leave(client: IMAPClient, *, politely: bool) -> None:
    """Log out where all is well; hang up in any case."""
    if politely:
        with suppress(OSError, IMAP4.error):
            client.logout()
    hang_up(client)


def hang_up(client: IMAPClient) -> None:
    """Close the connection whatever state it is in."""
    with suppress(OSError, IMAP4.error):
        client.shutdown()


def trusted(ca_file: Path | None) -> ssl.SSLContext:
    """What is believed about a server: the system's authorities, or the given one alone."""
    return ssl.create_default_context(cafile=str(ca_file) if ca_file else None)


def _connect(account: MailboxSettings, timeout: SocketTimeout) -> IMAPClient:
    direct = account.tls == "ssl"
    context = trusted(account.ca_file) if direct else None
    client = IMAPClient(account.host, account.server_port, ssl=direct, ssl_context=context, timeout=timeout)
    client._imap.debug = 0  # the constructor sets 5: every body would be formatted for the log, at five times the cost
    client.normalise_times = False  # else INTERNALDATE loses its zone
    return client


def _authenticate(client: IMAPClient, account: MailboxSettings) -> None:
    secret = account.secret()
    if account.auth == "xoauth2":
        if not client.has_capability("AUTH=XOAUTH2"):
            raise CapabilityError("XOAUTH2")
        client.oauth2_login(account.user, secret)
    elif (account.user + secret).isascii():
        client.login(account.user, secret)
    else:
        client.plain_login(account.user, secret)  # LOGIN carries ASCII only
