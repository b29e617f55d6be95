"""What breaks is shelved whole, with where it broke; never dropped, never tried in a loop."""

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Self

from gdpr.message import RawMail
from gdpr.records import LedgerEntry, Outcome, Shelved
from gdpr.store import Store, StoreUnavailable


class StepFailed(Exception):
    """A step broke on a mail: which step, what kind of fault, and where; never a word of the mail itself."""

    def __init__(self, step: str, reason: str) -> None:
        super().__init__(f"{step}: {reason}")
        self.step = step
        self.reason = reason

    def __reduce__(self) -> tuple[type[Self], tuple[str, str]]:
        """Pickles, so that a reading process can hand it over."""
        return type(self), (self.step, self.reason)

    @classmethod
    @contextmanager
    def naming(cls, step: str) -> Iterator[None]:
        """Turn any fault inside the block into a StepFailed of this step; a store that is away is not the mail's fault."""
        try:
            yield
        except (StepFailed, StoreUnavailable):
            raise
        except Exception as error:  # whatever a hostile mail provokes must end on the shelf
            raise cls(step, fault(error)) from error


def fault(error: BaseException) -> str:
    """The kind of error and the innermost line of ours; its message is left out, since it may quote the mail."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "site-packages" not in frame.filename] or frames
    place = f" in {Path(ours[-1].filename).name}:{ours[-1].lineno}" if ours else ""
    return f"{type(error).__name__}{place}"


def shelve(raw: RawMail, failed: StepFailed, store: Store, now: datetime) -> Outcome:
    """Put a mail in quarantine, whole and sealed, and close its ledger line."""
    with store.transaction() as tx:
        shelved = Shelved(raw.id, raw.content, raw.received_at, failed.step, failed.reason)
        quarantine_id = tx.quarantine.shelve(shelved, now)
        tx.ledger.record(LedgerEntry(raw.id, Outcome.QUARANTINED, raw.received_at, now))
        tx.audit.write("mail:quarantined", f"quarantine/{quarantine_id}", "system", now, step=failed.step)
    return Outcome.QUARANTINED
