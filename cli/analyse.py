"""`ombud analyse`: what Ombud understands of mails in files; stores nothing and needs no settings."""

import json
import sys
from typing import Annotated

import typer

from cli.analysis import Row, analysed, options
from cli.exits import NEEDS_A_PERSON
from cli.image_progress import CountingReader
from cli.mail_files import mails_in
from ingest.image_reader import ImageReader

_SHOWN = (
    ("from", "name"),
    ("call back on", "callback"),
    ("phones", "phones"),
    ("e-mails", "emails"),
    ("national numbers", "personnummer"),
    ("organisation numbers", "orgnr"),
)


def analyse(
    paths: Annotated[list[str], typer.Argument(metavar="PATH…", help="Mails: .eml files, folders, mboxes, or - for standard input.")],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
    full: Annotated[bool, typer.Option("--full", help="Add the parsed mail itself.")] = False,
) -> None:
    """Parse mails and tell who writes, what they ask for and which personal data they give.

    Exit status: 0 all mails were read, 1 at least one was quarantined, 2 a path does not exist.
    """
    shelved = 0
    with ImageReader() as image_reader:
        pictures = CountingReader(image_reader)
        reading = options(full=full, read_image=pictures.read)
        for path in paths:
            for name, content in mails_in(path):
                row = analysed(name, content, reading)
                shelved += row["outcome"] == "quarantined"
                sys.stdout.write((json.dumps(row, ensure_ascii=False) if as_json else readable(row)) + "\n")
    pictures.tell_what_is_left()
    if shelved:
        typer.echo(f"{shelved} mails could not be read; look at those whose outcome is quarantined.", err=True)
        raise typer.Exit(NEEDS_A_PERSON)


def readable(row: Row) -> str:
    """The answers about one mail as a few lines for a person."""
    lines = [f"{row['file']}: {row['outcome']}, {row['lang']}{', automatic' if row['auto'] else ''}"]
    lines += [f"  asks for {found['kind']} ({found['score']:.2f}): {found['reason']}" for found in row["requests"]]
    lines += [f"  {title}: {_listed(row[key])}" for title, key in _SHOWN if row[key]]
    if row["address"]:
        lines.append(f"  address: {row['address']['street']}, {row['address']['postal_code']} {row['address']['city']}")
    lines += [f"  identity document: {found['type']} ({found['score']:.2f}) in {found['filename']}" for found in row["id_documents"]]
    if row.get("reason"):
        lines.append(f"  {row['reason']}")
    return "\n".join(lines)


def _listed(value: str | list[str]) -> str:
    return value if isinstance(value, str) else ", ".join(value)
