"""A mail in hand: what reading it yielded, and where it is to be filed."""

from dataclasses import dataclass
from datetime import datetime

from detectors.finding import Finding
from gdpr.letter_records import Reply
from gdpr.message import Attachment, MailId, Message
from gdpr.records import Authentication, FiledFinding, Match
from gdpr.routing import RequestFound
from gdpr.screening import Screening


@dataclass(frozen=True, slots=True)
class ReadMail:
    """All that can be known of a mail without the store; the reading steps fill it in.

    `id_candidates` are the pictures that may be ID images: whether they are is read later, for that takes seconds.
    """

    message: Message
    received_at: datetime
    digest: str
    size: int
    screening: Screening = Screening()
    authentication: Authentication = Authentication(False, "not_asked")
    findings: tuple[Finding, ...] = ()
    believed: tuple[FiledFinding, ...] = ()
    requests: tuple[RequestFound, ...] = ()
    id_candidates: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True)
class Filing:
    """A read mail beside what the store knows; the filing steps fill it in."""

    id: MailId
    read: ReadMail
    duplicate_of: int | None = None
    flags: tuple[str, ...] = ()
    match: Match = Match(None)
    reply: Reply | None = None
