"""A mail on its way in: as bytes from the mailbox, and parsed."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from detectors.finding import OWN_ORIGINS, Origin
from detectors.passage import Passage


@dataclass(frozen=True, slots=True)
class MailId:
    """The name of one mail: UID is unique only within (mailbox, folder, UIDVALIDITY) (RFC 3501)."""

    mailbox: str
    folder: str
    uidvalidity: int
    uid: int


@dataclass(frozen=True, slots=True)
class RawMail:
    """A mail as the server holds it; `received_at` is INTERNALDATE in UTC (D1), never the sender's Date."""

    id: MailId
    content: bytes
    received_at: datetime


@dataclass(frozen=True, slots=True)
class MailAddress:
    """A display name and an address as they stand in a header; the address is in lower case."""

    name: str
    address: str

    @property
    def domain(self) -> str:
        """The part after the last @, "" where there is none."""
        return self.address.rpartition("@")[2]


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file in a mail; `part` is its IMAP part number, `filename` is safe to use as a name of a file.

    `left_out` octets of the content are not at hand, where only what is kept of a mail is passed on.
    """

    part: str
    filename: str
    content_type: str
    content: bytes
    inline: bool = False
    content_id: str = ""
    left_out: int = 0

    @property
    def size(self) -> int:
        """Length of the decoded content in bytes."""
        return len(self.content) + self.left_out

    def without_content(self) -> "Attachment":
        """The same, as it is listed."""
        return replace(self, content=b"", left_out=self.size)


@dataclass(frozen=True, slots=True)
class Message:
    """A parsed mail.

    `text` is the whole body as text. `passages` cut it by who wrote what, in order and without overlap,
    each with its offset in `text`; what a cut leaves out is separators. `sent_at` is the sender's Date
    header, untrusted. `headers` maps lower-case names to their values, topmost first.
    """

    subject: str = ""
    sender: MailAddress | None = None
    to: tuple[MailAddress, ...] = ()
    cc: tuple[MailAddress, ...] = ()
    reply_to: tuple[MailAddress, ...] = ()
    sent_at: datetime | None = None
    message_id: str = ""
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    text: str = ""
    html: str = ""
    passages: tuple[Passage, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    headers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    language: str = "sv"
    defects: tuple[str, ...] = ()

    def header(self, name: str) -> str:
        """The topmost value of a header, "" where there is none."""
        return next(iter(self.headers.get(name.lower(), ())), "")

    def written_by(self, *origins: Origin) -> str:
        """The passages of these origins, joined by a blank line."""
        return "\n\n".join(p.text for p in self.passages if p.origin in origins)

    @property
    def own_text(self) -> str:
        """What the author wrote this time, the signature left out."""
        return self.written_by(Origin.AUTHOR)

    @property
    def new_text(self) -> tuple[Passage, ...]:
        """The subject and all that the sender wrote this time, signature included: what rules may read."""
        subject = Passage(self.subject, Origin.AUTHOR, "subject", 0, self.language)
        return (subject, *(p for p in self.passages if p.origin in OWN_ORIGINS))
