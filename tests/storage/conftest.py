"""Every promise of the store is tried on both databases, each test on a fresh copy of an empty one."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.store import SqlStore
from tests.servers.postgres import Postgres
from tests.storage.cast import MASTER_KEY

BOTH = ["sqlite", "postgresql"]


@pytest.fixture(params=BOTH)
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database without tables."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/ombud.db"
    return str(request.getfixturevalue("postgres_url"))


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files of an empty store."""
    folder = tmp_path_factory.mktemp("template")
    SqlStore.open(f"sqlite:///{folder}/ombud.db", MASTER_KEY).close()
    return folder


@pytest.fixture(scope="session")
def postgres_template(postgres: Postgres) -> str:
    """The address of an empty store, to be copied."""
    url = postgres.new_database()
    SqlStore.open(url, MASTER_KEY).close()
    return url


@pytest.fixture(params=BOTH)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of an empty store: SQLite first, then PostgreSQL."""
    if request.param == "sqlite":
        for file in request.getfixturevalue("sqlite_template").iterdir():
            shutil.copy(file, tmp_path)
        yield f"sqlite:///{tmp_path}/ombud.db"
    else:
        postgres = request.getfixturevalue("postgres")
        url = postgres.new_database(like=request.getfixturevalue("postgres_template"))
        yield url
        postgres.drop(url)


@pytest.fixture
def store(database_url: str) -> Iterator[SqlStore]:
    """An empty store."""
    opened = SqlStore.open(database_url, MASTER_KEY)
    yield opened
    opened.close()
