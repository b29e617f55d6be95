"""Letters that are owed."""

from datetime import datetime

from sqlalchemy import Connection, insert

from gdpr.records import NewLetter
from storage.tables import outbox

_KEPT = ("template", "language", "message_id", "contact_id", "request_id", "cause", "facts", "recipient", "state", "due_at")
_ADD = insert(outbox)


class SqlOutbox:
    """The outbox of one transaction: one letter a cause."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, letter: NewLetter, at: datetime) -> int:
        """Owe a letter; returns its id."""
        row = {name: getattr(letter, name) for name in _KEPT} | {"created_at": at, "facts": dict(letter.facts)}
        key = self._connection.execute(_ADD, row).inserted_primary_key
        return int(key[0]) if key else 0
