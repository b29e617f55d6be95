"""How long it takes from a mail's delivery until its row stands on an open page, in a real browser."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from cli.composition import service
from config.settings import load_settings
from gdpr.people import Role
from tests.servers.dovecot import Dovecot, free_port

CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-sync"]


def latencies(server: Dovecot, settings: Mapping[str, str], count: int) -> list[float]:
    """Deliver mails one by one while `ombud run` waits in IDLE and the list of mails is open; seconds until each is shown."""
    url = f"http://127.0.0.1:{free_port()}"
    settings = {**settings, "OMBUD_WEB_BIND": url.removeprefix("http://"), "OMBUD_LOG": "text"}
    link = sign_in_link(settings)
    with running_ombud(settings), browser_page() as page:
        open_list(page, url, link)
        return [seconds_until_shown(server, page, number) for number in range(count)]


def sign_in_link(settings: Mapping[str, str]) -> str:
    """The path of a link that signs an agent in."""
    now = datetime.now(UTC)
    with service(load_settings(settings, Path(os.devnull))) as ombud, ombud.store.transaction() as tx:
        return f"/signin/{tx.users.new_link(tx.users.add('Bench', [Role.AGENT], now).id, now)}"


@contextmanager
def running_ombud(settings: Mapping[str, str]) -> Iterator[None]:
    """`ombud run` in a process of its own."""
    command = [str(Path(sys.executable).with_name("ombud")), "run"]
    with tempfile.TemporaryFile() as log, subprocess.Popen(command, env={**os.environ, **settings}, stdout=log, stderr=log) as process:
        try:
            yield
        finally:
            process.terminate()


@contextmanager
def browser_page() -> Iterator[Page]:
    """A page of Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser.new_page()
        browser.close()


def open_list(page: Page, url: str, link: str) -> None:
    """Sign in as soon as the server answers, and open the list of mails."""
    patience = time.monotonic() + 30
    while True:
        try:
            page.goto(url + link)
            break
        except Exception:
            if time.monotonic() > patience:
                raise
            time.sleep(0.2)
    page.locator("form button.primary").click()
    page.goto(f"{url}/mails")


def seconds_until_shown(server: Dovecot, page: Page, number: int) -> float:
    """Deliver one mail and wait for its row; a pause of odd length keeps deliveries out of step with the page."""
    time.sleep(0.3 + 0.37 * number % 1)
    subject = f"Mail {number} on its way"
    head = f"From: Anna Ek <anna@firma.example>\r\nTo: support@ftech.se\r\nSubject: {subject}\r\nMessage-ID: <{number}@firma.example>\r\n"
    started = time.monotonic()
    server.append(f"{head}\r\nHej {number}\r\n".encode())
    page.get_by_text(subject, exact=True).first.wait_for(timeout=30_000)
    return time.monotonic() - started
