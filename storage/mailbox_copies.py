"""Copies in the mailbox of mails whose ID image was deleted here: owed to be gone, looked for, and once gone, done."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, select, update

from storage.audit import SqlAudit
from storage.dialects import insert_missing, upsert
from storage.id_image_tables import id_images, mailbox_copies, redacted_mails
from storage.id_images import must_leave
from storage.tables import ledger, messages


@dataclass(frozen=True, slots=True)
class CopyToRemove:
    """A mail of which no copy in the mailbox may keep these parts; `digests` are those of its copies, with and without them."""

    id: int
    message_id: int
    header: str
    size: int
    parts: tuple[str, ...]
    digests: frozenset[str]
    reminders: int
    owed_at: datetime


class SqlMailboxCopies:
    """The copies of one transaction."""

    def __init__(self, connection: Connection, audit: SqlAudit) -> None:
        self._connection = connection
        self._audit = audit

    def owe(self, message_id: int, at: datetime) -> None:
        """Have every copy of the mail looked for, in each mailbox that it came by."""
        came_by = select(ledger.c.mailbox).where(ledger.c.message_id == message_id).distinct()
        for mailbox in self._connection.execute(came_by).scalars().all():
            owed = {"owed_at": at, "next_at": at, "found": None, "checked_at": None, "reminders": 0, "gone_at": None}
            upsert(self._connection, mailbox_copies, {"message_id": message_id, "mailbox": mailbox}, owed)
            self._audit.write("mailbox_copy:owed", f"mail/{message_id}", "system", at)

    def due(self, mailbox: str, at: datetime) -> tuple[CopyToRemove, ...]:
        """What is to be looked for in this mailbox by now."""
        waiting = (mailbox_copies.c.mailbox == mailbox, mailbox_copies.c.next_at <= at)
        query = select(mailbox_copies, messages.c.digest, messages.c.message_id.label("header"), messages.c.size)
        joined = query.join(messages, mailbox_copies.c.message_id == messages.c.id)
        return tuple(self._copy(row) for row in self._connection.execute(joined.where(*waiting).order_by(mailbox_copies.c.id)).all())

    def mailboxes_due(self, at: datetime) -> frozenset[str]:
        """The mailboxes in which something is to be looked for by now."""
        return frozenset(self._connection.execute(select(mailbox_copies.c.mailbox).where(mailbox_copies.c.next_at <= at)).scalars())

    def is_tombstone(self, digest: str) -> int | None:
        """The mail whose redacted copy has this digest, None if it is no such copy."""
        return self._connection.execute(select(redacted_mails.c.message_id).where(redacted_mails.c.digest == digest)).scalar()

    def bury(self, message_id: int, digest: str) -> None:
        """Remember the digest of a redacted copy before it is put into the mailbox, so that it is known when it is read."""
        insert_missing(self._connection, redacted_mails, [{"digest": digest, "message_id": message_id}])

    def still_there(self, copy: CopyToRemove, found: int, at: datetime, next_at: datetime, *, remind: bool) -> None:
        """Note that a person must delete what was found, and when to look again."""
        noted = self._note(copy, found=found, checked_at=at, next_at=next_at, reminders=copy.reminders + remind)
        if noted and remind:
            self._audit.write("mailbox_copy:reminded", f"mail/{copy.message_id}", "system", at, found=found)

    def postpone(self, copy: CopyToRemove, next_at: datetime) -> None:
        """Look again later, for the mailbox could not be searched now."""
        self._note(copy, next_at=next_at)

    def gone(self, copy: CopyToRemove, at: datetime) -> bool:
        """Note that the mailbox was searched and holds no copy with the image any more; False where more is owed since."""
        noted = self._note(copy, found=0, checked_at=at, gone_at=at, next_at=None)
        if noted:
            self._audit.write("mailbox_copy:gone", f"mail/{copy.message_id}", "system", at)
        return noted

    def _note(self, copy: CopyToRemove, **values: object) -> bool:
        """Write down how a search ended, unless the mail was owed anew while it went on: then it is searched again."""
        as_searched = (mailbox_copies.c.id == copy.id, mailbox_copies.c.owed_at == copy.owed_at)
        return self._connection.execute(update(mailbox_copies).where(*as_searched).values(values)).rowcount == 1

    def _copy(self, row: Row[Any]) -> CopyToRemove:
        parts = select(id_images.c.part).where(id_images.c.message_id == row.message_id, must_leave())
        digests = select(redacted_mails.c.digest).where(redacted_mails.c.message_id == row.message_id)
        return CopyToRemove(
            id=row.id,
            message_id=row.message_id,
            header=row.header,
            size=row.size,
            parts=tuple(sorted(self._connection.execute(parts).scalars())),
            digests=frozenset({row.digest, *self._connection.execute(digests).scalars()}),
            reminders=row.reminders,
            owed_at=row.owed_at,
        )
