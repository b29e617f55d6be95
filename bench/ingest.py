"""Side by side on one Dovecot mailbox: a bare fetch, the standard library's parser, Ombud, and django-helpdesk.

`python -m bench.ingest [--mails 5000] [--only NAME …]` (or `make bench`): mails a second, ratios and peak memory, each variant in
a process of its own, its start included; then the time from a mail's delivery to its row on the page.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from bench.latency import latencies
from bench.mails import customers, mails
from bench.process import Run, run
from cli.key import new_master_key
from tests.servers import dovecot, postgres

PEER = "django-helpdesk==2.6.1"
PEER_HOME = Path("var/bench/django-helpdesk")
PEER_SHARE = 10  # the peer reads one mail of ten: it would need minutes for all
OMBUD = str(Path(sys.executable).with_name("ombud"))


@dataclass(frozen=True, slots=True)
class Bench:
    """The servers to measure on, and how many mails the mailbox holds."""

    server: dovecot.Dovecot
    folder: Path
    count: int

    @property
    def login(self) -> tuple[str, str, str]:
        """Port, user and password of the mailbox, as words of a command line."""
        return str(self.server.port), dovecot.USER, dovecot.PASSWORD

    def settings(self, database: str, workers: int = 0) -> Mapping[str, str]:
        """Ombud's settings for this mailbox and a new database."""
        return {
            "OMBUD_DATABASE_URL": database,
            "OMBUD_MASTER_KEY": new_master_key(),
            "OMBUD_IMAP_HOST": self.server.host,
            "OMBUD_IMAP_PORT": str(self.server.port),
            "OMBUD_IMAP_USER": dovecot.USER,
            "OMBUD_IMAP_PASSWORD": dovecot.PASSWORD,
            "OMBUD_IMAP_TLS": "none",
            "OMBUD_AUTHSERV_ID": "mx1.ftech.se",
            "OMBUD_PARSE_WORKERS": str(workers),
        }


def baseline(name: str) -> Callable[[Bench], Run]:
    """A variant of bench/baselines.py."""
    return lambda bench: run([sys.executable, "-m", "bench.baselines", name, *bench.login])


def poll(bench: Bench, database: str, workers: int) -> Run:
    """`ombud poll` into a new database that knows three senders of four as customers; pictures are sealed and wait to be read."""
    settings, listed = bench.settings(database, workers), bench.folder / "customers.csv"
    listed.write_text(customers())
    run([OMBUD, "import-customers", str(listed)], settings)
    return run([OMBUD, "poll", "--json", "--leave-images"], settings)  # reading a picture is the work of another process


def ombud_on_sqlite(workers: int) -> Callable[[Bench], Run]:
    """Into a new SQLite file."""
    return lambda bench: poll(bench, f"sqlite:///{bench.folder}/workers{workers}.db", workers)


def ombud_on_postgres(workers: int) -> Callable[[Bench], Run]:
    """Into a new PostgreSQL database."""

    def measure(bench: Bench) -> Run:
        with postgres.running() as cluster:
            return poll(bench, cluster.new_database(), workers)

    return measure


def peer(bench: Bench) -> Run:
    """django-helpdesk's `get_email` into a new SQLite file, in an environment of its own."""
    python = PEER_HOME / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(PEER_HOME)], check=True)
        subprocess.run([str(python), "-m", "pip", "install", "-qq", PEER], check=True)
    bench.server.deliver(list(mails(bench.count // PEER_SHARE)), ".Peer")
    command = [str(python), "bench/get_email.py"]
    run([*command, "prepare", str(bench.folder), *bench.login])
    return run([*command, "run", str(bench.folder), *bench.login])


@dataclass(frozen=True, slots=True)
class Variant:
    """One line of the result; `share` is the part of the mails that it reads."""

    name: str
    about: str
    measure: Callable[[Bench], Run]
    share: int = 1


VARIANTS = (
    Variant("a", "bare IMAP fetch", baseline("fetch")),
    Variant("b", "fetch, headers and payloads by the standard library", baseline("parse")),
    Variant("c-sqlite", "Ombud into SQLite, one process", ombud_on_sqlite(0)),
    Variant("c-sqlite-worker", "Ombud into SQLite, one parse worker", ombud_on_sqlite(1)),
    Variant("c-postgres", "Ombud into PostgreSQL, one process", ombud_on_postgres(0)),
    Variant("c-postgres-worker", "Ombud into PostgreSQL, one parse worker", ombud_on_postgres(1)),
    Variant("d", f"{PEER} get_email (one mail of {PEER_SHARE})", peer, PEER_SHARE),
)


def main() -> None:
    """Measure what is asked for and print it."""
    options = arguments()
    with ExitStack() as open_while:
        folder = Path(open_while.enter_context(tempfile.TemporaryDirectory()))
        bench = Bench(open_while.enter_context(dovecot.running()), folder, options.mails)
        fill(bench)
        for line in table(bench, [variant for variant in VARIANTS if not options.only or variant.name in options.only]):
            print(line, flush=True)
        if not options.only or "latency" in options.only:
            empty = Bench(open_while.enter_context(dovecot.running()), folder, 0)
            print(latency_line(latencies(empty.server, empty.settings(f"sqlite:///{folder}/latency.db"), options.latency_mails)))


def arguments() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(prog="bench.ingest")
    parser.add_argument("--mails", type=int, default=5000)
    parser.add_argument("--latency-mails", type=int, default=60)
    parser.add_argument("--only", nargs="*", choices=[*(variant.name for variant in VARIANTS), "latency"])
    return parser.parse_args()


def fill(bench: Bench) -> None:
    """Deliver the mails, some at a time, so that they need not all be held at once."""
    made = mails(bench.count)
    while some := [mail for _, mail in zip(range(250), made, strict=False)]:
        bench.server.deliver(some)


def table(bench: Bench, variants: list[Variant]) -> Iterator[str]:
    """A line a variant: mails a second, its ratio to (b), processor time a mail, peak memory."""
    yield f"{bench.count} mails. {'variant':<64}{'mails/s':>9}{'of (b)':>8}{'CPU ms':>8}{'peak MB':>9}"
    rate_of_b = 0.0
    for variant in variants:
        taken, read = variant.measure(bench), bench.count // variant.share
        rate = read / taken.seconds
        rate_of_b = rate if variant.name == "b" else rate_of_b
        ratio, cpu = f"{rate / rate_of_b:.2f}" if rate_of_b else "", 1000 * taken.cpu_seconds / read
        yield f"{variant.name:<18}{variant.about:<59}{rate:>9.1f}{ratio:>8}{cpu:>8.2f}{taken.peak_mb:>9.0f}  {taken.output.strip()}"


def latency_line(seconds: list[float]) -> str:
    """The median and the 95th percentile of the times from delivery to the row on the page."""
    median, p95 = statistics.median(seconds), statistics.quantiles(seconds, n=20)[-1]
    return f"delivery → row on the page, {len(seconds)} mails: median {median:.2f} s, 95 % within {p95:.2f} s"


if __name__ == "__main__":
    main()
