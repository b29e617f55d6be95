"""`ombud import-customers`: the operator's list of customers and contacts."""

import hashlib
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from cli.composition import Service, service, utc_now
from cli.exits import PersonNeededError, WrongUseError
from cli.operator import operator
from gdpr.customer_csv import CustomerCsvError, CustomerList, read_customers
from storage.customers import Taken

AT_ONCE = 500  # rows in one transaction


class _UndoneError(Exception):
    """Leaves the transaction without a trace."""


def import_customers(
    file: Annotated[Path, typer.Argument(metavar="FILE.csv", help="Columns in Swedish or English, separated by comma, semicolon or tab.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Check and count; change nothing.")] = False,
    skip_bad: Annotated[bool, typer.Option("--skip-bad", help="Import the good rows although others are bad.")] = False,
) -> None:
    """Import customers with their contacts; the same file again changes nothing."""
    content = _content(file)
    listed = _understood(content)
    for fault in listed.faults:
        typer.echo(str(fault), err=True)
    if listed.ignored:
        typer.echo(f"These columns are not used: {', '.join(listed.ignored)}.", err=True)
    if listed.faults and not skip_bad:
        count = len({fault.line for fault in listed.faults})
        raise PersonNeededError(f"Nothing was imported, for {count} of the rows are bad: correct the file, or use --skip-bad.")
    with service() as ombud:
        taken = rehearse(ombud, listed) if dry_run else take(ombud, listed, hashlib.sha256(content).hexdigest()[:16])
    typer.echo(sentence(taken, dry_run))


def take(ombud: Service, listed: CustomerList, digest: str) -> Counter[Taken]:
    """File every row, some at a time so that mails need not wait, with one audit entry for the list."""
    taken, now = Counter[Taken](), utc_now()
    for first in range(0, len(listed.rows), AT_ONCE):
        with ombud.store.transaction() as tx:
            taken.update(tx.customers.take(row, now) for row in listed.rows[first : first + AT_ONCE])
    with ombud.store.transaction() as tx:
        counts = {str(kind): taken[kind] for kind in Taken} | {"faults": len(listed.faults)}
        tx.audit.write("customers:imported", f"list/{digest}", operator(), now, **counts)
    return taken


def rehearse(ombud: Service, listed: CustomerList) -> Counter[Taken]:
    """What filing every row would do, undone at its end."""
    taken, now = Counter[Taken](), utc_now()
    with suppress(_UndoneError), ombud.store.transaction() as tx:
        taken.update(tx.customers.take(row, now) for row in listed.rows)
        raise _UndoneError
    return taken


def sentence(taken: Counter[Taken], dry_run: bool = False) -> str:
    """What became of the rows, in words."""
    verb = "would be imported" if dry_run else "imported"
    new, changed, known = (taken[kind] for kind in Taken)
    return f"{taken.total()} rows {verb}: {new} new customers, {changed} changed, {known} as they were."


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise WrongUseError(f"{file} cannot be read: {error.strerror}.") from None


def _understood(content: bytes) -> CustomerList:
    try:
        return read_customers(content)
    except CustomerCsvError as error:
        raise PersonNeededError(str(error)) from None
