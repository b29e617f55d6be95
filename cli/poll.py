"""`ombud poll`: drain every mailbox once."""

import json
import sys
from functools import partial
from typing import Annotated

import typer

from cli import id_work
from cli.composition import Service, service, utc_now
from cli.exits import PersonNeededError
from config.mailboxes import MailboxSettings
from gdpr.store import StoreUnavailable
from ingest.imap_errors import MailboxRefused, MailboxUnavailable
from ingest.mailbox import Mailbox
from ingest.poller import Poller
from ingest.tally import Tally
from jobs.reconcile import reconcile
from storage.leases import LeaseLost


def poll(
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
    leave_images: Annotated[bool, typer.Option("--leave-images", help="Leave reading pictures, seconds each, to `ombud run`.")] = False,
) -> None:
    """Take every mail that waits in the mailbox to its outcome, and exit."""
    with service() as ombud:
        tally, troubles = drain_all(ombud)
        if not leave_images:
            id_work.once(ombud)
    typer.echo(json.dumps(tally.as_dict()) if as_json else sentence(tally))
    if troubles:
        raise PersonNeededError(" ".join(troubles))


def drain_all(ombud: Service) -> tuple[Tally, list[str]]:
    """Drain every folder of every mailbox; what hinders one does not hinder the others."""
    tally, troubles = Tally(), list[str]()
    for account, folder in ombud.folders():
        poller = ombud.poller(account, folder)
        try:
            drain(poller, account, folder)
        except (MailboxUnavailable, MailboxRefused, StoreUnavailable, LeaseLost) as trouble:
            troubles.append(str(trouble))
        tally += poller.tally
    return tally, troubles


def drain(poller: Poller, account: MailboxSettings, folder: str) -> None:
    """Drain one folder, then fetch again what the ledger turns out to lack."""
    if sys.stderr.isatty():
        poller.progress = show_progress
    with poller.lease.held(utc_now), Mailbox(account, folder) as mailbox:
        poller.drain(mailbox)
        reconcile(mailbox, poller.store, partial(poller.take, mailbox), utc_now())


def show_progress(done: int, total: int) -> None:
    """One line on standard error, written over and over."""
    if done % 20 == 0 or done == total:
        typer.echo(f"\r{done} of {total} mails", nl=done == total, err=True)


def sentence(tally: Tally) -> str:
    """The tally in words."""
    counts = tally.as_dict()
    return f"{counts.pop('fetched')} mails fetched: {', '.join(f'{count} {name}' for name, count in counts.items())}."
