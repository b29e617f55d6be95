"""`ombud key`: makes a master key."""

from base64 import b64encode
from secrets import token_bytes

import typer

from config.settings import MASTER_KEY_BYTES


def key() -> None:
    """Print a new master key, as a line for `.env`; keep a copy of it apart from the database and its backups."""
    typer.echo(f"OMBUD_MASTER_KEY={new_master_key()}")


def new_master_key() -> str:
    """32 random bytes in base64."""
    return b64encode(token_bytes(MASTER_KEY_BYTES)).decode()
