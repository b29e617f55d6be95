"""The files of a package, written one after another as a stream; nothing in them depends on when or where they were written."""

import csv
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from io import TextIOWrapper
from pathlib import Path
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from gdpr.export_words import EXPORT_WORDS
from gdpr.policy import Policy
from gdpr.register import Register
from ingest.export_rows import KeptRows

FORMAT = "ombud-export-1"  # docs/export.schema.json
_PAGES = Environment(loader=FileSystemLoader(Path(__file__).with_name("export_pages")), autoescape=True, undefined=StrictUndefined)
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the first instant that a ZIP can name


@dataclass(frozen=True, slots=True)
class About:
    """What a package is: of which request, in which language, under which rules, and what is missing in it."""

    request_id: int
    kind: str
    language: str
    at: datetime
    policy: Policy
    register: Register
    missing: tuple[str, ...]


def write_package(file: IO[bytes], about: About, kept: Sequence[KeptRows]) -> None:
    """Write the page for people, the data for machines, a table per category, and each mail as text (GDPR Art. 12(1), 15(3), 20(1))."""
    with ZipFile(file, "w", ZIP_DEFLATED) as package:
        with _entry(package, "index.html") as page:
            page.writelines(_page(about, kept))
        with _entry(package, "data.json") as data:
            data.writelines(_data(about, kept))
        for rows in kept:
            with _entry(package, f"csv/{rows.name}.csv") as table:
                _write_table(table, rows)
        for rows in kept:
            if rows.source.category == "mails":
                _write_mails(package, rows)


@contextmanager
def _entry(package: ZipFile, name: str) -> Iterator[IO[str]]:
    info = ZipInfo(name, _LONG_AGO)
    info.compress_type = ZIP_DEFLATED
    info.external_attr = 0o600 << 16
    with package.open(info, "w", force_zip64=True) as raw, TextIOWrapper(raw, "utf-8", newline="") as text:
        yield text


def _page(about: About, kept: Sequence[KeptRows]) -> Iterator[str]:
    categories = ((rows, about.register.find(rows.source.category)) for rows in kept if rows.count)
    parts = [{"category": category, "count": rows.count, "rows": rows.rows} for rows, category in categories if category]
    return _PAGES.get_template("index.html").generate(
        language=about.language,
        words=EXPORT_WORDS[about.language],
        controller=about.policy.controller,
        authority=about.policy.authority,
        missing=about.missing,
        parts=parts,
    )


def _data(about: About, kept: Sequence[KeptRows]) -> Iterator[str]:
    head = {"format": FORMAT, "request": about.request_id, "kind": about.kind, "at": about.at.isoformat(), "missing": list(about.missing)}
    yield f'{_json(head)[:-1]}, "parts": ['
    for number, rows in enumerate(kept):
        told = {"category": rows.source.category, "system": rows.source.system, "about": _about(about, rows)}
        yield f'{", " if number else ""}\n{_json(told)[:-1]}, "rows": ['
        for place, row in enumerate(rows.rows()):
            yield f"{',' if place else ''}\n{_json(row)}"
        yield "]}"
    yield "]}\n"


def _about(about: About, rows: KeptRows) -> dict[str, str]:
    category = about.register.find(rows.source.category)
    if category is None:
        return {}
    fields = ("name", "purpose", "recipients", "transfers", "retention", "source")
    return {"legal_basis": category.legal_basis, **{field: getattr(category, field)[about.language] for field in fields}}


def _write_table(file: IO[str], rows: KeptRows) -> None:
    table = csv.DictWriter(file, rows.fields, restval="")
    table.writeheader()
    table.writerows({name: "; ".join(value) if isinstance(value, list) else value for name, value in row.items()} for row in rows.rows())


def _write_mails(package: ZipFile, rows: KeptRows) -> None:
    for number, mail in enumerate(rows.rows(), 1):
        with _entry(package, f"mails/{rows.source.system}-{number:06}.txt") as file:
            head = (f"{name}: {', '.join(value) if isinstance(value, list) else value}\n" for name, value in mail.items() if name != "text")
            file.writelines((*head, "\n", str(mail.get("text", "")), "\n"))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
