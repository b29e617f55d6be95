"""Envelope encryption: a key of its own for each person and object, wrapped by the master key, gone when deleted.

Keys live in a database of their own, so that a backup of the data holds none: deleting a key there makes what it
sealed unreadable in every old backup too (docs/decisions/0004-keys-apart-from-data.md).
"""

import hashlib
import hmac
import secrets
from contextlib import closing, suppress
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlalchemy import Engine, bindparam, delete, insert, select, text, update
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from gdpr.store import StoreUnavailable
from storage.engine import is_sqlite, writing
from storage.prepared import Prepared
from storage.tables import keys

MASTER_KEY_BYTES = 32
_NONCE_BYTES = 12
_ID_BYTES = 8
_VERSION = b"\x01"
INDEX = "index"
PERSON = "person"
_AT_ONCE = 16  # keys of persons
_ROTATED = "OMBUD_MASTER_KEY does not open the stored keys: set it to the one they were made with, and start again."
_KEY = Prepared(select(keys.c.purpose, keys.c.wrapped).where(keys.c.id == bindparam("id")))
_OTHER_MASTER = select(keys.c.id).where(keys.c.purpose == INDEX, keys.c.master_id != bindparam("master_id"))


class KeyGoneError(Exception):
    """The key of a sealed value was deleted: nobody can read the value again."""


class MasterKeyError(StoreUnavailable):
    """The keys were wrapped by another master key: set OMBUD_MASTER_KEY to that one, or finish the rotation."""


class MasterKey:
    """The operator's secret, from which what wraps the data keys is derived (RFC 5869)."""

    def __init__(self, secret: bytes) -> None:
        if len(secret) != MASTER_KEY_BYTES:
            raise ValueError(f"a master key has {MASTER_KEY_BYTES} bytes: make one with `ombud key`")
        self.id = _derived(secret, b"ombud master key id")[:8].hex()
        self._wrapper = AESGCM(_derived(secret, b"ombud key wrapping"))

    def wrap(self, key_id: int, purpose: str, data_key: bytes) -> bytes:
        """The data key sealed, bound to its id and purpose."""
        return _encrypt(self._wrapper, data_key, _binding(key_id, purpose))

    def unwrap(self, key_id: int, purpose: str, wrapped: bytes) -> bytes:
        """The data key again."""
        try:
            return _decrypt(self._wrapper, wrapped, _binding(key_id, purpose))
        except InvalidTag as error:
            raise MasterKeyError(_ROTATED) from error


