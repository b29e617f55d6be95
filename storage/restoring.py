"""What must be set right after a backup was put back, before anything is served."""

from datetime import datetime

from sqlalchemy import Connection, Engine, Table, select, update

from gdpr.id_image_records import ImageEnd, ImageState
from storage.engine import writing
from storage.erasure import erase_again
from storage.forgetting import expire_quarantined, some_at_once
from storage.id_image_tables import id_images
from storage.store import SqlStore
from storage.tables import keys, quarantine


def set_right(store: SqlStore, actor: str, now: datetime) -> int:
    """Erase again who was erased, and close what can never be opened again; returns how many profiles were erased (E7)."""
    known = _known_keys(store.keyring.engine)
    with writing(store.engine).begin() as connection:
        _close_images(connection, known, now)
        _close_quarantined(connection, known, now)
    erased = erase_again(store, now)
    with store.transaction() as tx:
        tx.audit.write("backup:restored", "backup", actor, now, erased=erased)
    return erased


def _close_images(connection: Connection, known: frozenset[int], now: datetime) -> None:
    """An image whose key is destroyed was checked and deleted after the backup."""
    gone = {"state": ImageState.DELETED, "sealed": None, "fields": None, "key_id": None, "end": ImageEnd.REQUEST_OVER, "deleted_at": now}
    note = {"end_reason": "restored", "decided_by": "system", "decided_at": now}
    for some in some_at_once(_without_key(connection, id_images, known)):
        connection.execute(update(id_images).where(id_images.c.id.in_(some)).values(gone | note))


def _close_quarantined(connection: Connection, known: frozenset[int], now: datetime) -> None:
    """A mail whose key is destroyed was filed, discarded or let go after the backup."""
    expire_quarantined(connection, _without_key(connection, quarantine, known), now)


def _without_key(connection: Connection, table: Table, known: frozenset[int]) -> list[int]:
    named = connection.execute(select(table.c.id, table.c.key_id).where(table.c.key_id.is_not(None)))
    return [row.id for row in named if row.key_id not in known]


def _known_keys(engine: Engine) -> frozenset[int]:
    with engine.connect() as connection:
        return frozenset(connection.execute(select(keys.c.id)).scalars())
