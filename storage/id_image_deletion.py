"""The last steps of deleting an ID image, after the commit that decided it; each can be done again after a crash.

1. the decision: the bytes leave the row, the key is owed (one transaction; `storage/id_images.py`)
2. the owed key is destroyed in the database of keys, and its log emptied
3. the log of the data is emptied, so that no file holds the sealed bytes either
4. the note says when it was done
"""

from contextlib import closing
from datetime import datetime

from sqlalchemy import Engine, select, text

from gdpr.id_image_records import ImageState
from storage.availability import telling_unavailable
from storage.engine import BUSY_SECONDS, is_sqlite
from storage.id_image_tables import id_images
from storage.store import SqlStore

PATIENCE = 2000  # milliseconds for which a person's page may wait for others to have read
_BEGUN = id_images.c.state == ImageState.DELETING


def finish_deletions(store: SqlStore, now: datetime) -> int:
    """Complete every deletion that was decided; returns how many images are gone by it (Policy §7; I3, E6)."""
    if not _begun(store.engine):
        return 0
    store.delete_owed_keys()
    with telling_unavailable():
        emptied = empty_log(store.engine)
    return _note(store, now) if emptied else 0


def empty_log(engine: Engine) -> bool:
    """Leave nothing of what was deleted in the database's own log (SQLite) or in dead rows (PostgreSQL); False while it is being read."""
    if is_sqlite(engine):
        with closing(engine.raw_connection()) as driver:
            cursor = driver.cursor()
            cursor.execute(f"PRAGMA busy_timeout={PATIENCE}")
            busy = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
            cursor.execute(f"PRAGMA busy_timeout={BUSY_SECONDS * 1000}")
            return not busy
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("VACUUM id_images"))
    return True


def _begun(engine: Engine) -> bool:
    with telling_unavailable(), engine.connect() as connection:
        return connection.execute(select(id_images.c.id).where(_BEGUN).limit(1)).scalar() is not None


def _note(store: SqlStore, now: datetime) -> int:
    """Write down when the images were gone; only of those whose key is."""
    with store.transaction() as tx:
        gone = tx.id_images.conclude(now)
        for image_id in gone:
            tx.audit.write("id_image:deleted", f"id_image/{image_id}", "system", now)
    return len(gone)
