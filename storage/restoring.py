"""What must be set right after a backup was put back, before anything is served."""

from datetime import datetime

from sqlalchemy import Engine, Table, select, update

from gdpr.id_image_records import ImageEnd, ImageState
from storage.engine import writing
from storage.erasure import erase_again
from storage.id_image_tables import id_images
from storage.store import SqlStore
from storage.tables import keys, quarantine


def set_right(store: SqlStore, actor: str, now: datetime) -> int:
    """Erase again who was erased, and close what can never be opened again; returns how many profiles were erased (E7)."""
    _close_images(store, now)
    _close_quarantined(store, now)
    erased = erase_again(store, now)
    with store.transaction() as tx:
        tx.audit.write("backup:restored", "backup", actor, now, erased=erased)
    return erased


def _close_images(store: SqlStore, now: datetime) -> None:
    """An image whose key is destroyed was checked and deleted after the backup."""
    gone = {"state": ImageState.DELETED, "sealed": None, "fields": None, "key_id": None, "end": ImageEnd.REQUEST_OVER, "deleted_at": now}
    _close(store, id_images, gone | {"end_reason": "restored", "decided_by": "system", "decided_at": now})


def _close_quarantined(store: SqlStore, now: datetime) -> None:
    """A mail whose key is destroyed was filed, discarded or let go after the backup."""
    _close(store, quarantine, {"state": "expired", "sealed": None, "key_id": None, "decided_by": "system", "decided_at": now})


def _close(store: SqlStore, table: Table, values: dict[str, object]) -> None:
    known = _known(store.keyring.engine)
    with writing(store.engine).begin() as connection:
        named = connection.execute(select(table.c.id, table.c.key_id).where(table.c.key_id.is_not(None)))
        lost = [row.id for row in named if row.key_id not in known]
        connection.execute(update(table).where(table.c.id.in_(lost)).values(values))


def _known(engine: Engine) -> frozenset[int]:
    with engine.connect() as connection:
        return frozenset(connection.execute(select(keys.c.id)).scalars())
