"""A copy of each sent letter for the Sent folder, so that whoever reads the mailbox sees what was answered."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.message import EmailMessage

import structlog

from gdpr.letter_records import OwedLetter
from gdpr.letters import LetterIncomplete
from gdpr.records import LetterState
from jobs.outbox import Scribe
from jobs.scheduler import Job
from storage.store import SqlStore

EVERY = timedelta(minutes=1)
AT_MOST = 50

log = structlog.get_logger(__name__)

Keep = Callable[[EmailMessage, datetime], None]
"""Puts a mail into the Sent folder, unless it lies there."""


@dataclass(frozen=True, slots=True)
class SentCopies:
    """Files copies; what was filed and not remembered before a crash is met again and not filed twice."""

    store: SqlStore
    scribe: Scribe
    keep: Keep

    def round(self, now: datetime) -> int:
        """File what is not filed yet; returns how many copies are now."""
        with self.store.transaction() as tx:
            letters = [letter for letter_id in tx.outbox.unfiled(AT_MOST) if (letter := tx.outbox.one(letter_id))]
        return sum(self._file(letter, now) for letter in letters)

    def _file(self, owed: OwedLetter, now: datetime) -> bool:
        """File one copy, if it can still be written as it was sent."""
        kept = self._keep(owed, owed.sent_at or now)
        with self.store.transaction() as tx:
            tx.outbox.change(owed.id, [LetterState.SENT], LetterState.SENT, filed_at=now)
        if not kept:
            log.warning("letter:changed_since_sent", letter=owed.id)
        return kept

    def _keep(self, owed: OwedLetter, sent_at: datetime) -> bool:
        mail = self._as_it_was_sent(owed, sent_at)
        if mail is not None:
            self.keep(mail, sent_at)
        return mail is not None

    def _as_it_was_sent(self, owed: OwedLetter, sent_at: datetime) -> EmailMessage | None:
        try:
            letter = self.scribe.write(owed)
            return self.scribe.as_mail(letter, owed, sent_at) if letter.digest == owed.digest else None
        except (LetterIncomplete, ValueError):  # the person was erased since, and their address with them
            return None

    def job(self) -> Job:
        """The round, in its rhythm."""
        return Job("letters:file", EVERY, self.round)
