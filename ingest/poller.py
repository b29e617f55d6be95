"""Mail after mail from the mailbox to its outcome, none twice and none left out."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import reduce
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

    `stop` ends the work after the mail at hand; `progress` is told (done, of how many).
    """

    store: Store
    handle: Handler
    lease: Lease
    clock: Clock
    stop: Event = field(default_factory=Event)
    progress: Callable[[int, int], None] = lambda done, total: None

    def drain(self, mailbox: Mailbox) -> Tally:
        """Take every mail above the cursor to its outcome. After a change of UIDVALIDITY all are read again (RFC 3501 §2.3.1.1)."""
        tally = Tally()
        while not self.stop.is_set() and (uids := mailbox.new_uids(self._cursor(mailbox))):
            tally += self.take(mailbox, uids, advance=True)
        return tally

    def take(self, mailbox: Mailbox, uids: Sequence[int], *, advance: bool = False) -> Tally:
        """Take those of these mails that have no outcome yet to theirs; on demand, move the cursor behind them."""
        pending, shelved, tally = self._without_outcome(mailbox, uids), list[Outcome](), Tally()
        for raw, outcome in self._while_entitled(self.handle(self._loadable(mailbox, pending, shelved))):
            tally = tally.counting(outcome)
            self.progress(tally.fetched, len(pending))
            if advance and tally.fetched % ADVANCE_EVERY == 0:
                self._advance(mailbox, raw.id.uid)
        if advance and not self.stop.is_set():
            self._advance(mailbox, uids[-1])
        return reduce(Tally.counting, shelved, tally)

    def _while_entitled(self, steps: Iterator[tuple[RawMail, Outcome]]) -> Iterator[tuple[RawMail, Outcome]]:
        while not self.stop.is_set():
            self.lease.keep(self.clock())
            step = next(steps, None)
            if step is None:
                return
            yield step

    def _loadable(self, mailbox: Mailbox, uids: Sequence[int], shelved: list[Outcome]) -> Iterator[RawMail]:
        """The mails, but for those too large to load: of these the headers are shelved at once."""
        for batch in mailbox.batches(uids):
            if mailbox.is_too_large(batch):
                too_large = StepFailed("fetch", f"too large: {batch.size // MEGABYTE} MB")
                shelved += [shelve(raw, too_large, self.store, self.clock()) for raw in mailbox.read(batch)]
            else:
                yield from mailbox.read(batch)

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
