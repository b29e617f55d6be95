"""`ombud run`: mailboxes, clock and web pages in one process, or some of them."""

import signal
import socket
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from contextlib import contextmanager
from functools import partial
from threading import Event, Thread
from typing import Annotated

import structlog
import typer
import uvicorn

from cli import id_work
from cli.composition import Service, service, utc_now
from cli.exits import PersonNeededError, WrongUseError
from cli.letter_work import letter_part
from config.mailboxes import MailboxSettings
from desk.app import create_app
from ingest.follow import follow
from ingest.image_preview import preview
from ingest.mailbox import Mailbox
from jobs.digest import digests
from jobs.id_images import id_images
from jobs.purge import purging
from jobs.reconcile import Reconciler
from jobs.scheduler import scheduler
from jobs.sweep import sweeping
from jobs.upkeep import upkeep
from storage.erasure import erase_again

GRACE = 5  # seconds that open web connections are given when the service stops

Part = Callable[[Event], object]
"""Something that goes on until the event is set."""

log = structlog.get_logger(__name__)


def run(only: Annotated[str, typer.Option(help="Some of ingest,work,jobs,web; all if left out.")] = "") -> None:
    """Read the mailboxes, run the clock and serve the pages until told to stop."""
    roles = chosen(only)
    with service() as ombud:
        erase_again(ombud.store, utc_now())  # a backup may have been put back: nobody who was erased is served
        parts = [part for role in roles for part in ROLES[role](ombud)]
        log.info("service:started", roles=roles, sends_letters=ombud.settings.smtp is not None)
        go_on_until_told(parts)
        log.info("service:stopped")


def chosen(only: str) -> list[str]:
    """The roles that are named, in their usual order."""
    named = {role.strip() for role in only.split(",") if role.strip()} or set(ROLES)
    if unknown := sorted(named - set(ROLES)):
        raise WrongUseError(f"--only does not know {', '.join(unknown)}: name some of {','.join(ROLES)}.")
    return [role for role in ROLES if role in named]


def go_on_until_told(parts: Sequence[Part]) -> None:
    """Run the parts side by side until SIGTERM or SIGINT, or until one of them breaks: then all stop and the fault is raised."""
    with stopping_on_signals() as stop, ThreadPoolExecutor(len(parts)) as pool:
        running = [pool.submit(part, stop) for part in parts]
        wait(running, return_when=FIRST_COMPLETED)
        stop.set()
    for part in running:
        part.result()


@contextmanager
def stopping_on_signals() -> Iterator[Event]:
    """An event that is set when the process is asked to end."""
    stop = Event()
    before = {sign: signal.signal(sign, lambda *_: stop.set()) for sign in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield stop
    finally:
        for sign, handler in before.items():
            signal.signal(sign, handler)


def ingest(ombud: Service) -> list[Part]:
    """One reader for each folder of each mailbox."""
    return [partial(read_folder, ombud, account, folder) for account, folder in ombud.folders()]


def read_folder(ombud: Service, account: MailboxSettings, folder: str, stop: Event) -> None:
    """Stay at one folder."""
    poller, reconciler = ombud.poller(account, folder), Reconciler(ombud.store)
    poller.stop = stop

    def after_round(mailbox: Mailbox) -> None:
        reconciler.after_round(mailbox, partial(poller.take, mailbox), utc_now())

    follow(poller, partial(Mailbox, account, folder), ombud.settings.poll_seconds, after_round)


def work(ombud: Service) -> list[Part]:
    """What is too heavy or too slow for the others: reading ID images, and clearing mailboxes of those that were checked."""
    return [partial(id_work.go_on, ombud)]


def jobs(ombud: Service) -> list[Part]:
    """The clock."""

    def tick(stop: Event) -> None:
        lease = ombud.lease("clock")
        nightly = purging(ombud.store, ombud.policy.retention)
        todo = (
            *upkeep(ombud.store),
            id_images(ombud.store, ombud.policy),
            *sweeping(ombud.store, ombud.policy),
            *digests(ombud.store, ombud.policy),
            nightly,
        )
        clock = scheduler(todo, lease, utc_now)
        clock.start()
        stop.wait()
        clock.shutdown()
        lease.release()

    return [tick, *letter_part(ombud)]


def web(ombud: Service) -> list[Part]:
    """The pages. The port is taken here, so that a port in use stops the start."""
    bind = ombud.settings.web
    try:
        door = socket.create_server((bind.host, bind.port), family=socket.AF_INET6 if ":" in bind.host else socket.AF_INET)
    except OSError as error:
        raise PersonNeededError(f"OMBUD_WEB_BIND: {bind.bind} cannot be listened on ({error.strerror}); choose another port.") from None
    app = create_app(ombud.store, ombud.policy, ombud.settings, utc_now, ombud.retry, preview)
    # No access log: an address that a page was asked for may hold a search word.
    configuration = uvicorn.Config(app, log_config=None, access_log=False, timeout_graceful_shutdown=GRACE, server_header=False)
    return [partial(serve, uvicorn.Server(configuration), door)]


def serve(server: uvicorn.Server, door: socket.socket, stop: Event) -> None:
    """Serve pages until told to stop."""
    serving = Thread(target=server.run, args=([door],))
    serving.start()
    log.info("web:listening", port=door.getsockname()[1])
    while serving.is_alive() and not stop.wait(0.2):
        pass
    if not stop.is_set():
        raise PersonNeededError("The web server ended by itself; the log above says why.")
    server.should_exit = True
    serving.join()


ROLES: dict[str, Callable[[Service], list[Part]]] = {"ingest": ingest, "work": work, "jobs": jobs, "web": web}
