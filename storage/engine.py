"""A database opened the one way we use it: SQLite by default, PostgreSQL when there is more than one machine."""

import os
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url

from gdpr.store import StoreUnavailable

BUSY_SECONDS = 30

# synchronous=NORMAL may lose the last commits when the power fails, never the database's health; the mailbox still
# holds those mails and the cursor that was lost with them makes us read them again.
_PRAGMAS = (
    f"busy_timeout={BUSY_SECONDS * 1000}",
    "journal_mode=WAL",
    "synchronous=NORMAL",
    "wal_autocheckpoint=4000",  # pages, 16 MB: each checkpoint waits for the disk
    "foreign_keys=ON",
    "secure_delete=ON",
)


def open_engine(url: str | URL, *, schema: str | None = None, durable: bool = False) -> Engine:
    """An engine on this database; a SQLite file is made if need be, readable by its owner alone.

    `schema` puts everything into one PostgreSQL schema. `durable` waits for the disk at each commit.
    """
    target = make_url(url)
    if target.get_backend_name() == "sqlite":
        return _open_sqlite(target, durable)
    return _open_postgresql(target, schema)


def writing(engine: Engine) -> Engine:
    """The same engine, whose transactions take SQLite's write lock at once: none fails half-way for want of it."""
    return engine.execution_options(sqlite_begin="BEGIN IMMEDIATE")


def is_sqlite(bind: Connection | Engine) -> bool:
    """Whether this is SQLite, where one writer at a time is the rule."""
    return bind.dialect.name == "sqlite"


def _open_sqlite(url: URL, durable: bool) -> Engine:
    if url.database and url.database != ":memory:":
        _make_private(Path(url.database))
    engine = create_engine(url)
    pragmas = (*_PRAGMAS, "synchronous=FULL") if durable else _PRAGMAS

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # or the driver begins and commits on its own
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # On the driver's own connection: SQLAlchemy would make a result of it, which costs more than the statement.
        cursor = connection.connection.cursor()
        cursor.execute(connection.get_execution_options().get("sqlite_begin", "BEGIN"))
        cursor.close()

    return engine


def _make_private(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        raise StoreUnavailable(f"The database file {path} cannot be opened: {error.strerror}.") from error


def _open_postgresql(url: URL, schema: str | None) -> Engine:
    options = f"-c search_path={schema}" if schema else ""
    return create_engine(url.set(drivername="postgresql+psycopg"), pool_pre_ping=True, connect_args={"options": options} if options else {})
