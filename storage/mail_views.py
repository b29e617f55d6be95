"""Mails as the desk shows them; national numbers are masked here and everywhere else."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, Row, func, or_, select

from gdpr.records import Outcome
from storage.confidential import readable
from storage.paging import Listed, Page, contains
from storage.request_views import RequestView, requests_where
from storage.tables import contacts, customers, findings, ledger, messages, requests


@dataclass(frozen=True, slots=True)
class MailLine:
    """One mail in a list. A duplicate bears the number of the mail that it repeats."""

    id: int
    received_at: datetime
    outcome: Outcome
    subject: str
    sender_name: str
    sender_address: str
    contact_id: int | None
    contact_name: str
    customer_name: str
    provisional: bool
    authenticated: bool
    flags: tuple[str, ...]
    request_kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PassageView:
    """A stretch of what the sender wrote, at its place in the whole text."""

    origin: str
    part: str
    start: int
    text: str


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding, masked; `status` is None where it is not the sender's own, `sealed` where a reveal is possible."""

    id: int
    kind: str
    value: str
    part: str
    start: int
    end: int
    score: float
    reason: str
    origin: str
    status: str | None
    sealed: bool
    other_kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AttachmentView:
    """A file that came with a mail; the file itself stays in the mailbox."""

    part: str
    filename: str
    content_type: str
    size: int


@dataclass(frozen=True, slots=True)
class MailView:
    """One mail whole."""

    line: MailLine
    message_id: str
    sent_at: datetime | None
    to: tuple[str, ...]
    cc: tuple[str, ...]
    reply_to: tuple[str, ...]
    language: str
    size: int
    screening: str
    authentication: str
    passages: tuple[PassageView, ...]
    text_length: int
    attachments: tuple[AttachmentView, ...]
    findings: tuple[FindingView, ...]
    requests: tuple[RequestView, ...]


_SHOWN = messages.outerjoin(contacts, messages.c.contact_id == contacts.c.id).outerjoin(customers, contacts.c.customer_id == customers.c.id)
_ABOUT_SENDER = (contacts.c.name.label("contact_name"), contacts.c.provisional, customers.c.name.label("customer_name"))
_LINE = (
    messages.c.id,
    messages.c.received_at,
    messages.c.subject,
    messages.c.sender_name,
    messages.c.sender_address,
    messages.c.contact_id,
    messages.c.authenticated,
    messages.c.flags,
    *_ABOUT_SENDER,
)
_MAILS = Listed(select(*_LINE, messages.c.outcome).select_from(_SHOWN), messages.c.received_at, messages.c.id)
_DUPLICATES = Listed(
    select(*_LINE, ledger.c.outcome)
    .select_from(_SHOWN.join(ledger, ledger.c.message_id == messages.c.id))
    .where(ledger.c.outcome == Outcome.DUPLICATE),
    ledger.c.received_at,
    ledger.c.uid,
)


