"""Mail after mail from the mailbox to its outcome, none twice and none left out."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from threading import Event

from gdpr.message import RawMail
from gdpr.records import Outcome
from gdpr.store import Store
from ingest.batches import MEGABYTE
from ingest.mailbox import Mailbox
from ingest.quarantine import StepFailed, shelve
from ingest.tally import Tally
from storage.leases import Lease

ADVANCE_EVERY = 100  # mails; a crash looks these up in the ledger again, it does not fetch them again

Clock = Callable[[], datetime]
Handler = Callable[[Iterable[RawMail]], Iterator[tuple[RawMail, Outcome]]]
"""Takes mails to their outcomes, in their order; each is committed when it is yielded."""


@dataclass(slots=True)
class Poller:
    """Reads a folder into the store while it holds the lease.

    `stop` ends the work after the mail at hand; `progress` is told (done, of how many); `tally` counts since the start.
    """

    store: Store
    handle: Handler
    lease: Lease
    clock: Clock
    stop: Event = field(default_factory=Event)
    progress: Callable[[int, int], None] = lambda done, total: None
    tally: Tally = field(default_factory=Tally)

    def drain(self, mailbox: Mailbox) -> None:
        """Take every mail above the cursor to its outcome. After a change of UIDVALIDITY all are read again (RFC 3501 §2.3.1.1)."""
        while not self.stop.is_set() and (uids := mailbox.new_uids(self._cursor(mailbox))):
            self.take(mailbox, uids, advance=True)

    def take(self, mailbox: Mailbox, uids: Sequence[int], *, advance: bool = False) -> None:
        """Take those of these mails that have no outcome yet to theirs; on demand, move the cursor behind them."""
        pending = self._without_outcome(mailbox, uids)
        steps = self._while_entitled(self.handle(self._loadable(mailbox, pending)))
        for done, (raw, outcome) in enumerate(steps, 1):
            self.tally = self.tally.counting(outcome)
            self.progress(done, len(pending))
            if advance and done % ADVANCE_EVERY == 0:
                self._advance(mailbox, raw.id.uid)
        if advance and not self.stop.is_set():
            self._advance(mailbox, uids[-1])

    def _while_entitled(self, steps: Iterator[tuple[RawMail, Outcome]]) -> Iterator[tuple[RawMail, Outcome]]:
        while not self.stop.is_set():
            self.lease.keep(self.clock())
            step = next(steps, None)
            if step is None:
                return
            yield step

    def _loadable(self, mailbox: Mailbox, uids: Sequence[int]) -> Iterator[RawMail]:
        """The mails, but for those too large to load: of these the headers are shelved at once."""
        for batch in mailbox.batches(uids):
            if not mailbox.is_too_large(batch):
                yield from mailbox.read(batch)
                continue
            for raw in mailbox.read(batch):
                too_large = StepFailed("fetch", f"too large: {batch.size // MEGABYTE} MB")
                self.tally = self.tally.counting(shelve(raw, too_large, self.store, self.clock()))

    def _cursor(self, mailbox: Mailbox) -> int:
        with self.store.transaction() as tx:
            uidvalidity, uid = tx.ledger.cursor(mailbox.name, mailbox.folder) or (0, 0)
        return uid if uidvalidity == mailbox.uidvalidity else 0

    def _without_outcome(self, mailbox: Mailbox, uids: Sequence[int]) -> list[int]:
        with self.store.transaction() as tx:
            known = tx.ledger.outcomes_of(mailbox.name, mailbox.folder, mailbox.uidvalidity, uids)
        return [uid for uid in uids if uid not in known]

    def _advance(self, mailbox: Mailbox, uid: int) -> None:
        with self.store.transaction() as tx:
            tx.ledger.advance(mailbox.name, mailbox.folder, mailbox.uidvalidity, uid, self.clock())
