"""The Sent folder of a mailbox of our own: where people look for what was answered."""

from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage

from imapclient import IMAPClient

from config.mailboxes import MailboxSettings
from ingest.imap_errors import speaking_with
from ingest.imap_login import hang_up, log_in

_SENT = rb"\Sent"
_SEEN = rb"\Seen"
# Servers that do not mark the folder for sent mails (RFC 6154) name it like this; the first is made where there is none.
_NAMES = ("Sent", "Sent Items", "Sent Messages", "Skickat", "Skickade objekt")


@dataclass(frozen=True, slots=True)
class SentFolder:
    """The Sent folder of an account that we may change."""

    account: MailboxSettings

    def keep(self, mail: EmailMessage, sent_at: datetime) -> None:
        """Put a copy there, read, unless one lies there. Raises MailboxUnavailable or MailboxRefused."""
        with speaking_with(self.account):
            client = log_in(self.account)
            try:
                name = _folder(client)
                client.select_folder(name, readonly=True)
                if not client.search(["HEADER", "Message-ID", mail["Message-ID"]]):
                    client.append(name, mail.as_bytes(), (_SEEN,), sent_at)
                client.logout()
            finally:
                hang_up(client)


def _folder(client: IMAPClient) -> str:
    listed = client.list_folders()
    marked = [name for flags, _, name in listed if _SENT.lower() in {flag.lower() for flag in flags}]
    called = [name for name in _NAMES if name in {name for _, _, name in listed}]
    for name in (*marked, *called):
        return str(name)
    client.create_folder(_NAMES[0])
    return _NAMES[0]
