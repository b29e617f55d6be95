"""The path of one mail: read it, then file it. The order of the steps stands here and nowhere else.

Reading needs nothing but the bytes, so that it can happen in another process; filing needs the store, and happens
in one transaction.
"""

from collections.abc import Callable
from datetime import datetime

from gdpr.filing import Filing, ReadMail
from gdpr.message import RawMail
from gdpr.records import Outcome
from gdpr.store import Store, Transaction
from ingest.digest import content_digest
from ingest.parse import parse
from ingest.quarantine import StepFailed, shelve
from ingest.rules import Rules
from ingest.steps.authenticate import authenticate
from ingest.steps.believe import believe
from ingest.steps.classify import classify
from ingest.steps.deduplicate import deduplicate
from ingest.steps.detect import detect
from ingest.steps.file import file
from ingest.steps.join import join
from ingest.steps.match_customer import match_customer
from ingest.steps.screen import screen
from ingest.steps.spot_id_images import spot_id_images

READING: tuple[Callable[[ReadMail, Rules], ReadMail], ...] = (screen, authenticate, detect, believe, classify, spot_id_images)
FILING: tuple[Callable[[Filing, Rules, Transaction], Filing], ...] = (deduplicate, match_customer, join)


def process(raw: RawMail, rules: Rules, store: Store, now: datetime) -> Outcome:
    """Take one mail to its outcome; whatever breaks on the way, it is shelved and the next mail is not kept waiting."""
    try:
        return file_read(raw, read(raw, rules), rules, store, now)
    except StepFailed as failed:
        return shelve(raw, failed, store, now)


def read(raw: RawMail, rules: Rules) -> ReadMail:
    """All that can be known of a mail without the store. Raises StepFailed naming the step that broke."""
    with StepFailed.naming("parse"):
        mail = ReadMail(parse(raw.content), raw.received_at, content_digest(raw.content), len(raw.content))
    for step in READING:
        with StepFailed.naming(step.__name__):
            mail = step(mail, rules)
    return mail


def file_read(raw: RawMail, mail: ReadMail, rules: Rules, store: Store, now: datetime) -> Outcome:
    """File a read mail in one transaction. Raises StepFailed, and StoreUnavailable when it is not the mail's fault."""
    filing = Filing(raw.id, mail)
    with StepFailed.naming("file"), store.transaction() as tx:
        for step in FILING:
            filing = step(filing, rules, tx)
        return file(filing, rules, tx, now)
