"""`ombud quarantine`: mails that broke a step, tried again or given up."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

from cli.composition import service, utc_now
from cli.exits import PersonNeededError
from cli.operator import operator
from gdpr.records import Outcome
from storage.quarantine import QuarantineError
from storage.quarantine_views import QuarantineLine

quarantine = typer.Typer(no_args_is_help=True, help="Mails that broke a step: list them, try again, or discard.")
Number = Annotated[int, typer.Argument(metavar="NUMBER", help="As `ombud quarantine list` shows it.")]


@quarantine.command("list")
def list_() -> None:
    """Every mail that waits, with where it broke and why."""
    with service() as ombud:
        waiting = ombud.store.views.quarantine.waiting()
    for line in waiting:
        typer.echo(described(line))
    if not waiting:
        typer.echo("No mail waits in quarantine.")


@quarantine.command()
def retry(number: Number) -> None:
    """Take a mail through all steps again."""
    with service() as ombud, in_one_sentence():
        outcome = ombud.retry(number, operator(), utc_now())
    if outcome is Outcome.QUARANTINED:
        raise PersonNeededError("The mail broke again: `ombud quarantine list` says where.")
    typer.echo(f"The mail is {outcome}.")


@quarantine.command()
def discard(number: Number, reason: Annotated[str, typer.Option(help="Why; without personal data.")]) -> None:
    """Delete a mail's copy; that it came stays on record."""
    with service() as ombud, in_one_sentence(), ombud.store.transaction() as tx:
        tx.quarantine.discard(number, operator(), reason, utc_now())
    typer.echo("Discarded.")


def described(line: QuarantineLine) -> str:
    """One line about a mail, without a word of it."""
    place = f"{line.mail.mailbox}/{line.mail.folder} UID {line.mail.uid}"
    return f"{line.id:>6}  {line.received_at:%Y-%m-%d %H:%M}Z  {place}  {line.size} bytes, tries: {line.tries}, {line.step}: {line.reason}"


@contextmanager
def in_one_sentence() -> Iterator[None]:
    """What cannot be done is said in a sentence."""
    try:
        yield
    except QuarantineError as error:
        raise PersonNeededError(str(error)) from None
