"""The outbox: letters that may leave are written, handed over and remembered, one at a time.

At least once: a process that dies between the mail server's yes and our commit leaves the letter as it was, and it is sent again with the
same Message-ID, by which mail programs show it once (docs/letters.md).
"""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.message import EmailMessage
from typing import Protocol

import structlog

from gdpr.letter_records import OwedLetter
from gdpr.letter_template import Letterbook
from gdpr.letters import Letter, LetterIncomplete, write
from gdpr.outbox_casework import NotTaken, Trouble, begin, fail, handed_over, not_taken
from gdpr.policy import Policy
from jobs.scheduler import Job
from storage.store import SqlStore

EVERY = timedelta(seconds=20)
AT_MOST = 50  # letters a round, so that the other jobs get their turn

log = structlog.get_logger(__name__)

AsMail = Callable[[Letter, OwedLetter, datetime], EmailMessage]


class Post(Protocol):
    """Who takes our letters."""

    def send(self, mail: EmailMessage) -> None:
        """Hand a letter over. Raises NotTaken."""


@dataclass(frozen=True, slots=True)
class Scribe:
    """Writes letters and makes them mails."""

    book: Letterbook
    policy: Policy
    as_mail: AsMail

    def write(self, owed: OwedLetter) -> Letter:
        """What the letter says now. Raises LetterIncomplete."""
        return write(self.book, owed.template, owed.language, owed.facts, self.policy)


@dataclass(frozen=True, slots=True)
class Outbox:
    """Sends what may leave; `chance` spreads the next tries."""

    store: SqlStore
    scribe: Scribe
    post: Post
    clock: Callable[[], datetime]
    chance: Callable[[], float] = random.random

    def round(self, now: datetime) -> int:
        """Send what may leave now, until the server cannot be used; returns how many letters left."""
        with self.store.transaction() as tx:
            due = tx.outbox.due(now, AT_MOST)
        sent = 0
        for letter_id in due:
            try:
                sent += self._send(letter_id)
            except NotTaken:
                break
        return sent

    def _send(self, letter_id: int) -> bool:
        """Send one letter; True if it left. Raises NotTaken where no other would leave either."""
        owed = self._in_hand(letter_id)
        if owed is None:
            return False
        try:
            letter = self.scribe.write(owed)
            self.post.send(self.scribe.as_mail(letter, owed, self.clock()))
        except LetterIncomplete:
            return self._give_up(owed, Trouble.INCOMPLETE)
        except ValueError:
            return self._give_up(owed, Trouble.NO_ADDRESS)
        except NotTaken as trouble:
            return self._try_again(owed, trouble)
        with self.store.transaction() as tx:
            handed_over(tx, owed, letter.digest, self.scribe.policy, self.clock())
        return True

    def _in_hand(self, letter_id: int) -> OwedLetter | None:
        with self.store.transaction() as tx:
            owed = tx.outbox.one(letter_id)
            return owed if owed and begin(tx, owed, self.scribe.policy, self.clock()) else None

    def _give_up(self, owed: OwedLetter, trouble: Trouble) -> bool:
        with self.store.transaction() as tx:
            fail(tx, owed, trouble, self.clock())
        return False

    def _try_again(self, owed: OwedLetter, trouble: NotTaken) -> bool:
        log.warning("letter:not_taken", letter=owed.id, reason=str(trouble), permanent=trouble.permanent)
        with self.store.transaction() as tx:
            not_taken(tx, owed, trouble, self.scribe.policy, self.clock(), self.chance())
        if not trouble.about_letter:
            raise trouble
        return False

    def job(self) -> Job:
        """The round, in its rhythm."""
        return Job("letters:send", EVERY, self.round)
