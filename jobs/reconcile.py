"""Compares what the mail server holds with what the ledger says: no mail may be unaccounted for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from gdpr.store import Store


class Folder(Protocol):
    """An open folder of a mailbox."""

    name: str
    folder: str
    uidvalidity: int

    def uids(self) -> list[int]:
        """Every UID that the server holds."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """UIDs that the cursor has passed without an outcome, and how many still wait above it."""

    unaccounted: tuple[int, ...]
    waiting: int


def compare(folder: Folder, store: Store) -> Comparison:
    """The server's UIDs beside the ledger. A mail that is gone from the server owes no outcome."""
    held = folder.uids()
    with store.transaction() as tx:
        uidvalidity, last = tx.ledger.cursor(folder.name, folder.folder) or (0, 0)
        known = tx.ledger.uids(folder.name, folder.folder, folder.uidvalidity)
    passed = last if uidvalidity == folder.uidvalidity else 0
    missing = [uid for uid in held if uid not in known]
    return Comparison(tuple(uid for uid in missing if uid <= passed), sum(uid > passed for uid in missing))


def reconcile(folder: Folder, store: Store, fetch_again: Callable[[Sequence[int]], object], now: datetime) -> Comparison:
    """Fetch again what is unaccounted for, and remember how many remain."""
    comparison = compare(folder, store)
    if comparison.unaccounted:
        fetch_again(comparison.unaccounted)
        comparison = compare(folder, store)
    remember(folder, store, now, len(comparison.unaccounted))
    return comparison


def remember(folder: Folder, store: Store, now: datetime, unaccounted: int) -> None:
    """Keep for `ombud status` when the folder was last polled, and how many of its mails have no outcome."""
    with store.transaction() as tx:
        tx.ledger.polled(folder.name, folder.folder, now, unaccounted)


@dataclass(slots=True)
class Reconciler:
    """Reconciles a folder now and then, and after every other round remembers that it was polled."""

    store: Store
    every: timedelta = timedelta(minutes=15)
    _due: datetime | None = None
    _unaccounted: int = 0

    def after_round(self, folder: Folder, fetch_again: Callable[[Sequence[int]], object], now: datetime) -> None:
        """To be called after each round of polling, with the folder still open."""
        if self._due is None or now >= self._due:
            self._due = now + self.every
            self._unaccounted = len(reconcile(folder, self.store, fetch_again, now).unaccounted)
        else:
            remember(folder, self.store, now, self._unaccounted)
