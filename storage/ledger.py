"""One line a mail, and how far each folder has been read."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, bindparam, insert, select, update

from gdpr.message import MailId
from gdpr.records import LedgerEntry, Outcome
from storage.dialects import upsert
from storage.prepared import Prepared
from storage.tables import cursors, ledger

_IN_FOLDER = and_(
    ledger.c.mailbox == bindparam("mailbox"), ledger.c.folder == bindparam("folder"), ledger.c.uidvalidity == bindparam("uidvalidity")
)
_OUTCOME = Prepared(select(ledger.c.outcome).where(_IN_FOLDER, ledger.c.uid == bindparam("uid")))
_OUTCOMES = select(ledger.c.uid, ledger.c.outcome).where(_IN_FOLDER, ledger.c.uid.in_(bindparam("uids", expanding=True)))
_UIDS = select(ledger.c.uid).where(_IN_FOLDER)
_RECORD = Prepared(insert(ledger), tuple(ledger.c.keys()))
_AT_ONCE = 500  # UIDs in one question


class SqlLedger:
    """The mailbox ledger: the primary key allows one outcome a mail."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def outcome_of(self, mail: MailId) -> Outcome | None:
        """How this mail ended, None if it has not been seen."""
        found = _OUTCOME.value(self._connection, **_name(mail))
        return Outcome(found) if found else None

    def outcomes_of(self, mailbox: str, folder: str, uidvalidity: int, uids: Sequence[int]) -> dict[int, Outcome]:
        """The outcomes of those of the UIDs that have one."""
        found: dict[int, Outcome] = {}
        for first in range(0, len(uids), _AT_ONCE):
            asked = {"mailbox": mailbox, "folder": folder, "uidvalidity": uidvalidity, "uids": list(uids[first : first + _AT_ONCE])}
            found |= {row.uid: Outcome(row.outcome) for row in self._connection.execute(_OUTCOMES, asked)}
        return found

    def uids(self, mailbox: str, folder: str, uidvalidity: int) -> set[int]:
        """Every UID of this folder that has an outcome."""
        asked = {"mailbox": mailbox, "folder": folder, "uidvalidity": uidvalidity}
        return set(self._connection.execute(_UIDS, asked).scalars())

    def record(self, entry: LedgerEntry) -> None:
        """Write the outcome of a mail; a second one for the same mail is an error."""
        rest = {name: getattr(entry, name) for name in ("outcome", "message_id", "received_at", "recorded_at")}
        _RECORD.change(self._connection, **_name(entry.mail), **rest)

    def change_outcome(self, mail: MailId, outcome: Outcome, message_id: int | None) -> None:
        """After a quarantined mail was retried: its new, still single, outcome."""
        self._connection.execute(update(ledger).where(_is(mail)).values(outcome=outcome, message_id=message_id))

    def reopened(self) -> "ReopenedLedger":
        """The same ledger for mails that are tried again: what is recorded replaces their outcome."""
        return ReopenedLedger(self._connection)

    def cursor(self, mailbox: str, folder: str) -> tuple[int, int] | None:
        """(UIDVALIDITY, the last UID filed), None before the first mail."""
        query = select(cursors.c.uidvalidity, cursors.c.last_uid).where(cursors.c.mailbox == mailbox, cursors.c.folder == folder)
        row = self._connection.execute(query).one_or_none()
        return (row.uidvalidity, row.last_uid) if row else None

    def advance(self, mailbox: str, folder: str, uidvalidity: int, uid: int, at: datetime) -> None:
        """Move the cursor; only after the mails up to `uid` are committed."""
        place = {"mailbox": mailbox, "folder": folder}
        upsert(self._connection, cursors, place, {"uidvalidity": uidvalidity, "last_uid": uid, "moved_at": at})

    def polled(self, mailbox: str, folder: str, at: datetime, unaccounted: int) -> None:
        """Remember a successful poll, and how many UIDs of the server have no outcome."""
        seen = {"polled_at": at, "unaccounted": unaccounted}
        place = (cursors.c.mailbox == mailbox, cursors.c.folder == folder)
        if not self._connection.execute(update(cursors).where(*place).values(seen)).rowcount:
            start = {"mailbox": mailbox, "folder": folder, "uidvalidity": 0, "last_uid": 0, "moved_at": at}
            self._connection.execute(insert(cursors).values(start | seen))


class ReopenedLedger(SqlLedger):
    """Records a new outcome over the one a mail has."""

    def record(self, entry: LedgerEntry) -> None:
        """Replace the outcome of a mail."""
        self.change_outcome(entry.mail, entry.outcome, entry.message_id)


def _name(mail: MailId) -> dict[str, str | int]:
    return {"mailbox": mail.mailbox, "folder": mail.folder, "uidvalidity": mail.uidvalidity, "uid": mail.uid}


def _is(mail: MailId) -> ColumnElement[bool]:
    return and_(*(ledger.c[column] == value for column, value in _name(mail).items()))
