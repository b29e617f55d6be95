"""Keys that are to be deleted: owed inside the transaction that decides it, deleted once that is committed.

A crash in between loses nothing: the debt is in the data, and is paid at the next start.
"""

from sqlalchemy import Connection, Engine, delete, select

from storage.dialects import insert_missing
from storage.engine import writing
from storage.keys import Keyring
from storage.tables import key_deletions


class KeyDeletions:
    """The deletions that one transaction decides."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.owed: list[int] = []

    def owe(self, key_id: int | None) -> None:
        """Delete this key once the transaction is committed."""
        if key_id is not None:
            insert_missing(self._connection, key_deletions, [{"key_id": key_id}])
            self.owed.append(key_id)


def pay(engine: Engine, keyring: Keyring) -> int:
    """Delete every key that is owed; returns how many."""
    with engine.connect() as connection:
        owed = connection.execute(select(key_deletions.c.key_id)).scalars().all()
    for key_id in owed:
        keyring.destroy(key_id)
        with writing(engine).begin() as connection:
            connection.execute(delete(key_deletions).where(key_deletions.c.key_id == key_id))
    return len(owed)
