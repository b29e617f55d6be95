"""Letters that are owed."""

from dataclasses import fields
from datetime import datetime

from sqlalchemy import Connection, insert

from gdpr.records import NewLetter
from storage.tables import outbox

_FIELDS = tuple(field.name for field in fields(NewLetter))
_ADD = insert(outbox)


class SqlOutbox:
    """The outbox of one transaction: one letter of a kind a mail."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, letter: NewLetter, at: datetime) -> int:
        """Owe a letter; returns its id."""
        row = {name: getattr(letter, name) for name in _FIELDS} | {"created_at": at}
        key = self._connection.execute(_ADD, row).inserted_primary_key
        return int(key[0]) if key else 0
