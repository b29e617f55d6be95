"""The command `ombud`: finds the command that is named and runs it.

Only the module of that command is imported, so that a small command starts quickly.
"""

import sys
from collections.abc import Iterable, Sequence
from importlib import import_module
from importlib.metadata import version

import typer

from cli.exits import NEEDS_A_PERSON, WRONG_USE, PersonNeededError, WrongUseError
from config.errors import LetterError, PolicyError, SettingError
from gdpr.store import StoreUnavailable

# The module offers a function, or a Typer of sub-commands, that bears the command's name with "_" for "-".
COMMANDS = {
    "analyse": "cli.analyse",
    "audit": "cli.audit",
    "backup": "cli.backup",
    "deadlines": "cli.deadlines",
    "demo": "cli.demo",
    "erase": "cli.erase",
    "export": "cli.export",
    "import-customers": "cli.import_customers",
    "key": "cli.key",
    "letters": "cli.letters",
    "poll": "cli.poll",
    "purge": "cli.purge",
    "quarantine": "cli.quarantine",
    "register": "cli.register",
    "report": "cli.report",
    "requests": "cli.requests",
    "restore": "cli.backup",
    "rotate-key": "cli.rotate_key",
    "run": "cli.run",
    "status": "cli.status",
    "suppressed": "cli.suppressed",
    "user": "cli.user",
}


def main() -> None:
    """Run `ombud` with the words of the command line; see `ombud --help`."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit status; what goes wrong is said in one sentence on standard error."""
    try:
        application(named(arguments))(args=list(arguments), prog_name="ombud")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else NEEDS_A_PERSON
    except (SettingError, PolicyError, LetterError, WrongUseError) as error:
        return _said(error, WRONG_USE)
    except (PersonNeededError, StoreUnavailable) as error:
        return _said(error, NEEDS_A_PERSON)
    return 0


def named(arguments: Sequence[str]) -> Iterable[str]:
    """The command that is named, or all of them where none is and help must list them."""
    return arguments[:1] if arguments and arguments[0] in COMMANDS else COMMANDS


def application(names: Iterable[str]) -> typer.Typer:
    """The command line with these commands."""
    app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False, rich_markup_mode=None)
    app.callback()(_ombud)
    for name in names:
        command = getattr(import_module(COMMANDS[name]), name.replace("-", "_"))
        if isinstance(command, typer.Typer):
            app.add_typer(command, name=name)
        else:
            app.command(name)(command)
    return app


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"ombud {version('ombud')}")
        raise typer.Exit


def _ombud(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the version and exit."),
) -> None:
    """Read a support mailbox, find personal data, keep the GDPR clock."""


def _said(error: Exception, status: int) -> int:
    typer.echo(str(error), err=True)
    return status
