"""Ombud itself as a process of its own, with the settings of a test."""

import base64
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from storage.leases import Lease
from storage.store import SqlStore
from tests.servers.dovecot import PASSWORD, USER, Dovecot

MASTER_KEY = b"0123456789abcdef0123456789abcdef"
COMMAND = [sys.executable, "-c", "from cli.main import main; main()"]
PROJECT = Path(__file__).parents[2]


@dataclass(slots=True)
class Ombud:
    """Starts commands in an empty folder; the mailbox is the given server's, the database SQLite unless told."""

    home: Path
    mailbox: Dovecot
    database_url: str = ""
    changes: dict[str, str] = field(default_factory=dict)

    def environment(self) -> dict[str, str]:
        """The settings."""
        settings = {
            "OMBUD_DATABASE_URL": self.url,
            "OMBUD_MASTER_KEY": base64.b64encode(MASTER_KEY).decode(),
            "OMBUD_IMAP_HOST": self.mailbox.host,
            "OMBUD_IMAP_PORT": str(self.mailbox.port),
            "OMBUD_IMAP_USER": USER,
            "OMBUD_IMAP_PASSWORD": PASSWORD,
            "OMBUD_IMAP_TLS": "none",
            "OMBUD_WEB_BIND": "127.0.0.1:0",
        }
        return {"PATH": os.environ["PATH"], "PYTHONPATH": str(PROJECT)} | settings | self.changes

    @property
    def url(self) -> str:
        """The address of the database."""
        return self.database_url or f"sqlite:///{self.home}/ombud.db"

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run a command to its end."""
        return subprocess.run([*COMMAND, *words], env=self.environment(), cwd=self.home, capture_output=True, text=True, timeout=110)

    def start(self, *words: str) -> subprocess.Popen[str]:
        """Start a command; what it says goes to the log."""
        with self._log.open("a") as log:
            return subprocess.Popen([*COMMAND, *words], env=self.environment(), cwd=self.home, stdout=log, stderr=log, text=True)

    @contextmanager
    def running(self, *words: str) -> Iterator[subprocess.Popen[str]]:
        """A command that runs while the block lasts, and is killed if it still does at the end."""
        process = self.start(*words)
        try:
            yield process
        finally:
            process.kill()
            process.wait()

    def log(self) -> str:
        """What the started commands have said."""
        return self._log.read_text()

    @property
    def _log(self) -> Path:
        return self.home / "log"

    def poll(self) -> dict[str, Any]:
        """Drain the mailbox; the tally."""
        done = self.run("poll", "--json")
        assert done.returncode == 0, done.stderr
        tally: dict[str, Any] = json.loads(done.stdout)
        return tally

    @contextmanager
    def store(self) -> Iterator[SqlStore]:
        """A look into its database."""
        store = SqlStore.open(self.url, MASTER_KEY)
        try:
            yield store
        finally:
            store.close()

    @contextmanager
    def holding(self, store: SqlStore, lease: str) -> Iterator[None]:
        """Another process has this lease while the block lasts."""
        with Lease(store.engine, lease, "another").held(lambda: datetime.now(UTC)):
            yield
