"""The people and mails of these tests; all fictional (numbers of Skatteverket and PTS reserved for examples)."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime, timedelta

from detectors.finding import Finding, Kind, Origin
from detectors.passage import Passage
from gdpr.message import Attachment, MailAddress, MailId, Message
from gdpr.records import Authentication, FactStatus, FiledFinding, NewLetter, NewMessage, NewRequest, Outcome, Shelved
from storage.store import SqlStore, SqlTransaction

MASTER_KEY = b"0123456789abcdef0123456789abcdef"
NOON = datetime(2026, 3, 5, 12, tzinfo=UTC)
EVA, EVAS_PHONE, EVAS_NUMBER = "eva@kund.example", "+46701740605", "19121212-1212"
TEXT = "Hej! Jag heter Eva och mitt nummer är 121212-****. Ring 070-174 06 05."


@contextmanager
def broken_transaction(store: SqlStore) -> Iterator[SqlTransaction]:
    """A transaction that does all of its block and then breaks."""
    with suppress(InterruptedError), store.transaction() as tx:
        yield tx
        raise InterruptedError


def later(hours: float) -> datetime:
    """Some hours after noon."""
    return NOON + timedelta(hours=hours)


def name_of(uid: int, uidvalidity: int = 7) -> MailId:
    """The name of a mail in the support mailbox."""
    return MailId("support", "INBOX", uidvalidity, uid)


def mail(number: int = 1, sender: str = EVA, text: str = TEXT, at: datetime = NOON, outcome: Outcome = Outcome.FILED) -> NewMessage:
    """A mail as it is kept."""
    message = Message(
        subject=f"Fråga {number}",
        sender=MailAddress("Eva Ek", sender),
        to=(MailAddress("", "support@ftech.se"),),
        message_id=f"<{number}@kund.example>",
        text=text,
        passages=(Passage(text, Origin.AUTHOR),),
        attachments=(Attachment("2", "bild.png", "image/png", b"png"),),
    )
    return NewMessage(message, at, f"{number:064x}", 100, outcome, "", Authentication(True, "dkim_aligned"))


def finding(kind: Kind, value: str, start: int = 0, end: int = 10, origin: Origin = Origin.AUTHOR) -> Finding:
    """Something found in the body."""
    return Finding(kind, value, "x" * (end - start), start, end, 0.9, "label", origin)


PHONE = finding(Kind.PHONE, EVAS_PHONE, 56, 69)
NATIONAL_NUMBER = finding(Kind.NATIONAL_NUMBER, EVAS_NUMBER, 38, 49)


def filed(*findings: Finding, status: FactStatus | None = FactStatus.FILED) -> list[FiledFinding]:
    """The findings, believed that far."""
    return [FiledFinding(found, status) for found in findings]


def request(kind: str = "access", queue: str = "desk", due: date = date(2026, 4, 4)) -> NewRequest:
    """A request of the fifth of March."""
    return NewRequest(
        kind=kind,
        queue=queue,
        certain=True,
        score=0.9,
        reason="rule",
        part="body",
        start=0,
        end=4,
        received_at=NOON,
        received_day=date(2026, 3, 5),
        promise_on=date(2026, 4, 4),
        legal_on=date(2026, 4, 7),
        due_on=due,
        attention_at=later(24),
        policy_version="test",
    )


def letter(message_id: int, contact_id: int) -> NewLetter:
    """An acknowledgement that is owed."""
    return NewLetter("acknowledgement", "sv", message_id, contact_id, EVA, "draft", later(1))


def shelved(uid: int = 9, content: bytes = b"From: eva@kund.example\r\n\r\nHej") -> Shelved:
    """A mail that broke the parser."""
    return Shelved(name_of(uid), content, NOON, "parse", "ValueError in parse.py:1")


def newcomer(tx: SqlTransaction, address: str = EVA, authenticated: bool = True, name: str = "Eva Ek") -> int:
    """A provisional profile."""
    return tx.people.open_provisional(address, name, authenticated, NOON)
