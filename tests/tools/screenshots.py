"""Takes the pictures in docs/screenshots: the demo's mails, in a real browser. Run by `make screenshots`."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser

from cli.composition import Service, service, utc_now
from cli.demo import fill, ingest, register
from cli.demo_home import DemoHome
from cli.demo_server import demo_server
from config.settings import load_settings
from desk.app import create_app
from gdpr.people import Role
from tests.desk import browser as chromium
from tests.servers.dovecot import free_port
from tests.servers.web import serving

PICTURES = Path(__file__).parents[2] / "docs" / "screenshots"
PASSWORD = secrets.token_urlsafe(16)
SENDER = "oskar@nordkapkajak.example"  # asks for his data, with an image of his passport


@dataclass(frozen=True, slots=True)
class Picture:
    """One page as one person sees it; `{mail}`, `{contact}` and `{request}` in the path are those of the sender."""

    name: str
    path: str
    width: int = 1280
    height: int = 800
    scheme: str = "light"
    language: str = "en"


TAKEN = (
    Picture("start", "/"),
    Picture("mails", "/mails"),
    Picture("mail", "/mails/{mail}"),
    Picture("profile", "/contacts/{contact}"),
    Picture("unmatched", "/unmatched"),
    Picture("requests", "/requests"),
    Picture("request", "/requests/{request}", height=1000),
    Picture("quarantine", "/quarantine", height=500),
    Picture("mails-dark-sv", "/mails", scheme="dark", language="sv"),
    Picture("request-dark-sv", "/requests/{request}", height=1000, scheme="dark", language="sv"),
    Picture("mails-768", "/mails", width=768, height=900),
    Picture("requests-320-sv", "/requests", width=320, height=700, language="sv"),
    Picture("mail-320-dark", "/mails/{mail}", width=320, height=700, scheme="dark"),
)


@contextmanager
def demo() -> Iterator[Service]:
    """The demo's mails, read and filed, in a folder of their own."""
    with TemporaryDirectory() as folder, demo_server("support", secrets.token_urlsafe(12)) as mailbox:
        home = DemoHome(Path(folder) / "demo")
        home.begin()
        home.write_settings(mailbox, free_port())
        fill(mailbox)
        with service(load_settings({}, home.settings_file)) as ombud:
            register(ombud)
            ingest(ombud)
            with ombud.store.transaction() as tx:
                tx.users.add("Alva", [Role.AGENT], utc_now(), PASSWORD)
            yield ombud


def places(ombud: Service) -> dict[str, int]:
    """The numbers of the sender's mail, profile and request."""
    mail = ombud.store.views.mails.one(ombud.store.views.mails.page(sender=SENDER).lines[-1].id)
    assert mail is not None
    return {"mail": mail.line.id, "contact": mail.line.contact_id or 0, "request": mail.requests[0].id}


def take(browser: Browser, address: str, picture: Picture, numbers: dict[str, int]) -> None:
    """Sign in, open the page and take its picture."""
    size = {"width": picture.width, "height": picture.height}
    context = browser.new_context(viewport=size, color_scheme=picture.scheme, locale=picture.language)  # type: ignore[arg-type]
    page = context.new_page()
    chromium.sign_in(page, address, "Alva", PASSWORD)
    page.goto(address + picture.path.format(**numbers))
    page.screenshot(path=PICTURES / f"{picture.name}.png")
    context.close()


def main() -> None:
    """Take all pictures anew."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with demo() as ombud, chromium.running() as browser:
        app = create_app(ombud.store, ombud.policy, ombud.settings, utc_now, ombud.retry)
        with serving(app, ombud.settings.web.port) as address:
            for picture in TAKEN:
                take(browser, address, picture, places(ombud))
                print(f"docs/screenshots/{picture.name}.png")


if __name__ == "__main__":
    main()
