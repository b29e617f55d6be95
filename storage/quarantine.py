"""Mails that broke a step: kept whole under a key of their own, until a person retries or discards them."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, select, update

from gdpr.message import MailId, RawMail
from gdpr.records import Shelved
from storage.audit import SqlAudit
from storage.dialects import inserting
from storage.key_deletions import KeyDeletions
from storage.keys import Keyring
from storage.tables import quarantine

WAITING, RETRIED, DISCARDED = "waiting", "retried", "discarded"
_NAME = ("mailbox", "folder", "uidvalidity", "uid")


class QuarantineError(Exception):
    """A mail cannot be taken from quarantine."""


class SqlQuarantine:
    """The quarantine of one transaction."""

    def __init__(self, connection: Connection, keyring: Keyring, deletions: KeyDeletions, audit: SqlAudit) -> None:
        self._connection = connection
        self._audit = audit
        self._keyring = keyring
        self._deletions = deletions

    def shelve(self, shelved: Shelved, at: datetime) -> int:
        """Keep the mail whole, sealed under a key of its own; returns its id. A retry that broke again adds a try."""
        self._deletions.owe(self._key_of(shelved.mail))
        key_id = self._keyring.create("quarantine")
        row = {name: getattr(shelved.mail, name) for name in _NAME} | {
            "received_at": shelved.received_at,
            "step": shelved.step,
            "reason": shelved.reason,
            "key_id": key_id,
            "sealed": self._keyring.seal(key_id, shelved.content),
            "size": len(shelved.content),
            "state": WAITING,
            "shelved_at": at,
        }
        again = {name: row[name] for name in ("step", "reason", "key_id", "sealed", "state")} | {"tries": quarantine.c.tries + 1}
        statement = inserting(self._connection.dialect.name, quarantine).values(row)
        kept = statement.on_conflict_do_update(index_elements=_NAME, set_=again).returning(quarantine.c.id)
        return int(self._connection.execute(kept).scalar_one())

    def mail(self, quarantine_id: int) -> RawMail:
        """The mail as it came, to be tried again."""
        row = self._waiting(quarantine_id)
        name = MailId(row.mailbox, row.folder, row.uidvalidity, row.uid)
        return RawMail(name, self._keyring.open(row.sealed), row.received_at)

    def release(self, quarantine_id: int, actor: str, at: datetime) -> None:
        """Take a mail off the shelf to try it again; its sealed copy goes, for the mail is filed or shelved anew."""
        self._close(quarantine_id, RETRIED, actor, "", at)
        self._audit.write("quarantine:retried", f"quarantine/{quarantine_id}", actor, at)

    def discard(self, quarantine_id: int, actor: str, reason: str, at: datetime) -> None:
        """Delete the mail's copy for a reason that a person gives; that it came stays on record."""
        if not reason.strip():
            raise QuarantineError("Say why the mail is discarded.")
        self._close(quarantine_id, DISCARDED, actor, reason, at)
        self._audit.write("quarantine:discarded", f"quarantine/{quarantine_id}", actor, at)

    def _close(self, quarantine_id: int, state: str, actor: str, reason: str, at: datetime) -> None:
        self._deletions.owe(self._waiting(quarantine_id).key_id)
        decision = {"state": state, "decided_by": actor, "decided_why": reason, "decided_at": at}
        change = update(quarantine).where(quarantine.c.id == quarantine_id)
        self._connection.execute(change.values(**decision, key_id=None, sealed=None))

    def _waiting(self, quarantine_id: int) -> Row[Any]:
        query = select(quarantine).where(quarantine.c.id == quarantine_id, quarantine.c.state == WAITING)
        row = self._connection.execute(query).one_or_none()
        if row is None:
            raise QuarantineError(f"No mail waits in quarantine under number {quarantine_id}.")
        return row

    def _key_of(self, mail: MailId) -> int | None:
        name = [quarantine.c[column] == getattr(mail, column) for column in _NAME]
        return self._connection.execute(select(quarantine.c.key_id).where(*name)).scalar()
