"""A shelved mail takes the path of every mail again, for instance after a new release."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime

from gdpr.records import Outcome
from ingest.pipeline import process
from ingest.rules import Rules
from storage.store import SqlStore, SqlTransaction


@dataclass(frozen=True, slots=True)
class _OffTheShelf:
    """The store as a mail from quarantine sees it: its shelf is cleared and its outcome replaced in the same transaction."""

    store: SqlStore
    quarantine_id: int
    actor: str
    now: datetime

    @contextmanager
    def transaction(self) -> Iterator[SqlTransaction]:
        """Begin by taking the mail off the shelf."""
        with self.store.transaction() as tx:
            tx.quarantine.release(self.quarantine_id, self.actor, self.now)
            yield replace(tx, ledger=tx.ledger.reopened())


def retry(quarantine_id: int, rules: Rules, store: SqlStore, actor: str, now: datetime) -> Outcome:
    """Try the mail again: it ends filed, screened or known, or on the shelf with where it breaks now.

    Raises QuarantineError if no mail waits under this number.
    """
    with store.transaction() as tx:
        raw = tx.quarantine.mail(quarantine_id)
    return process(raw, rules, _OffTheShelf(store, quarantine_id, actor, now), now)
