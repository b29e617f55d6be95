"""`ombud register`: the register of processing, for the authority."""

import csv
import sys
from typing import Annotated

import typer
from jinja2 import Environment

from config.policy_file import load_policy
from config.register_file import load_register
from gdpr.register import Category, Register

COLUMNS = ("key", "name", "purpose", "legal_basis", "recipients", "transfers", "retention", "source")
_PAGE = """<!doctype html>
<html lang="{{ language }}">
<head><meta charset="utf-8"><title>{{ controller }}</title></head>
<body>
<h1>{{ controller }}, {{ number }}</h1>
<table>
<tr>{% for column in columns %}<th>{{ column }}</th>{% endfor %}</tr>
{% for row in rows %}<tr>{% for value in row %}<td>{{ value }}</td>{% endfor %}</tr>
{% endfor %}</table>
</body>
</html>"""


def register(
    html: Annotated[bool, typer.Option("--html", help="As a page instead of CSV.")] = False,
    language: Annotated[str, typer.Option(help="sv or en.")] = "sv",
) -> None:
    """Print the register of processing (GDPR Art. 30): CSV, or a page."""
    found = load_register()
    if html:
        controller = load_policy().controller
        page = Environment(autoescape=True).from_string(_PAGE)
        rows = table(found, language)
        typer.echo(
            page.render(language=language, controller=controller.name, number=controller.organisation_number, columns=COLUMNS, rows=rows)
        )
    else:
        writer = csv.writer(sys.stdout)
        writer.writerows([COLUMNS, *table(found, language)])


def table(found: Register, language: str) -> list[tuple[str, ...]]:
    """The categories as rows, in one language."""
    return [tuple(_told(category, column, language) for column in COLUMNS) for category in found.categories]


def _told(category: Category, column: str, language: str) -> str:
    value = getattr(category, column)
    return value if isinstance(value, str) else str(value.get(language, ""))
