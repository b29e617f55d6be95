"""The tables that a migrated database has are the tables the code knows."""

import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, inspect

from storage import migrate as subject
from storage.engine import open_engine
from storage.migrate import DATA_HEAD, KEYS_HEAD, migrate, revision_of
from storage.store import SqlStore, open_keys
from storage.tables import key_metadata, metadata
from tests.storage.cast import MASTER_KEY


def test_a_new_database_has_exactly_the_tables_the_code_knows(empty_url: str) -> None:
    engine = open_engine(empty_url)
    migrate(engine)

    with engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), metadata)
    engine.dispose()

    assert differences == []


def test_the_keys_have_exactly_the_table_the_code_knows(empty_url: str) -> None:
    engine = open_keys(empty_url)

    with engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), key_metadata)
    engine.dispose()

    assert differences == []


@pytest.mark.parametrize("head", [DATA_HEAD, KEYS_HEAD])
def test_the_code_knows_the_newest_revision(head: str) -> None:
    history = head.partition("_")[0]
    revisions = [path.stem for path in (Path(subject.__file__).parent / "migrations/versions").glob(f"{history}_*.py")]

    assert max(revisions) == head


def test_to_migrate_again_changes_nothing(empty_url: str) -> None:
    engine = open_engine(empty_url)
    migrate(engine)
    migrate(engine)

    assert revision_of(engine) == DATA_HEAD
    engine.dispose()


def test_processes_that_start_together_do_not_disturb_one_another(empty_url: str) -> None:
    def start(_: int) -> bytes:
        store = SqlStore.open(empty_url, MASTER_KEY)
        print_of_eva = store.keyring.index("national_number", "19121212-1212")
        store.close()
        return print_of_eva

    with ThreadPoolExecutor(6) as starters:
        prints = set(starters.map(start, range(6)))

    assert len(prints) == 1


def test_a_sqlite_file_can_be_read_by_its_owner_alone(tmp_path: Path) -> None:
    store = SqlStore.open(f"sqlite:///{tmp_path}/new/ombud.db", MASTER_KEY)
    with store.transaction():
        pass

    files = list((tmp_path / "new").iterdir())
    assert len(files) >= 2
    assert {path.stat().st_mode & 0o077 for path in files} == {0}
    assert (tmp_path / "new").stat().st_mode & 0o077 == 0
    store.close()


def test_every_table_has_a_primary_key(empty_url: str) -> None:
    engine: Engine = open_engine(empty_url)
    migrate(engine)
    names = [name for name in inspect(engine).get_table_names() if not re.match("alembic", name)]

    assert all(inspect(engine).get_pk_constraint(name)["constrained_columns"] for name in names)
    engine.dispose()
