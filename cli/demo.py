"""`ombud demo`: Ombud at work on sample mails, in a mailbox and a database of its own."""

import secrets
from datetime import timedelta
from pathlib import Path
from typing import Annotated

import typer

from cli import id_work
from cli.composition import Service, service, utc_now
from cli.demo_home import DemoHome, free_port
from cli.demo_samples import CUSTOMERS, deliver, sample, samples
from cli.demo_server import DemoServer, demo_server
from cli.demo_summary import summary
from cli.exits import PersonNeededError
from cli.import_customers import sentence, take
from cli.poll import drain_all
from cli.run import ROLES, go_on_until_told
from config.settings import load_settings
from gdpr.customer_csv import read_customers
from gdpr.local_time import local_day
from gdpr.people import Role

HOME = DemoHome(Path("var/demo"))
WEB_PORT = 8025
VISITORS = (("Alva", Role.AGENT), ("Maud", Role.MANAGER), ("Doris", Role.DPO))
LINKS_LIVE = timedelta(hours=24)


def demo(
    once: Annotated[bool, typer.Option("--once", help="Ingest, print the summary and end.")] = False,
    delivery: Annotated[Path | None, typer.Option("--deliver", metavar="FILE", help="Send a mail to the demo that runs.")] = None,
    port: Annotated[int, typer.Option(help="Port of the web pages; the next free one is taken.")] = WEB_PORT,
) -> None:
    """Show Ombud at work on sample mails; every demo begins anew. Ctrl-C ends it."""
    if delivery:
        deliver_file(delivery)
    elif HOME.is_alive:
        raise PersonNeededError("A demo runs here already: end it with Ctrl-C where it was started.")
    else:
        show(once, port)


def deliver_file(file: Path) -> None:
    """Send one mail to the demo that runs."""
    mailbox = HOME.mailbox()
    if mailbox is None or not HOME.is_alive:
        raise PersonNeededError("No demo runs here: start one with make demo.")
    try:
        content = file.read_bytes()
    except OSError as error:
        raise PersonNeededError(f"{file} cannot be read: {error.strerror}.") from None
    deliver([sample(file.name, content, utc_now())], mailbox)
    typer.echo("Delivered.")


def show(once: bool, port: int) -> None:
    """Run the demo from an empty folder to its end."""
    HOME.begin()
    with demo_server("support", secrets.token_urlsafe(12)) as mailbox:
        HOME.write_settings(mailbox, free_port(port))
        fill(mailbox)
        with service(load_settings({}, HOME.settings_file)) as ombud:
            register(ombud)
            ingest(ombud)
            if once:
                typer.echo(f"\nThe database stays in {HOME.folder}. To ask it: env $(cat {HOME.settings_file}) .venv/bin/ombud status")
            else:
                invite(ombud, port)
                go_on_until_told([part for role in ROLES.values() for part in role(ombud)])


def fill(mailbox: DemoServer) -> None:
    """Deliver the sample mails."""
    count = deliver(samples(utc_now()), mailbox)
    typer.echo(f"Mailbox: {count} sample mails, delivered by IMAP to {mailbox.host}:{mailbox.port}.")


def register(ombud: Service) -> None:
    """Import the customers whose mails will come."""
    typer.echo(f"Customers: {sentence(take(ombud, read_customers(CUSTOMERS.read_bytes()), 'demo'))}")


def ingest(ombud: Service) -> None:
    """Read the mailbox, and say what was found."""
    tally, troubles = drain_all(ombud)
    if troubles:
        raise PersonNeededError(" ".join(troubles))
    typer.echo(f"Read: {tally.fetched} mails.\n")
    id_work.once(ombud)
    for line in summary(ombud.store.views).lines(local_day(utc_now())):
        typer.echo(line)


def invite(ombud: Service, port: int) -> None:
    """Make the users, and print where to go."""
    now, url = utc_now(), ombud.settings.web_url
    if ombud.settings.web.port != port:
        typer.echo(f"\nPort {port} is taken.", nl=False)
    typer.echo(f"\nOmbud is at {url}. Sign in, each link once, as")
    with ombud.store.transaction() as tx:
        for name, role in VISITORS:
            link = tx.users.new_link(tx.users.add(name, [role], now).id, now, LINKS_LIVE)
            typer.echo(f"  {role:<8} {url}/signin/{link}")
    typer.echo("Ctrl-C ends the demo.")
