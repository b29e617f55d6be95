"""A real PostgreSQL of the tests' own: unprivileged, on a socket in a folder that goes away with it."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from tests.servers.dovecot import free_port

# Nobody misses these data: no waiting for the disk.
_QUICK = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c shared_buffers=32MB -c max_connections=60"


def installed() -> bool:
    """Whether this machine has a PostgreSQL server."""
    return programs() is not None


def programs() -> Path | None:
    """The folder of its programs, the newest version's where there are several."""
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    return max(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name), default=None)


class Postgres:
    """One cluster, in which every test gets an empty database of its own."""

    def __init__(self, home: Path, port: int) -> None:
        self._address = f"host={home} port={port} user=ombud"
        self._url = f"postgresql://ombud@/{{}}?host={home}&port={port}"
        self._made = 0

    def new_database(self, like: str = "") -> str:
        """The address of a new database, empty or a copy of one that nobody uses."""
        self._made += 1
        name = f"ombud_{self._made}"
        with psycopg.connect(self._address, dbname="postgres", autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE {_name(like) if like else 'template0'}")
        return self._url.format(name)

    def drop(self, url: str) -> None:
        """Drop a database again, whoever is connected."""
        name = _name(url)
        with psycopg.connect(self._address, dbname="postgres", autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _name(url: str) -> str:
    return url.partition("@/")[2].partition("?")[0]


@contextmanager
def running() -> Iterator[Postgres]:
    """A cluster for as long as the block lasts."""
    folder = programs()
    assert folder, "PostgreSQL is not installed"
    with tempfile.TemporaryDirectory(prefix="pg-") as name:
        home = Path(name)
        unprivileged = _give_away(home)
        data = home / "data"
        _run([*unprivileged, folder / "initdb", "-D", data, "-U", "ombud", "-A", "trust", "-E", "UTF8", "--no-locale", "-N"])
        port = free_port()
        options = f"{_QUICK} -c listen_addresses= -c unix_socket_directories={home} -c port={port}"
        _run([*unprivileged, folder / "pg_ctl", "-D", data, "-w", "-l", home / "log", "-o", options, "start"])
        try:
            yield Postgres(home, port)
        finally:
            _run([*unprivileged, folder / "pg_ctl", "-D", data, "-m", "immediate", "stop"])


def _give_away(home: Path) -> list[str]:
    """PostgreSQL refuses to run as root: who runs as root gives the folder to another user and runs it as that one."""
    if os.geteuid() != 0:
        return []
    user = pwd.getpwnam("postgres")
    os.chown(home, user.pw_uid, user.pw_gid)
    return ["setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups"]


def _run(command: list[str | Path]) -> None:
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, cwd="/")
    assert done.returncode == 0, done.stderr or done.stdout
