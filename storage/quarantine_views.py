"""Quarantined mails as the desk shows them: where they broke and why, never what they say."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Engine, func, select

from gdpr.message import MailId
from storage.quarantine import WAITING
from storage.tables import quarantine


@dataclass(frozen=True, slots=True)
class QuarantineLine:
    """One mail that broke a step."""

    id: int
    mail: MailId
    received_at: datetime
    step: str
    reason: str
    size: int
    tries: int
    shelved_at: datetime


class QuarantineViews:
    """The mails that wait for a person, oldest first."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def waiting(self) -> tuple[QuarantineLine, ...]:
        """Every mail that waits."""
        return self._lines(quarantine.c.state == WAITING)

    def one(self, quarantine_id: int) -> QuarantineLine | None:
        """One mail that waits; None where none does."""
        return next(iter(self._lines(quarantine.c.id == quarantine_id, quarantine.c.state == WAITING)), None)

    def count(self) -> int:
        """How many mails wait."""
        with self._engine.connect() as connection:
            return connection.execute(select(func.count()).select_from(quarantine).where(quarantine.c.state == WAITING)).scalar_one()

    def _lines(self, *conditions: ColumnElement[bool]) -> tuple[QuarantineLine, ...]:
        query = select(quarantine).where(*conditions).order_by(quarantine.c.shelved_at, quarantine.c.id)
        with self._engine.connect() as connection:
            return tuple(_line(row) for row in connection.execute(query))


def _line(row: Any) -> QuarantineLine:
    mail = MailId(row.mailbox, row.folder, row.uidvalidity, row.uid)
    return QuarantineLine(row.id, mail, row.received_at, row.step, row.reason, row.size, row.tries, row.shelved_at)
