"""A post office for tests: letters owed in a store, sent to a real server, at a clock that the test moves."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from sqlalchemy import select

from config.letter_files import load_letters
from config.policy_file import load_policy
from gdpr.letter_records import OwedLetter
from gdpr.records import LetterState, NewLetter
from ingest.letter_mail import as_mail
from ingest.send import SmtpPost
from jobs.outbox import Outbox, Post, Scribe
from storage.store import SqlStore
from storage.tables import audit
from tests.servers.smtp import SmtpServer
from tests.storage.cast import EVA, NOON, mail, newcomer, request

POLICY = load_policy()
BOOK = load_letters(POLICY)
SENDER = "support@ftech.se"
SCRIBE = Scribe(BOOK, POLICY, partial(as_mail, sender=SENDER, name="ftech AB"))


@dataclass(slots=True)
class PostOffice:
    """Owes letters and sends them."""

    store: SqlStore
    server: SmtpServer
    now: datetime = NOON
    post: Post | None = None
    mails: int = 0
    known: list[int] = field(default_factory=list)

    def owe(self, address: str = EVA, state: LetterState = LetterState.PENDING, template: str = "acknowledgement", **facts: Any) -> int:
        """Owe a letter for a mail of its own, which asks for access; returns the letter's id."""
        self.mails += 1
        with self.store.transaction() as tx:
            contact = newcomer(tx, f"{self.mails}@kund.example")
            message = tx.mails.add(mail(self.mails, sender=address), contact)
            tx.requests.open(request(), message, contact)
            due = NOON + timedelta(days=1)
            return tx.outbox.add(NewLetter(template, "sv", message, contact, address, state, due, facts=facts), NOON)

    def round(self) -> int:
        """One round of the job."""
        return self.outbox().round(self.now)

    def outbox(self) -> Outbox:
        """The job."""
        return Outbox(self.store, SCRIBE, self.post or SmtpPost(self.server.settings()), lambda: self.now, lambda: 0.0)

    def letter(self, letter_id: int) -> OwedLetter:
        """A letter as it stands now."""
        with self.store.transaction() as tx:
            found = tx.outbox.one(letter_id)
        assert found is not None
        return found

    def audited(self, letter_id: int) -> list[tuple[str, str, Mapping[str, Any]]]:
        """What the audit trail says of a letter."""
        query = select(audit.c.action, audit.c.actor, audit.c.details).where(audit.c.subject == f"letter/{letter_id}").order_by(audit.c.id)
        with self.store.engine.connect() as connection:
            return [tuple(row) for row in connection.execute(query)]
