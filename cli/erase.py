"""`ombud erase`: what an erasure would take away, for a look before it is approved."""

import json
from typing import Annotated

import typer

from cli.composition import service
from cli.exits import PersonNeededError, WrongUseError

_WORDS = {
    "profiles": "profiles (name, role, key)",
    "facts": "facts on them",
    "findings": "findings in mails",
    "mails": "mails (their words)",
    "letters": "letters that were sent (their addresses)",
    "id_images": "ID images",
}


def erase(
    request: Annotated[int, typer.Argument(help="The number of the request.")],
    preview: Annotated[bool, typer.Option("--preview", help="Count what would go; nothing is erased.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
) -> None:
    """Count what Ombud holds of the person who asked, over all their merged profiles (GDPR Art. 17)."""
    if not preview:
        raise PersonNeededError("Nothing is erased from the command line; give --preview to count what there is.")
    with service() as ombud:
        asked = ombud.store.views.requests.one(request)
        if asked is None:
            raise WrongUseError(f"There is no request {request}: `ombud requests` lists the open ones.")
        with ombud.store.transaction() as tx:
            held = {str(holding): count for holding, count in tx.erasing.holdings(asked.contact_id).items()}
    typer.echo(json.dumps(held) if as_json else "\n".join(f"{count:>8}  {_WORDS[name]}" for name, count in held.items()))
