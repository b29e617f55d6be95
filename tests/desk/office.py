"""An office for the tests of the web door: fictional people whose mails went through the whole pipeline."""

import base64
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.headerregistry import Address
from email.message import EmailMessage
from pathlib import Path

from config.policy_file import load_policy
from config.settings import Settings, load_settings
from desk.app import create_app
from gdpr.customer_csv import CustomerRow
from gdpr.message import MailId, RawMail
from gdpr.people import Role
from gdpr.policy import Policy
from gdpr.records import Outcome
from ingest.image_preview import preview
from ingest.pipeline import process
from ingest.quarantine import StepFailed, shelve
from ingest.rules import Rules
from storage.store import SqlStore
from tests.servers.dovecot import free_port
from tests.servers.web import serving

MASTER_KEY = b"0123456789abcdef0123456789abcdef"
NOW = datetime(2026, 3, 10, 9, 30, tzinfo=UTC)
PASSWORD = "korrekt häst batteri häftapparat"
AUTHSERV = "mx1.ftech.se"

EVA = "eva@kajak.example"
STRANGER = "evas.nya@postlada.example"
HOSTILE_NAME = '"><img src=x onerror=alert(1)>'
HOSTILE_SUBJECT = "<script>alert(document.cookie)</script> {{ 7 * 7 }}"
NATIONAL_NUMBER = "19850709-9805"  # one of Skatteverket's test numbers


@dataclass(slots=True)
class Office:
    """A store with people and mails, and the instant at which the tests look at it."""

    store: SqlStore
    policy: Policy
    settings: Settings
    now: datetime = NOW
    uid: int = 0

    @classmethod
    def open(cls, folder: Path, port: int = 8025) -> "Office":
        """The office whose memory is in this folder; an empty one in an empty folder."""
        environ = {"OMBUD_MASTER_KEY": base64.b64encode(MASTER_KEY).decode(), "OMBUD_WEB_BIND": f"127.0.0.1:{port}"}
        settings = load_settings(environ, folder / "no.env")
        return cls(SqlStore.open(f"sqlite:///{folder}/ombud.db", MASTER_KEY), load_policy(), settings)

    @property
    def address(self) -> str:
        """Where its web door stands."""
        return self.settings.web_url

    def retry(self, quarantine_id: int, actor: str, at: datetime) -> Outcome:
        """What the pipeline does with a quarantined mail that can be read by now."""
        with self.store.transaction() as tx:
            raw = tx.quarantine.mail(quarantine_id)
            tx.quarantine.release(quarantine_id, actor, at)
            tx.ledger.change_outcome(raw.id, Outcome.FILED, None)
        return Outcome.FILED

    def clock(self) -> datetime:
        """What time it is in the office."""
        return self.now

    def receive(self, mail: EmailMessage, ago: timedelta = timedelta(hours=1)) -> Outcome:
        """Take a mail through the pipeline, as the poller would."""
        raw = RawMail(self._next_id(), mail.as_bytes(), self.now - ago)
        return process(raw, Rules(self.policy, AUTHSERV), self.store, self.now)

    def shelve(self, step: str = "parse", reason: str = "ValueError in parse.py:7") -> None:
        """Put a mail in quarantine."""
        shelve(RawMail(self._next_id(), b"Subject: trasig\r\n\r\n", self.now), StepFailed(step, reason), self.store, self.now)

    def _next_id(self) -> MailId:
        self.uid += 1
        return MailId("support", "INBOX", 7, self.uid)

    def customer(self, name: str, contact: str, address: str, number: str = "") -> None:
        """A customer of the register, with one person."""
        row = CustomerRow(0, name, contact, number, email=address, account_manager="Kim Lund")
        with self.store.transaction() as tx:
            tx.customers.take(row, NOW)


def mail(sender: str, name: str, subject: str, text: str, authentic: bool = True) -> EmailMessage:
    """A mail to support; an authentic one bears our own mail server's word for its sender."""
    message = EmailMessage()
    if authentic:
        message["Authentication-Results"] = f"{AUTHSERV}; dmarc=pass header.from={sender.partition('@')[2]}"
    message["From"] = Address(name, addr_spec=sender)
    message["To"] = "support@ftech.se"
    message["Subject"] = subject
    message["Message-ID"] = f"<{abs(hash((sender, subject, text)))}@test.example>"
    message.set_content(text)
    return message


def furnish(folder: Path) -> None:
    """An ordinary morning in this folder: a user for each role, named after it, and something on every page."""
    office = Office.open(folder)
    with office.store.transaction() as tx:
        for role in Role:
            tx.users.add(role, [role], NOW, PASSWORD)
    office.customer("Kajakklubben Vågen", "Eva Ek", EVA, "556036-0793")
    for received, days in MORNING:
        office.receive(received, timedelta(days=days))
    office.shelve()
    office.store.close()


ACCESS = """Hej!

Jag vill ha ett registerutdrag enligt GDPR.
Mitt personnummer är 850709-9805. Ring mig på 070-174 06 05.

Med vänlig hälsning
Eva Ek
"""
TO_THE_OFFICER = "Jag har en fråga till ert dataskyddsombud. Hur länge sparar ni uppgifter enligt er dataskyddspolicy?"
HOSTILE = f"{HOSTILE_SUBJECT}\njavascript:alert(1) Ring 070-174 06 07 <b onmouseover=alert(1)>"

# What came, and how many days ago.
MORNING: tuple[tuple[EmailMessage, float], ...] = (
    (mail(EVA, "Eva Ek", "Mina uppgifter", ACCESS), 33),
    (mail(STRANGER, "Eva", "Ny adress", "Hej, min webbplats är nere. Ring 070-174 06 05."), 2),
    (mail("ina@brevduva.example", "Ina Berg", "Radera mig", "Jag vill att ni raderar alla uppgifter om mig.", authentic=False), 1),
    (mail("bo@tegel.example", "Bo Tegel", "Till dataskyddsombudet", TO_THE_OFFICER), 1),
    (mail("elak@hostile.example", HOSTILE_NAME, HOSTILE_SUBJECT, HOSTILE), 0.1),
    (mail("mailer-daemon@server.example", "Mail Delivery System", "Undelivered Mail Returned to Sender", "This is the mail system."), 0.2),
)


@contextmanager
def open_door(folder: Path) -> Iterator[Office]:
    """The office of this folder with its web door open at `office.address`."""
    port = free_port()
    office = Office.open(folder, port)
    office.uid = 1000  # beyond the mails of the morning
    app = create_app(office.store, office.policy, office.settings, office.clock, office.retry, preview)
    with serving(app, port):
        yield office
    office.store.close()
