"""`ombud rotate-key`: wraps every data key by a new master key."""

from base64 import b64decode
from pathlib import Path
from typing import Annotated

import typer

from cli.composition import utc_now
from cli.exits import WrongUseError
from cli.operator import operator
from config.settings import load_settings
from storage.keys import MASTER_KEY_BYTES, rotate
from storage.store import SqlStore, open_keys


def rotate_key(new: Annotated[Path, typer.Argument(metavar="FILE", help="Holds the new key, as `ombud key` prints it.")]) -> None:
    """Replace the master key: stop Ombud, rotate, set OMBUD_MASTER_KEY to the new key, start again."""
    settings, key = load_settings(), read_key(new)
    keys = open_keys(settings.database_url)
    count = rotate(keys, settings.master_key_bytes(), key)
    keys.dispose()
    store = SqlStore.open(settings.database_url, key)
    with store.transaction() as tx:
        tx.audit.write("keys:rotated", "keys", operator(), utc_now(), count=count)
    store.close()
    typer.echo(f"{count} keys are wrapped by the new master key. Set OMBUD_MASTER_KEY to it, start Ombud, and destroy the old one.")


def read_key(file: Path) -> bytes:
    """The key in a file; the name of the setting in front of it does no harm."""
    try:
        key = b64decode(file.read_text().strip().removeprefix("OMBUD_MASTER_KEY="), altchars=b"-_", validate=True)
    except OSError as error:
        raise WrongUseError(f"{file} cannot be read: {error.strerror}.") from None
    except ValueError:
        key = b""
    if len(key) != MASTER_KEY_BYTES:
        raise WrongUseError(f"{file} must hold {MASTER_KEY_BYTES} bytes in base64: make it with `ombud key > {file}`.")
    return key
