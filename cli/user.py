"""`ombud user`: who may sign in."""

from typing import Annotated

import typer

from cli.composition import service, utc_now
from cli.exits import PersonNeededError, WrongUseError
from cli.operator import operator
from gdpr.people import Role
from storage.users import LINK_LIFE, UserError

user = typer.Typer(no_args_is_help=True, help="Who may sign in.")


@user.callback()
def _user() -> None:
    """Keeps `add` a sub-command although it is the only one."""


@user.command()
def add(
    name: Annotated[str, typer.Argument(help="As they sign in.")],
    role: Annotated[str, typer.Option(help=f"Some of {','.join(Role)}.")],
    link: Annotated[bool, typer.Option("--link", help="Print a one-time sign-in link instead of asking for a password.")] = False,
    language: Annotated[str, typer.Option(help="sv or en.")] = "sv",
) -> None:
    """Add a user; the password is asked for on the terminal and never shown."""
    roles = chosen(role)
    if language not in ("sv", "en"):
        raise WrongUseError("--language is sv or en.")
    password = None if link else typer.prompt("Password", hide_input=True, confirmation_prompt=True)
    try:
        with service() as ombud, ombud.store.transaction() as tx:
            now = utc_now()
            added = tx.users.add(name, roles, now, password, language)
            tx.audit.write("user:added", added.actor, operator(), now, roles=",".join(sorted(roles)))
            token = tx.users.new_link(added.id, now) if link else ""
    except UserError as error:
        raise PersonNeededError(str(error)) from None
    typer.echo(f"{name} may sign in at {ombud.settings.web_url}.")
    if token:
        hours = LINK_LIFE.total_seconds() / 3600
        typer.echo(f"Once, within {hours:.0f} hours: {ombud.settings.web_url}/signin/{token}")


def chosen(roles: str) -> frozenset[Role]:
    """The roles that are named."""
    words = [word.strip() for word in roles.split(",") if word.strip()]
    unknown = [word for word in words if word not in set(Role)]
    if unknown or not words:
        raise WrongUseError(f"--role does not know {', '.join(unknown) or 'nobody'}: name some of {','.join(Role)}.")
    return frozenset(Role(word) for word in words)
