"""Every promise of the store is tried on both databases."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.store import SqlStore
from tests.storage.cast import MASTER_KEY


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database: SQLite first, then PostgreSQL."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/ombud.db"
    return str(request.getfixturevalue("postgres_url"))


@pytest.fixture
def store(database_url: str) -> Iterator[SqlStore]:
    """An empty store."""
    opened = SqlStore.open(database_url, MASTER_KEY)
    yield opened
    opened.close()
