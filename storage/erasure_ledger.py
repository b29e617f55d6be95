"""Who was erased, as keyed fingerprints beside the keys: after a restore the erasures are done again before anything is served.

It lies with the keys because of those only the latest copy is kept: an old backup of the data does not take it back (E7).
"""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, select

from storage.dialects import insert_missing
from storage.engine import writing
from storage.keys import Keyring
from storage.tables import contacts, erasures

_PROFILE = select(contacts.c.id, contacts.c.created_at)


def write(keyring: Keyring, connection: Connection, contact_ids: Iterable[int], at: datetime) -> None:
    """Note the erasure of these profiles; to be done before the first deletion, so that a crash cannot hide one."""
    rows = connection.execute(_PROFILE.where(contacts.c.id.in_(list(contact_ids)))).all()
    with writing(keyring.engine).begin() as ledger:
        insert_missing(ledger, erasures, [{"mark": mark_of(keyring, row.id, row.created_at), "at": at} for row in rows])


def erased(keyring: Keyring, connection: Connection) -> tuple[int, ...]:
    """The profiles of this database that were erased once: none, but after a restore or a crash."""
    with keyring.engine.connect() as ledger:
        marks = set(ledger.execute(select(erasures.c.mark)).scalars())
    if not marks:
        return ()
    return tuple(row.id for row in connection.execute(_PROFILE) if mark_of(keyring, row.id, row.created_at) in marks)


def mark_of(keyring: Keyring, contact_id: int, created_at: datetime) -> bytes:
    """The fingerprint of one profile: a number that is given anew later is another profile, with another beginning."""
    return keyring.index("erased", f"contact/{contact_id}/{created_at.isoformat(timespec='microseconds')}")
