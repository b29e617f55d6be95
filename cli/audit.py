"""`ombud audit`: the record of who did what."""

import typer

from cli.composition import service
from cli.exits import PersonNeededError
from storage.audit import head, verify

audit = typer.Typer(no_args_is_help=True, help="The record of who did what.")


@audit.callback()
def _audit() -> None:
    """Keeps `verify` a sub-command although it is the only one."""


@audit.command("verify")
def verify_() -> None:
    """Walk the chain of entries and name the first that was changed, removed or slipped in."""
    with service() as ombud:
        broken, (count, digest) = verify(ombud.store.engine), head(ombud.store.engine)
    if broken is not None:
        raise PersonNeededError(f"The audit trail is broken at entry {broken}: restore it from a backup and find out who wrote there.")
    typer.echo(f"{count} entries, unbroken. The last one's fingerprint, to be noted elsewhere: {digest}")