class MailViews:
    """The mails, newest first; those that ask for something in a hidden queue are left out."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def page(
        self,
        outcome: Outcome | None = None,
        sender: str = "",
        after: str | None = None,
        size: int = 50,
        hidden_queues: Collection[str] = (),
    ) -> Page[MailLine]:
        """One page; `sender` is a part of an address or a name, `after` the `next` of the page before."""
        listed = _DUPLICATES if outcome is Outcome.DUPLICATE else _MAILS
        ended = [messages.c.outcome == outcome] if outcome and outcome is not Outcome.DUPLICATE else []
        return self._page(listed, after, size, *ended, *_of_sender(sender), *visible(hidden_queues))

    def of_contact(self, contact_id: int, after: str | None = None, size: int = 20, hidden_queues: Collection[str] = ()) -> Page[MailLine]:
        """The mails of one person, newest first."""
        return self._page(_MAILS, after, size, messages.c.contact_id == contact_id, *visible(hidden_queues))

    def one(self, mail_id: int, hidden_queues: Collection[str] = ()) -> MailView | None:
        """One mail with what was found in it; None where there is none, or it is hidden."""
        query = select(messages, *_ABOUT_SENDER).select_from(_SHOWN).where(messages.c.id == mail_id, *visible(hidden_queues))
        with self._engine.connect() as connection:
            row = connection.execute(query).one_or_none()
            return None if row is None else _mail(connection, row)

    def newest(self, hidden_queues: Collection[str] = ()) -> int:
        """The number of the mail filed last, 0 before the first: a list need not be drawn again until it changes."""
        query = select(func.coalesce(func.max(messages.c.id), 0)).where(readable(messages.c.id, hidden_queues))
        with self._engine.connect() as connection:
            return int(connection.execute(query).scalar_one())

    def counts(self, hidden_queues: Collection[str] = ()) -> dict[Outcome, int]:
        """How many mails ended in each way."""
        seen = or_(ledger.c.message_id.is_(None), readable(ledger.c.message_id, hidden_queues))
        query = select(ledger.c.outcome, func.count()).where(seen).group_by(ledger.c.outcome)
        with self._engine.connect() as connection:
            found = {row[0]: row[1] for row in connection.execute(query)}
        return {outcome: found.get(outcome, 0) for outcome in Outcome}

    def _page(self, listed: Listed, after: str | None, size: int, *conditions: ColumnElement[bool]) -> Page[MailLine]:
        with self._engine.connect() as connection:
            rows = connection.execute(listed.rows(after, size, *conditions)).all()
            kinds = _request_kinds(connection, [row.id for row in rows])
        return listed.page([(row, _line(row, kinds)) for row in rows], size)


def _of_sender(text: str) -> list[ColumnElement[bool]]:
    if not text.strip():
        return []
    return [or_(contains(messages.c.sender_address, text), contains(messages.c.sender_name, text))]


def visible(hidden_queues: Collection[str]) -> list[ColumnElement[bool]]:
    """What a mail must fulfil to be seen by somebody from whom these queues are hidden."""
    return [readable(messages.c.id, hidden_queues)]


def _request_kinds(connection: Connection, mail_ids: list[int]) -> dict[int, tuple[str, ...]]:
    query = select(requests.c.message_id, requests.c.kind).where(requests.c.message_id.in_(mail_ids)).order_by(requests.c.id)
    found: dict[int, tuple[str, ...]] = {}
    for mail_id, kind in connection.execute(query):
        found[mail_id] = (*found.get(mail_id, ()), kind)
    return found


def _line(row: Row[Any], kinds: Mapping[int, tuple[str, ...]]) -> MailLine:
    return MailLine(
        id=row.id,
        received_at=row.received_at,
        outcome=Outcome(row.outcome),
        subject=row.subject,
        sender_name=row.sender_name,
        sender_address=row.sender_address,
        contact_id=row.contact_id,
        contact_name=row.contact_name or "",
        customer_name=row.customer_name or "",
        provisional=bool(row.provisional),
        authenticated=row.authenticated,
        flags=tuple(row.flags),
        request_kinds=kinds.get(row.id, ()),
    )


def _mail(connection: Connection, row: Row[Any]) -> MailView:
    asked = requests_where(connection, requests.c.message_id == row.id)
    return MailView(
        line=_line(row, {row.id: tuple(request.kind for request in asked)}),
        message_id=row.message_id,
        sent_at=row.sent_at,
        to=tuple(row.recipients["to"]),
        cc=tuple(row.recipients["cc"]),
        reply_to=tuple(row.recipients["reply_to"]),
        language=row.language,
        size=row.size,
        screening=row.screening,
        authentication=row.authentication,
        passages=tuple(PassageView(**passage) for passage in row.passages),
        text_length=row.text_length,
        attachments=tuple(AttachmentView(**attachment) for attachment in row.attachments),
        findings=_findings(connection, row.id),
        requests=asked,
    )


def _findings(connection: Connection, mail_id: int) -> tuple[FindingView, ...]:
    query = select(findings).where(findings.c.message_id == mail_id).order_by(findings.c.id)
    return tuple(_finding(row) for row in connection.execute(query))


def _finding(row: Row[Any]) -> FindingView:
    return FindingView(
        id=row.id,
        kind=row.kind,
        value=row.value,
        part=row.part,
        start=row.start,
        end=row.end,
        score=row.score,
        reason=row.reason,
        origin=row.origin,
        status=row.status,
        sealed=row.sealed is not None,
        other_kinds=tuple(other["kind"] for other in row.other_readings),
    )
