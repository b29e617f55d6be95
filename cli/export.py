"""`ombud export`: what the person of a request would be given, for a look before it is approved."""

from pathlib import Path
from typing import Annotated

import typer

from cli.composition import service, utc_now
from cli.exits import PersonNeededError, WrongUseError
from cli.operator import operator
from config.connectors_file import load_connectors
from config.register_file import load_register
from ingest.connectors import sources
from ingest.export import ExportRules, NoSuchRequestError, Visit, build_export


def export(
    request: Annotated[int, typer.Argument(help="The number of the request.")],
    out: Annotated[Path, typer.Option(help="The ZIP to write.")],
    connectors: Annotated[Path | None, typer.Option(help="The other systems to ask, as in config/connectors.example.toml.")] = None,
    preview: Annotated[bool, typer.Option("--preview", help="Sealed values stay masked; may not be handed over.")] = False,
) -> None:
    """Put together the data of the person who asked; status 1 where something is missing."""
    if not preview:
        raise PersonNeededError("Nothing is handed over from the command line; give --preview to look at what there is.")
    with service() as ombud:
        try:
            rules, visit = ExportRules(ombud.policy, load_register()), Visit(operator(), utc_now(), preview=True)
            found = build_export(ombud.store, request, out, rules, visit, sources(load_connectors(connectors) if connectors else ()))
        except NoSuchRequestError as error:
            raise WrongUseError(str(error)) from None
    for part in found.parts:
        typer.echo(f"{part.category} ({part.system}): {part.count}")
    if not found.complete:
        raise PersonNeededError("The export is incomplete. " + " ".join(found.missing))
