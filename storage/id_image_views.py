"""ID images as the desk shows them before one is opened: where they came from and what they are for, never what they show."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Engine, Row, func, select

from gdpr.id_image_records import ImageState
from storage.id_image_tables import id_images, mailbox_copies
from storage.id_images import HELD, is_over
from storage.mail_views import visible
from storage.tables import contacts, messages, requests


@dataclass(frozen=True, slots=True)
class IdImageLine:
    """One image that is held; no request where nobody asked for it."""

    id: int
    message_id: int
    received_at: datetime
    state: ImageState
    verdict: str
    document: str
    delete_after: datetime | None
    sender_address: str
    contact_id: int
    contact_name: str
    request_id: int | None
    request_kind: str


@dataclass(frozen=True, slots=True)
class IdNote:
    """What stays of an image: the note of the check (law.md I3)."""

    id: int
    document: str
    end: str
    reasons: tuple[str, ...]
    matched: tuple[str, ...]
    despite: tuple[str, ...]
    decided_by: str
    decided_at: datetime
    deleted_at: datetime | None


@dataclass(frozen=True, slots=True)
class CopyLine:
    """A mail in the mailbox that still holds a deleted image: a person must delete it there, or we do."""

    message_id: int
    mailbox: str
    owed_at: datetime
    checked_at: datetime | None
    found: int | None
    reminders: int


@dataclass(frozen=True, slots=True)
class IdImageCounts:
    """How many images are held, since when the oldest is, how many longer than their rule allows, and copies still in mailboxes."""

    held: int
    oldest_at: datetime | None
    overdue: int
    copies: int

    def oldest_hours(self, now: datetime) -> float:
        """How long the oldest has been held, in hours."""
        return round((now - self.oldest_at).total_seconds() / 3600, 1) if self.oldest_at else 0.0


_IS_HELD = id_images.c.state.in_(HELD)
_ASKED = requests.alias()  # so that the question which mails are hidden has `requests` to itself
_SHOWN = (
    id_images.join(messages, id_images.c.message_id == messages.c.id)
    .join(contacts, messages.c.contact_id == contacts.c.id)
    .outerjoin(_ASKED, id_images.c.request_id == _ASKED.c.id)
)
_LINE = select(
    id_images,
    messages.c.sender_address,
    contacts.c.id.label("contact_id"),
    contacts.c.name.label("contact_name"),
    _ASKED.c.kind.label("request_kind"),
).select_from(_SHOWN)


class IdImageViews:
    """The images that are held, the one that came first on top, and the notes of those that were."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def held(self, hidden_queues: Collection[str] = ()) -> tuple[IdImageLine, ...]:
        """Every image that is held."""
        return self._lines(_IS_HELD, *visible(hidden_queues))

    def one(self, image_id: int, hidden_queues: Collection[str] = ()) -> IdImageLine | None:
        """One image that is held; None where there is none, or its mail is hidden."""
        return next(iter(self._lines(_IS_HELD, id_images.c.id == image_id, *visible(hidden_queues))), None)

    def notes(self, request_id: int) -> tuple[IdNote, ...]:
        """What stays of the images of a request, in their order."""
        ended = select(id_images).where(id_images.c.request_id == request_id, id_images.c.end.is_not(None))
        with self._engine.connect() as connection:
            return tuple(_note(row) for row in connection.execute(ended.order_by(id_images.c.decided_at, id_images.c.id)))

    def copies(self) -> tuple[CopyLine, ...]:
        """Mails in the mailbox that must lose an image, the one that is owed longest on top."""
        query = select(mailbox_copies).where(mailbox_copies.c.gone_at.is_(None)).order_by(mailbox_copies.c.owed_at, mailbox_copies.c.id)
        with self._engine.connect() as connection:
            return tuple(
                CopyLine(row.message_id, row.mailbox, row.owed_at, row.checked_at, row.found, row.reminders)
                for row in connection.execute(query)
            )

    def counts(self, now: datetime) -> IdImageCounts:
        """How many images are held, for `ombud status` and for alarms."""
        copies = select(func.count()).select_from(mailbox_copies).where(mailbox_copies.c.gone_at.is_(None))
        with self._engine.connect() as connection:
            held, oldest_at = connection.execute(select(func.count(), func.min(id_images.c.kept_at)).where(_IS_HELD)).one()
            overdue = connection.execute(select(func.count()).select_from(id_images).where(is_over(now))).scalar_one()
            return IdImageCounts(held, oldest_at, overdue, connection.execute(copies).scalar_one())

    def _lines(self, *conditions: ColumnElement[bool]) -> tuple[IdImageLine, ...]:
        with self._engine.connect() as connection:
            return tuple(_line(row) for row in connection.execute(_LINE.where(*conditions).order_by(id_images.c.id)))


def _line(row: Row[Any]) -> IdImageLine:
    return IdImageLine(
        id=row.id,
        message_id=row.message_id,
        received_at=row.received_at,
        state=ImageState(row.state),
        verdict=row.verdict or "",
        document=row.document or "",
        delete_after=row.delete_after,
        sender_address=row.sender_address,
        contact_id=row.contact_id,
        contact_name=row.contact_name,
        request_id=row.request_id,
        request_kind=row.request_kind or "",
    )


def _note(row: Row[Any]) -> IdNote:
    return IdNote(
        id=row.id,
        document=row.document or "",
        end=row.end,
        reasons=tuple(reason for reason in row.end_reason.split(",") if reason),
        matched=tuple(row.matched or ()),
        despite=tuple(row.despite or ()),
        decided_by=row.decided_by,
        decided_at=row.decided_at,
        deleted_at=row.deleted_at,
    )
