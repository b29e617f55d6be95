"""A sealed value in clear, for one person's eyes, and on record in the same transaction (P1, B3)."""

from datetime import datetime

from sqlalchemy import Connection, Table, select

from gdpr.people import RevealPurpose
from storage.audit import SqlAudit
from storage.keys import Keyring
from storage.tables import facts, findings


class NothingSealedError(Exception):
    """There is no sealed value under this number."""


class Reveals:
    """Opens sealed values, each time with an audit entry."""

    def __init__(self, connection: Connection, keyring: Keyring, audit: SqlAudit) -> None:
        self._connection = connection
        self._keyring = keyring
        self._audit = audit

    def finding(self, finding_id: int, actor: str, purpose: RevealPurpose, at: datetime) -> str:
        """The value of a finding (B3)."""
        return self._reveal(findings, "finding", finding_id, actor, purpose, at)

    def fact(self, fact_id: int, actor: str, purpose: RevealPurpose, at: datetime) -> str:
        """The value of a fact on a profile (B3)."""
        return self._reveal(facts, "fact", fact_id, actor, purpose, at)

    def _reveal(self, table: Table, word: str, number: int, actor: str, purpose: RevealPurpose, at: datetime) -> str:
        row = self._connection.execute(select(table.c.sealed, table.c.contact_id).where(table.c.id == number)).one_or_none()
        if row is None or row.sealed is None:
            raise NothingSealedError(f"Nothing is sealed under {word} {number}.")
        value = self._keyring.open(row.sealed).decode()
        self._audit.write(f"{word}:revealed", f"{word}/{number}", actor, at, purpose=purpose, contact=row.contact_id)
        return value
