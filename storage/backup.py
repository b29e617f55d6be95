"""Copies of the data, and of the keys apart from it; and their way back (docs/decisions/0004-keys-apart-from-data.md)."""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

from sqlalchemy import URL, inspect, make_url

from storage.engine import open_engine
from storage.store import KEYS_SCHEMA

_SECRET_FILE = 0o600


class BackupError(Exception):
    """A backup cannot be made or put back; the sentence says what to do."""


def back_up(url: str, target: Path) -> None:
    """Write the data of a database that may be in use into a new file, without any key."""
    if target.exists():
        raise BackupError(f"{target} exists already: name another file, so that no backup is lost.")
    _copy(make_url(url), target, keys=False)


def back_up_keys(url: str, target: Path) -> None:
    """Write the keys into a file, in the place of the copy before: of the keys only the latest is kept."""
    _copy(make_url(url), target, keys=True)


def put_back(url: str, source: Path) -> None:
    """Replace the data by a backup. Nothing may use the database meanwhile."""
    _replace(make_url(url), source, keys=False)


def put_back_keys(url: str, source: Path) -> None:
    """Put the latest copy of the keys where there are none."""
    _replace(make_url(url), source, keys=True)


def has_keys(url: str) -> bool:
    """Whether there are keys already: they are the latest then, and no copy may take their place."""
    target = make_url(url)
    if target.get_backend_name() == "sqlite":
        return sqlite_file(target, keys=True).exists()
    engine = open_engine(target)
    try:
        return inspect(engine).has_table("keys", schema=KEYS_SCHEMA)
    finally:
        engine.dispose()


def _copy(url: URL, target: Path, *, keys: bool) -> None:
    fresh = target.with_name(f".{target.name}.part")
    fresh.unlink(missing_ok=True)
    try:
        os.close(os.open(fresh, os.O_CREAT | os.O_EXCL, _SECRET_FILE))
        if url.get_backend_name() == "sqlite":
            _vacuum(sqlite_file(url, keys=keys), fresh)
        else:
            which = "--schema" if keys else "--exclude-schema"
            _postgresql("pg_dump", url, f"{which}={KEYS_SCHEMA}", "--format=custom", f"--file={fresh}")
        fresh.replace(target)
    except OSError as error:
        raise BackupError(f"{target} cannot be written: {error.strerror}.") from None
    finally:
        fresh.unlink(missing_ok=True)


def _replace(url: URL, source: Path, *, keys: bool) -> None:
    if not source.is_file():
        raise BackupError(f"{source} is no file: name a backup that `ombud backup` made.")
    if url.get_backend_name() != "sqlite":
        _postgresql("pg_restore", url, "--clean", "--if-exists", "--no-owner", "--single-transaction", "--exit-on-error", str(source))
        return
    _must_hold(source, "keys" if keys else "messages")
    target = sqlite_file(url, keys=keys)
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    fresh = target.with_name(f".{target.name}.part")
    shutil.copyfile(source, fresh)
    fresh.chmod(_SECRET_FILE)
    for log in ("-wal", "-shm"):
        target.with_name(target.name + log).unlink(missing_ok=True)
    fresh.replace(target)


def sqlite_file(url: URL, *, keys: bool) -> Path:
    """Where a SQLite database lies, or its keys."""
    return Path(f"{url.database}.keys" if keys else f"{url.database}")


def _vacuum(source: Path, target: Path) -> None:
    """A whole copy, taken in one moment, although others write meanwhile."""
    if not source.exists():
        raise BackupError(f"There is no database at {source} yet: nothing to back up.")
    with closing(sqlite3.connect(source)) as connection:
        connection.execute("VACUUM INTO ?", (str(target),))


def _must_hold(file: Path, table: str) -> None:
    try:
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as connection:
            found = connection.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", (table,)).fetchone()
    except sqlite3.DatabaseError:
        found = None
    if not found:
        raise BackupError(f"{file} is no backup of this kind: name one that `ombud backup` made.")


def _postgresql(program: str, url: URL, *words: str) -> None:
    """Run a program of PostgreSQL; the password goes by the environment, where no list of processes shows it."""
    newest = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{program}"), reverse=True)
    found = shutil.which(program) or next(map(str, newest), None)
    if found is None:
        raise BackupError(f"{program} is not installed: install the PostgreSQL client (Debian: apt-get install postgresql-client).")
    address = url.set(drivername="postgresql", password=None).render_as_string(hide_password=False)
    secret = {"PGPASSWORD": str(url.password)} if url.password else {}
    done = subprocess.run([found, f"--dbname={address}", *words], capture_output=True, check=False, env={**os.environ, **secret})  # noqa: S603
    if done.returncode:
        raise BackupError(f"{program} ended with status {done.returncode}: see that the database can be reached and the file fits it.")
