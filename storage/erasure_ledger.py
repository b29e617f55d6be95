"""Who was erased, as keyed fingerprints beside the keys: after a restore the erasures are done again before anything is served.

It lies with the keys because of those only the latest copy is kept: an old backup of the data does not take it back (E7).
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, select

from storage.dialects import insert_missing
from storage.engine import writing
from storage.keys import Keyring
from storage.mails import ERASED_MAIL
from storage.tables import contacts, erasures, messages

PROFILE, MAIL = "profile", "mail"
_PROFILES = select(contacts.c.id, contacts.c.created_at)


def write(keyring: Keyring, connection: Connection, contact_ids: Sequence[int], at: datetime) -> None:
    """Note the erasure of these profiles and their mails; to be done before the first deletion, so that a crash cannot hide one."""
    profiles = connection.execute(_PROFILES.where(contacts.c.id.in_(contact_ids))).all()
    digests = connection.execute(select(messages.c.digest).where(messages.c.contact_id.in_(contact_ids))).scalars()
    marks = [(PROFILE, mark_of_profile(keyring, row.id, row.created_at)) for row in profiles]
    marks += [(MAIL, mark_of_mail(keyring, digest)) for digest in digests]
    with writing(keyring.engine).begin() as ledger:
        insert_missing(ledger, erasures, [{"mark": mark, "kind": kind, "at": at} for kind, mark in marks])


def erased_profiles(keyring: Keyring, connection: Connection) -> tuple[int, ...]:
    """The profiles of this database that were erased once, with or without anything left."""
    marks = _marks(keyring, PROFILE)
    if not marks:
        return ()
    return tuple(row.id for row in connection.execute(_PROFILES) if mark_of_profile(keyring, row.id, row.created_at) in marks)


def erased_mails(keyring: Keyring) -> frozenset[bytes]:
    """The marks of all mails of erased people: one that comes again, though a restored database does not know it, is known by its mark."""
    return _marks(keyring, MAIL)


def mark_of_profile(keyring: Keyring, contact_id: int, created_at: datetime) -> bytes:
    """The fingerprint of one profile: a number that is given anew later is another profile, with another beginning."""
    return keyring.index("erased_profile", f"{contact_id}/{created_at.isoformat(timespec='microseconds')}")


def mark_of_mail(keyring: Keyring, digest: str) -> bytes:
    """The fingerprint of one mail's content."""
    return keyring.index(ERASED_MAIL, digest)


def _marks(keyring: Keyring, kind: str) -> frozenset[bytes]:
    with keyring.engine.connect() as ledger:
        return frozenset(ledger.execute(select(erasures.c.mark).where(erasures.c.kind == kind)).scalars())
