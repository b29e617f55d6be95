"""The folder in which one demo lives: its key, its database, and its settings as a file that other commands can read."""

import os
import shutil
import socket
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from dotenv import dotenv_values

from cli.demo_server import DemoServer
from cli.key import new_master_key

WEB_HOST = "127.0.0.1"
PORTS_TRIED = 100


@dataclass(frozen=True, slots=True)
class DemoHome:
    """The folder and what lies in it."""

    folder: Path

    @property
    def settings_file(self) -> Path:
        """The demo's settings, in the form of `.env`."""
        return self.folder / "demo.env"

    @property
    def is_alive(self) -> bool:
        """Whether a demo runs here now: its mailbox answers."""
        mailbox = self.mailbox()
        if mailbox is None:
            return False
        with suppress(OSError), socket.create_connection((mailbox.host, mailbox.port), timeout=2):
            return True
        return False

    def mailbox(self) -> DemoServer | None:
        """The mailbox of the demo that runs, or last ran, here; None where none ever did."""
        written = dotenv_values(self.settings_file)
        port, user, password = (written.get(f"OMBUD_IMAP_{name}") for name in ("PORT", "USER", "PASSWORD"))
        return DemoServer(int(port), user, password) if port and user and password else None

    def begin(self) -> None:
        """Clear away the demo before this one, and make a master key that its owner alone can read."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True, mode=0o700)
        self._write("master.key", new_master_key())

    def write_settings(self, mailbox: DemoServer, web_port: int) -> None:
        """Write down the settings; the senders of the sample mails are vouched for by mx1.ftech.se."""
        values = {
            "OMBUD_DATABASE_URL": f"sqlite:///{self.folder / 'ombud.db'}",
            "OMBUD_MASTER_KEY_FILE": self.folder / "master.key",
            "OMBUD_IMAP_HOST": mailbox.host,
            "OMBUD_IMAP_PORT": mailbox.port,
            "OMBUD_IMAP_USER": mailbox.user,
            "OMBUD_IMAP_PASSWORD": mailbox.password,
            "OMBUD_IMAP_TLS": "none",
            "OMBUD_AUTHSERV_ID": "mx1.ftech.se",
            "OMBUD_WEB_BIND": f"{WEB_HOST}:{web_port}",
            "OMBUD_LOG": "text",
        }
        self._write(self.settings_file.name, "".join(f"{name}={value}\n" for name, value in values.items()))

    def _write(self, name: str, text: str) -> None:
        with os.fdopen(os.open(self.folder / name, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600), "w") as file:
            file.write(text)


def free_port(wanted: int) -> int:
    """The port wanted, or the next one that nobody listens on."""
    for port in range(wanted, wanted + PORTS_TRIED):
        with socket.socket() as probe, suppress(OSError):
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((WEB_HOST, port))
            return port
    return 0
