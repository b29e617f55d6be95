"""A letter as a mail: plain text and HTML, with headers by which robots know not to answer it, and its reply finds back."""

from collections.abc import Iterator
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime

from gdpr.letter_kinds import LETTER, Reader
from gdpr.letter_records import OwedLetter
from gdpr.letters import Letter
from gdpr.people import comparable_address

# No receipts and no automatic answers, but reports of what did not arrive: "All" would suppress these too (MS-OXCMAIL §2.2.3.2.14).
_NO_ANSWER = "DR, RN, NRN, OOF, AutoReply"
_REFERENCES_AT_MOST = 10


def as_mail(letter: Letter, owed: OwedLetter, now: datetime, *, sender: str, name: str) -> EmailMessage:
    """The mail to hand over: to the address in From alone, whatever the sender's Reply-To said (RFC 3834 §4).

    Raises ValueError for an address to which no mail can go.
    """
    mail = EmailMessage()
    mail["From"] = Address(name, addr_spec=sender)
    mail["To"] = _recipient(owed.recipient)
    mail["Subject"] = f"{letter.subject} [{owed.mark}]"
    mail["Date"] = format_datetime(now)
    for header, value in _headers(owed, sender):
        mail[header] = value
    mail.set_content(letter.text, cte="quoted-printable")
    mail.add_alternative(letter.html, subtype="html", cte="quoted-printable")
    return mail


def _recipient(address: str) -> Address:
    """The address with its domain in ASCII, which every mail server takes (RFC 5891). Raises ValueError where it is none."""
    local, _, domain = comparable_address(address).rpartition("@")
    if not (local and domain):
        raise ValueError("no address")
    return Address(username=local, domain=domain)


def _headers(owed: OwedLetter, sender: str) -> Iterator[tuple[str, str]]:
    yield "Message-ID", owed.mark.message_id(sender.rpartition("@")[2])
    if owed.in_reply_to and LETTER[owed.template].reader is Reader.PERSON:
        yield "In-Reply-To", owed.in_reply_to
        yield "References", " ".join((*owed.references[-_REFERENCES_AT_MOST:], owed.in_reply_to))
    if owed.is_automatic:  # what a person decided on is no automatic answer (RFC 3834 §5)
        yield "Auto-Submitted", "auto-replied" if owed.in_reply_to else "auto-generated"
    yield "X-Auto-Response-Suppress", _NO_ANSWER
