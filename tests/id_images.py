"""Mails with pictures that may be ID images, and what is read in them; everybody in them is fictional."""

import io
from dataclasses import replace
from datetime import UTC, date, datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from random import Random

from PIL import Image

from config.policy_file import load_policy
from detectors.id_document import IdDocument, IdFields, IdReading, Verdict
from gdpr.customer_csv import CustomerRow
from gdpr.id_image_records import OpeningPurpose
from gdpr.id_requests import note_reading
from gdpr.message import MailId, RawMail
from gdpr.records import Outcome
from ingest.pipeline import file_read, read
from ingest.rules import Rules
from storage.store import SqlStore

AUTHSERV = "mx1.ftech.se"
POLICY = load_policy()
RULES = Rules(POLICY, AUTHSERV)
NOON = datetime(2026, 3, 5, 12, tzinfo=UTC)
EVA, NUMBER = "eva@kund.example", "19850709-9805"
ACCESS = "Hej! Jag vill ha ett registerutdrag enligt GDPR över de uppgifter ni har om mig. Mitt pass är bifogat."
ORDINARY = "Hej! Vår webbplats är nere sedan i morse."
PASSPORT = IdReading(
    Verdict.ID_DOCUMENT, IdDocument.PASSPORT, 0.98, "mrz_td3", IdFields("EVA EK", date(1985, 7, 9), NUMBER, date(2030, 1, 1))
)


def picture(seed: int = 1) -> bytes:
    """A JPEG of some 40 kB of which no two pieces are alike."""
    noise = Image.frombytes("RGB", (160, 100), Random(seed).randbytes(160 * 100 * 3))
    kept = io.BytesIO()
    noise.resize((640, 400)).save(kept, "JPEG", quality=90)
    return kept.getvalue()


def mail(text: str = ACCESS, *pictures: bytes, sender: str = EVA, number: int = 1, message_id: bool = True) -> bytes:
    """A mail of Eva's as her mail program sends it, with pictures; our own mail server vouches for her."""
    message = EmailMessage(policy=SMTP)
    message["Authentication-Results"] = f"{AUTHSERV}; dmarc=pass header.from={sender.partition('@')[2]}"
    message["From"] = Address("Eva Ek", addr_spec=sender)
    message["To"] = "support@ftech.se"
    message["Subject"] = "Mina uppgifter åäö"
    if message_id:
        message["Message-ID"] = f"<{number}@kund.example>"
    message.set_content(text)
    for count, content in enumerate(pictures, 1):
        message.add_attachment(content, "image", "jpeg", filename=f"IMG_{count}.jpeg")
    if pictures:
        message.set_boundary(f"=-of-mail-{number}")
    return message.as_bytes()


def register_eva(store: SqlStore) -> None:
    """Eva is a customer, with a national number on file."""
    with store.transaction() as tx:
        tx.customers.take(CustomerRow(0, "Kajak AB", "Eva Ek", "556036-0793", email=EVA, national_number=NUMBER), NOON)


def take(store: SqlStore, content: bytes, uid: int = 1, at: datetime = NOON) -> Outcome:
    """File a mail that lies in the mailbox under this UID."""
    return file(store, RawMail(MailId("support", "INBOX", 7, uid), content, at), at)


def file(store: SqlStore, raw: RawMail, at: datetime) -> Outcome:
    """File a mail, every picture in it taken for a candidate."""
    known = read(raw, RULES)
    pictures = tuple(file for file in known.message.attachments if file.content_type == "image/jpeg")
    return file_read(raw, replace(known, id_candidates=pictures), RULES, store, at)


def hold(store: SqlStore, reading: IdReading = PASSPORT, at: datetime = NOON) -> int:
    """Have the image that waits longest read like this; returns its id."""
    with store.transaction() as tx:
        image_id = tx.id_images.next_waiting()
        assert image_id is not None
        note_reading(tx, image_id, reading, POLICY, at)
    return image_id


def open_image(store: SqlStore, image_id: int, actor: str = "user/1", at: datetime = NOON) -> str:
    """Have a person look at an image; returns what the picture is fetched with."""
    with store.transaction() as tx:
        return tx.openings.open(image_id, actor, OpeningPurpose.CHECK, at)
