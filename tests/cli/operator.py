"""An operator at the command line: `ombud` with a database of its own, its words and exit status."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from cli.main import run
from storage.store import SqlStore
from tests.storage.cast import MASTER_KEY


@dataclass(frozen=True, slots=True)
class Said:
    """What a command ended with."""

    status: int
    output: str
    errors: str


@dataclass(frozen=True, slots=True)
class Operator:
    """Runs commands in this process, as the entry point would."""

    home: Path
    screen: pytest.CaptureFixture[str]

    @property
    def url(self) -> str:
        """The address of the database."""
        return f"sqlite:///{self.home}/ombud.db"

    def types(self, *words: str) -> Said:
        """Run one command."""
        self.screen.readouterr()
        status = run(words)
        said = self.screen.readouterr()
        return Said(status, said.out, said.err)

    def store(self) -> SqlStore:
        """The database, to prepare or to look into; the test closes it."""
        return SqlStore.open(self.url, MASTER_KEY)

    def writes(self, name: str, content: str | bytes) -> str:
        """A file in the home folder; returns its path."""
        path = self.home / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return str(path)
