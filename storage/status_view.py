"""The counts that tell whether anything is lost, late or waiting."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Engine, Select, func, or_, select

from gdpr.records import OPEN_STATUSES, LetterState, Outcome
from storage.confidential import readable, visible_contact
from storage.quarantine import WAITING
from storage.tables import contacts, cursors, ledger, outbox, quarantine, requests


@dataclass(frozen=True, slots=True)
class Status:
    """Counts only, no personal data."""

    mails: Mapping[Outcome, int]
    unaccounted: int
    open_by_kind: Mapping[str, int]
    unmatched: int
    quarantine_waiting: int
    outbox_pending: int
    outbox_failed: int
    last_poll_at: datetime | None


def status(engine: Engine, hidden_queues: Collection[str] = ()) -> Status:
    """The counts, all of one moment; those for a person leave out what that person may not know of."""
    seen = or_(ledger.c.message_id.is_(None), readable(ledger.c.message_id, hidden_queues))
    with engine.connect() as connection:
        outcomes = _counts(connection, select(ledger.c.outcome, func.count()).where(seen).group_by(ledger.c.outcome))
        open_requests = requests.c.status.in_(sorted(OPEN_STATUSES))
        visible = requests.c.queue.not_in(list(hidden_queues))
        letters = _counts(connection, select(outbox.c.state, func.count()).group_by(outbox.c.state))
        unmatched = (contacts.c.provisional, contacts.c.merged_into.is_(None), visible_contact(hidden_queues))
        row = connection.execute(select(func.coalesce(func.sum(cursors.c.unaccounted), 0), func.max(cursors.c.polled_at))).one()
        return Status(
            mails={outcome: outcomes.get(outcome, 0) for outcome in Outcome},
            unaccounted=row[0],
            open_by_kind=_counts(connection, select(requests.c.kind, func.count()).where(open_requests, visible).group_by(requests.c.kind)),
            unmatched=connection.execute(select(func.count()).select_from(contacts).where(*unmatched)).scalar_one(),
            quarantine_waiting=connection.execute(select(func.count()).where(quarantine.c.state == WAITING)).scalar_one(),
            outbox_pending=letters.get(LetterState.DRAFT, 0) + letters.get(LetterState.PENDING, 0),
            outbox_failed=letters.get(LetterState.FAILED, 0) + letters.get(LetterState.BOUNCED, 0),
            last_poll_at=row[1],
        )


def _counts(connection: Connection, query: Select[str, int]) -> dict[str, int]:
    return dict(connection.execute(query).all())
