"""A tiny IMAP server that misbehaves as told, for what no honest server can be made to do."""

import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from threading import Thread

GREETING = b"* OK ready\r\n"
OPENED = b"* 0 EXISTS\r\n* OK [UIDVALIDITY 1] valid\r\n"


@dataclass(slots=True)
class ScriptedImap:
    """Answers OK, or its verdict, to every command, after the lines that `answers` gives for it; hangs up after its last words."""

    door: socket.socket
    capabilities: str = "IMAP4rev1"
    answers: Mapping[str, bytes] = field(default_factory=dict)
    verdicts: Mapping[str, str] = field(default_factory=dict)
    last_words: Mapping[str, bytes] = field(default_factory=dict)
    heard: list[str] = field(default_factory=list)

    @property
    def host(self) -> str:
        """Loopback."""
        return "127.0.0.1"

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self.door.getsockname()[1])

    def serve(self) -> None:
        """Speak with one client after the other until the door is shut."""
        with suppress(OSError):
            while True:
                connection, _ = self.door.accept()
                with connection, suppress(OSError):
                    self._speak(connection)

    def _speak(self, connection: socket.socket) -> None:
        connection.sendall(GREETING)
        for line in connection.makefile("rb"):
            tag, _, rest = line.decode().strip().partition(" ")
            words = rest.upper().split()
            command = " ".join(words[:2] if words[:1] == ["UID"] else words[:1])
            self.heard.append(command)
            if command in self.last_words:
                connection.sendall(self.last_words[command])
                return
            connection.sendall(self._untagged(command) + f"{tag} {self.verdicts.get(command, 'OK done')}\r\n".encode())

    def _untagged(self, command: str) -> bytes:
        usual = {"CAPABILITY": f"* CAPABILITY {self.capabilities}\r\n".encode(), "EXAMINE": OPENED, "SELECT": OPENED}
        return (usual | dict(self.answers)).get(command, b"")


@contextmanager
def scripted(**script: object) -> Iterator[ScriptedImap]:
    """A server that follows this script, gone at the end."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        server = ScriptedImap(door, **script)  # type: ignore[arg-type]
        listening = Thread(target=server.serve, daemon=True)
        listening.start()
        try:
            yield server
        finally:
            with suppress(OSError):
                door.shutdown(socket.SHUT_RDWR)
            listening.join(timeout=5)
