"""How many mails to ask for at once: many small ones, few large ones, a huge one alone."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Batch:
    """Mails that are fetched together, in the order of their UIDs, and their size in bytes."""

    uids: tuple[int, ...]
    size: int


@dataclass(frozen=True, slots=True)
class Limits:
    """What may be held in memory at once. A mail of more than `mail_bytes` is reported, not loaded."""

    batch_bytes: int = 4 * MEGABYTE
    batch_mails: int = 100
    mail_bytes: int = 64 * MEGABYTE


def in_batches(sizes: Iterable[tuple[int, int]], limits: Limits) -> Iterator[Batch]:
    """Cut (UID, size) pairs into batches within the limits; a mail that exceeds them by itself goes alone."""
    budget = min(limits.batch_bytes, limits.mail_bytes)  # so that a mail above the limit is always alone
    uids: list[int] = []
    total = 0
    for uid, size in sizes:
        if uids and (len(uids) == limits.batch_mails or total + size > budget):
            yield Batch(tuple(uids), total)
            uids, total = [], 0
        uids.append(uid)
        total += size
    if uids:
        yield Batch(tuple(uids), total)
