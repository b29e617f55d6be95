"""`ombud user`: who may sign in."""

from typing import Annotated

import typer

from cli.composition import Service, service, utc_now
from cli.exits import PersonNeededError, WrongUseError
from cli.operator import operator
from gdpr.people import Role
from storage.store import SqlTransaction
from storage.users import LINK_LIFE, User, UserError

Name = Annotated[str, typer.Argument(help="As they sign in.")]

user = typer.Typer(no_args_is_help=True, help="Who may sign in.")


@user.command()
def add(
    name: Name,
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
        typer.echo(invitation(ombud, token))


@user.command("link")
def link_(name: Name) -> None:
    """Print a new one-time sign-in link, for who lost a password or a link."""
    with service() as ombud, ombud.store.transaction() as tx:
        found = known(tx, name)
        token = tx.users.new_link(found.id, utc_now())
        tx.audit.write("user:linked", found.actor, operator(), utc_now())
    typer.echo(invitation(ombud, token))


@user.command()
def remove(name: Name) -> None:
    """Sign a user out everywhere for good; what they did stays on record under their number."""
    with service() as ombud, ombud.store.transaction() as tx:
        found = known(tx, name)
        tx.users.remove(found.id)
        tx.audit.write("user:removed", found.actor, operator(), utc_now())
    typer.echo(f"{name} is removed.")


def known(tx: SqlTransaction, name: str) -> User:
    """The user of this name."""
    found = tx.users.named(name)
    if found is None:
        raise PersonNeededError(f"There is no user {name}: see how the name is written.")
    return found


def invitation(ombud: Service, token: str) -> str:
    """Where a link leads, and how long."""
    minutes = LINK_LIFE.total_seconds() / 60
    return f"Once, within {minutes:.0f} minutes: {ombud.settings.web_url}/signin/{token}"


def chosen(roles: str) -> frozenset[Role]:
    """The roles that are named."""
    words = [word.strip() for word in roles.split(",") if word.strip()]
    unknown = [word for word in words if word not in set(Role)]
    if unknown or not words:
        raise WrongUseError(f"--role does not know {', '.join(unknown) or 'nobody'}: name some of {','.join(Role)}.")
    return frozenset(Role(word) for word in words)
