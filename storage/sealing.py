"""Values that are never kept in clear: sealed under the key of the person they concern, found again by fingerprint."""

from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, select, update

from detectors.finding import Kind
from storage.keys import PERSON, Keyring
from storage.prepared import Prepared
from storage.tables import contacts

SEALED_KINDS = frozenset({Kind.NATIONAL_NUMBER, Kind.SENSITIVE})

_KEY_OF = Prepared(select(contacts.c.key_id).where(contacts.c.id == bindparam("contact")))
_GIVE_KEY = update(contacts).where(contacts.c.id == bindparam("contact"), contacts.c.key_id.is_(None)).values(key_id=bindparam("key"))


@dataclass(frozen=True, slots=True)
class Secret:
    """What is kept of a value: sealed bytes and a fingerprint, both empty for a value that may be kept in clear."""

    sealed: bytes | None = None
    index: bytes = b""


class Sealing:
    """Seals values under the keys of their persons; a person gets a key when there is something to seal."""

    def __init__(self, connection: Connection, keyring: Keyring) -> None:
        self._connection = connection
        self._keyring = keyring

    def secret(self, contact_id: int, kind: str, value: str) -> Secret:
        """The value sealed, if its kind must be (dataskyddslagen 3:10; P1)."""
        if kind not in SEALED_KINDS:
            return Secret()
        return Secret(self._keyring.seal(self._key_of(contact_id), value.encode()), self.fingerprint(kind, value))

    def fingerprint(self, kind: str, value: str) -> bytes:
        """What the value is found by, without opening any."""
        return self._keyring.index(kind, value)

    def _key_of(self, contact_id: int) -> int:
        key_id = _KEY_OF.value(self._connection, contact=contact_id)
        return self._give_key(contact_id) if key_id is None else int(key_id)

    def _give_key(self, contact_id: int) -> int:
        key_id = self._keyring.create_ahead(PERSON)
        if self._connection.execute(_GIVE_KEY, {"contact": contact_id, "key": key_id}).rowcount:
            return key_id
        self._keyring.destroy(key_id)  # another transaction was first: its key is the person's
        return self._key_of(contact_id)