class Keyring:
    """Makes, uses and deletes data keys; the index key finds a sealed value again without opening any."""

    def __init__(self, engine: Engine, master_key: bytes) -> None:
        self._engine = engine
        self._master = MasterKey(master_key)
        self._spare: dict[str, list[int]] = {}  # by purpose: keys of persons and images to come
        self._index_key = self._load_index_key()

    def create(self, purpose: str) -> int:
        """A new key, kept before anything is sealed with it, so that no sealed value ever lacks its key; returns its id."""
        return self._create(purpose, 1)[0]

    def create_ahead(self, purpose: str) -> int:
        """The same for persons and images, of which many come at once: several keys are made in one wait for the disk."""
        spare = self._spare.setdefault(purpose, [])
        try:
            return spare.pop()
        except IndexError:
            first, *more = self._create(purpose, _AT_ONCE)
        spare += more
        return first

    def _create(self, purpose: str, count: int) -> list[int]:
        rows = [self._new_row(purpose) for _ in range(count)]
        with writing(self._engine).begin() as connection:
            connection.execute(insert(keys), rows)
            # Asked last: the insert waits for a rotation that is under way.
            if connection.execute(_OTHER_MASTER, {"master_id": self._master.id}).first():
                raise MasterKeyError(_ROTATED)
        return [row["id"] for row in rows]

    def _new_row(self, purpose: str) -> dict[str, Any]:
        key_id = secrets.randbits(62)
        wrapped = self._master.wrap(key_id, purpose, AESGCM.generate_key(256))
        return {"id": key_id, "purpose": purpose, "wrapped": wrapped, "master_id": self._master.id}

    def seal(self, key_id: int, content: bytes, about: bytes = b"") -> bytes:
        """The content under this key; the sealed bytes name their key, and open only for what they are `about`."""
        purpose, data_key = self._data_key(key_id)
        head = _VERSION + key_id.to_bytes(_ID_BYTES)
        return head + _encrypt(AESGCM(data_key), content, _binding(key_id, purpose) + about)

    def open(self, sealed: bytes, about: bytes = b"") -> bytes:
        """What was sealed; KeyGoneError once its key was deleted."""
        key_id = int.from_bytes(sealed[1 : 1 + _ID_BYTES])
        purpose, data_key = self._data_key(key_id)
        return _decrypt(AESGCM(data_key), sealed[1 + _ID_BYTES :], _binding(key_id, purpose) + about)

    @property
    def engine(self) -> Engine:
        """The database of the keys, where what no old backup may take back is kept too."""
        return self._engine

    def destroy(self, key_id: int) -> None:
        """Delete a key, and with it every copy of what it sealed, wherever that copy lies (E6, E7)."""
        with writing(self._engine).begin() as connection:
            connection.execute(delete(keys).where(keys.c.id == key_id))
        if is_sqlite(self._engine):  # the write-ahead log still holds the page that held the key
            with closing(self._engine.raw_connection()) as driver:
                driver.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def index(self, kind: str, value: str) -> bytes:
        """A keyed fingerprint: equal for equal values, and of no use without the index key."""
        return hmac.digest(self._index_key, f"{kind}\0{value}".encode(), hashlib.sha256)

    def close(self) -> None:
        """Delete the keys that were made and not needed, and give back every connection."""
        self.forget_spare()
        self._engine.dispose()

    def forget_spare(self) -> None:
        """Delete the keys that were made ahead and not needed."""
        if spare := [key_id for some in self._spare.values() for key_id in some]:
            with suppress(SQLAlchemyError), writing(self._engine).begin() as connection:
                connection.execute(delete(keys).where(keys.c.id.in_(spare)))
            self._spare.clear()

    def _data_key(self, key_id: int) -> tuple[str, bytes]:
        with self._engine.connect() as connection:
            rows = _KEY.rows(connection, id=key_id)
        if not rows:
            raise KeyGoneError("The key was deleted, so the value cannot be read any more.")
        purpose, wrapped = rows[0]
        return purpose, self._master.unwrap(key_id, purpose, wrapped)

    def _load_index_key(self) -> bytes:
        query = select(keys.c.id).where(keys.c.purpose == INDEX)
        with self._engine.connect() as connection:
            key_id = connection.execute(query).scalar_one_or_none()
        if key_id is None:
            try:
                key_id = self.create(INDEX)
            except IntegrityError:  # another process was first
                return self._load_index_key()
        return self._data_key(key_id)[1]


def rotate(engine: Engine, old: bytes, new: bytes) -> int:
    """Wrap every key by the new master key instead of the old, all or none; returns how many."""
    before, after = MasterKey(old), MasterKey(new)
    with writing(engine).begin() as connection:
        if not is_sqlite(connection):
            connection.execute(text("LOCK TABLE keys IN EXCLUSIVE MODE"))
        rows = connection.execute(select(keys)).all()
        for row in rows:
            wrapped = after.wrap(row.id, row.purpose, before.unwrap(row.id, row.purpose, row.wrapped))
            connection.execute(update(keys).where(keys.c.id == row.id).values(wrapped=wrapped, master_id=after.id))
    return len(rows)


def _derived(secret: bytes, purpose: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=purpose).derive(secret)


def _binding(key_id: int, purpose: str) -> bytes:
    return b"ombud|%d|%s" % (key_id, purpose.encode())


def _encrypt(cipher: AESGCM, content: bytes, binding: bytes) -> bytes:
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + cipher.encrypt(nonce, content, binding)


def _decrypt(cipher: AESGCM, sealed: bytes, binding: bytes) -> bytes:
    return cipher.decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], binding)
