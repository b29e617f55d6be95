"""Brings a database to the tables this version needs; safe to call at every start, from several processes at once."""

from pathlib import Path

from sqlalchemy import Connection, Engine, MetaData, inspect, text

from storage import id_image_tables, letter_tables, panel_tables, queue_tables, request_tables  # noqa: F401 - their tables belong to the metadata
from storage.dialects import serialise
from storage.engine import writing
from storage.tables import key_metadata, metadata

# The newest revision of each history; a test holds them to what lies in migrations/versions.
DATA_HEAD = "data_0007"
KEYS_HEAD = "keys_0002"

_SCRIPTS = Path(__file__).parent / "migrations"


def migrate(engine: Engine) -> None:
    """Bring the data to the newest tables."""
    _upgrade(engine, DATA_HEAD, metadata)


def migrate_keys(engine: Engine, schema: str | None = None) -> None:
    """Bring the keys to the newest table."""
    if schema:
        with engine.begin() as connection:
            serialise(connection, "migration")
            connection.execute(text(f"CREATE SCHEMA IF NOT EXISTS {schema}"))
    _upgrade(engine, KEYS_HEAD, key_metadata)


def revision_of(engine: Engine) -> str | None:
    """The revision a database is at, None for an empty one."""
    with engine.connect() as connection:
        return _revision(connection)


def _upgrade(engine: Engine, head: str, target: MetaData) -> None:
    if revision_of(engine) == head:
        return
    with writing(engine).begin() as connection:
        serialise(connection, "migration")
        if _revision(connection) != head:
            _run(connection, head, target)


def _run(connection: Connection, head: str, target: MetaData) -> None:
    from alembic import command  # a third of a second to load, and needed once a version
    from alembic.config import Config

    config = Config(attributes={"connection": connection, "metadata": target})
    config.set_main_option("script_location", str(_SCRIPTS))
    config.set_main_option("path_separator", "os")
    command.upgrade(config, head)


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
