"""A real browser for the tests: Chromium, driven by Playwright."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, sync_playwright

from tests.desk.office import PASSWORD

CHROMIUM = os.environ.get("OMBUD_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def installed() -> bool:
    """Whether there is a Chromium to drive."""
    return CHROMIUM is not None


@contextmanager
def running() -> Iterator[Browser]:
    """A browser while the block lasts."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        try:
            yield browser
        finally:
            browser.close()


def sign_in(page: Page, address: str, name: str = "agent", password: str = PASSWORD) -> None:
    """Come in through the form, as a person does."""
    page.goto(f"{address}/signin")
    page.fill("#name", name)
    page.fill("#password", password)
    page.click("button.primary")
    page.wait_for_url(f"{address}/")
