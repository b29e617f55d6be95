"""`ombud backup` and `ombud restore`: copies of the data, and their way back without bringing anybody back."""

from pathlib import Path
from typing import Annotated

import typer

from cli.composition import utc_now
from cli.exits import PersonNeededError
from cli.operator import operator
from config.settings import load_settings
from storage.backup import BackupError, back_up, back_up_keys, has_keys, put_back, put_back_keys
from storage.engine import open_engine
from storage.holders import is_gone
from storage.leases import is_anybody_at_work
from storage.restoring import set_right
from storage.store import SqlStore

KEYS_HELP = "Copy of the keys; it belongs in another place than the data, and of it only the latest is kept."


def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where the data is written; a new file each time.")],
    keys: Annotated[Path | None, typer.Option(metavar="FILE", help=KEYS_HELP)] = None,
) -> None:
    """Copy the data into a file while Ombud runs. No key is in it: without the keys nothing sealed in it can be read."""
    url = load_settings().database_url
    try:
        back_up(url, file)
        if keys is not None:
            back_up_keys(url, keys)
    except BackupError as error:
        raise PersonNeededError(str(error)) from None
    about_keys = f"The keys are in {keys}." if keys else "Keep the latest copy of the keys apart: --keys FILE."
    typer.echo(f"The data is in {file}. {about_keys}")


def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A backup of the data, of any age.")],
    keys: Annotated[Path | None, typer.Option(metavar="FILE", help="The latest copy of the keys, on a machine that has none.")] = None,
) -> None:
    """Put a backup in the place of the data; whoever was erased since is erased again before anything is served. Stop Ombud first."""
    settings = load_settings()
    url = settings.database_url
    try:
        _must_stand_still(url)
        _put_keys_back(url, keys)
        put_back(url, file)
    except BackupError as error:
        raise PersonNeededError(str(error)) from None
    store = SqlStore.open(url, settings.master_key_bytes())
    erased = set_right(store, operator(), utc_now())
    store.close()
    typer.echo(f"Restored from {file}. {erased} profiles that had been erased since were erased again.")
    typer.echo("Mails that came since the backup are read anew at the next poll.")


def _must_stand_still(url: str) -> None:
    engine = open_engine(url)
    try:
        if is_anybody_at_work(engine, utc_now(), is_gone):
            raise BackupError("Ombud runs on this database: stop it, wait a minute if it was killed, and restore then.")
    finally:
        engine.dispose()


def _put_keys_back(url: str, keys: Path | None) -> None:
    if has_keys(url):
        if keys is not None:
            raise BackupError("There are keys here, and they are the latest: leave out --keys, or whoever was erased would come back.")
    elif keys is None:
        raise BackupError("There are no keys here: name the latest copy with --keys FILE, or nothing sealed can be read.")
    else:
        put_back_keys(url, keys)
