"""What reading a mailbox needs."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.store import SqlStore


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    """An empty store on SQLite."""
    opened = SqlStore.open(f"sqlite:///{tmp_path}/ombud.db", b"k" * 32)
    yield opened
    opened.close()
