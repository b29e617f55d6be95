"""What has had its time, found and removed a batch at a time."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Select, delete, exists, func, not_, or_, select

from gdpr.records import Outcome
from gdpr.retention import Category
from storage.audit import PURGED, SqlAudit
from storage.audit_triggers import letting_entries_go
from storage.cascade import remove
from storage.forgetting import IS_EMPTY, IS_OWED, empty_mails, expire_quarantined, forget_addresses
from storage.key_deletions import KeyDeletions
from storage.quarantine import WAITING
from storage.queue_tables import agreements
from storage.tables import audit, contacts, findings, messages, outbox, quarantine, requests


class Purge:
    """The removals of one transaction; each category says which of its rows came before an instant, and how they go."""

    def __init__(self, connection: Connection, deletions: KeyDeletions, trail: SqlAudit) -> None:
        self._connection = connection
        self._deletions = deletions
        self._trail = trail
        self._goes: Mapping[Category, Callable[[Sequence[int], datetime], None]] = {
            Category.SUPPORT_MAIL: self._remove_mails,
            Category.SCREENED_MAIL: self._remove_mails,
            Category.QUARANTINED_MAIL: self._expire_quarantined,
            Category.CLOSED_REQUEST_MAIL: self._empty_mails,
            Category.CLOSED_REQUEST: self._remove_requests,
            Category.STAFF_LETTER: self._remove_staff_letters,
            Category.AUDIT_ENTRY: self._remove_entries,
        }

    def count(self, category: Category, before: datetime) -> int:
        """How many things of this category came before the instant."""
        return int(self._connection.execute(select(func.count()).select_from(_DUE[category](before).subquery())).scalar_one())

    def remove(self, category: Category, before: datetime, at_most: int, now: datetime) -> int:
        """Remove the oldest of them; returns how many went."""
        ids = self._connection.execute(_DUE[category](before).limit(at_most)).scalars().all()
        if ids:
            self._goes[category](ids, now)
            if category is not Category.AUDIT_ENTRY:
                self._trail.write("retention:purged", f"category/{category}", "system", now, count=len(ids))
        return len(ids)

    def _remove_mails(self, ids: Sequence[int], now: datetime) -> None:
        writers = self._connection.execute(select(messages.c.contact_id).where(messages.c.id.in_(ids)).distinct()).scalars().all()
        self._remove_letters(outbox.c.message_id.in_(ids))
        remove(self._connection, self._deletions, messages, ids)
        self._forget_strangers([writer for writer in writers if writer is not None])

    def _forget_strangers(self, contact_ids: Sequence[int]) -> None:
        """A profile that only mails had made goes with the last of them."""
        kept = [exists().where(table.c.contact_id == contacts.c.id) for table in (messages, requests)]
        merged = or_(contacts.c.merged_into.is_not(None), exists().where(contacts.alias("m").c.merged_into == contacts.c.id))
        query = select(contacts.c.id).where(contacts.c.id.in_(contact_ids), contacts.c.provisional, not_(or_(*kept, merged)))
        remove(self._connection, self._deletions, contacts, self._connection.execute(query).scalars().all())

    def _empty_mails(self, ids: Sequence[int], now: datetime) -> None:
        found = self._connection.execute(select(findings.c.id).where(findings.c.message_id.in_(ids))).scalars().all()
        remove(self._connection, self._deletions, findings, found)
        forget_addresses(self._connection, outbox.c.message_id.in_(ids))
        empty_mails(self._connection, ids, now)

    def _remove_requests(self, ids: Sequence[int], now: datetime) -> None:
        mails = self._connection.execute(select(requests.c.message_id).where(requests.c.id.in_(ids)).distinct()).scalars().all()
        self._remove_letters(outbox.c.request_id.in_(ids))
        remove(self._connection, self._deletions, requests, ids)
        bare = select(messages.c.id).where(messages.c.id.in_(mails), IS_EMPTY, not_(_HAS_REQUEST))
        self._remove_mails(self._connection.execute(bare).scalars().all(), now)

    def _remove_letters(self, which: ColumnElement[bool]) -> None:
        """A letter goes with what it was about, though it could be without."""
        remove(self._connection, self._deletions, outbox, self._connection.execute(select(outbox.c.id).where(which)).scalars().all())

    def _remove_staff_letters(self, ids: Sequence[int], now: datetime) -> None:
        remove(self._connection, self._deletions, outbox, ids)

    def _expire_quarantined(self, ids: Sequence[int], now: datetime) -> None:
        for key_id in self._connection.execute(select(quarantine.c.key_id).where(quarantine.c.id.in_(ids))).scalars():
            self._deletions.owe(key_id)
        expire_quarantined(self._connection, ids, now)

    def _remove_entries(self, ids: Sequence[int], now: datetime) -> None:
        """The hash of the last entry that goes is written on into the trail: there the chain is taken up again."""
        last = max(ids)
        digest = self._connection.execute(select(audit.c.hash).where(audit.c.id == last)).scalar_one()
        self._trail.write(PURGED, "audit", "system", now, through=last, hash=digest)
        with letting_entries_go(self._connection):
            self._connection.execute(delete(audit).where(audit.c.id <= last))


_HAS_REQUEST: ColumnElement[bool] = exists().where(requests.c.message_id == messages.c.id)


def _mails(outcome: Outcome, before: datetime) -> Select[int]:
    old = (messages.c.outcome == outcome, messages.c.received_at < before)
    return select(messages.c.id).where(*old, not_(_HAS_REQUEST)).order_by(messages.c.id)


def _support_mails(before: datetime) -> Select[int]:
    return _mails(Outcome.FILED, before)


def _screened_mails(before: datetime) -> Select[int]:
    return _mails(Outcome.SCREENED, before)


def _quarantined(before: datetime) -> Select[int]:
    return select(quarantine.c.id).where(quarantine.c.state == WAITING, quarantine.c.shelved_at < before).order_by(quarantine.c.id)


def _mails_of_closed_requests(before: datetime) -> Select[int]:
    """Mails that still have their words although every request in them was closed long enough ago."""
    alive = or_(requests.c.closed_at.is_(None), requests.c.closed_at >= before)
    held = exists().where(requests.c.message_id == messages.c.id, alive)
    return select(messages.c.id).where(_HAS_REQUEST, not_(held), not_(IS_EMPTY)).order_by(messages.c.id)


def _closed_requests(before: datetime) -> Select[int]:
    """An agreement that came of a request keeps it (GDPR Art. 28(3))."""
    agreed = exists().where(agreements.c.request_id == requests.c.id, agreements.c.filed_at.is_not(None))
    return select(requests.c.id).where(requests.c.closed_at < before, not_(agreed)).order_by(requests.c.id)


def _staff_letters(before: datetime) -> Select[int]:
    """Letters that are about no mail and no request, once they need nothing more."""
    about_nothing = (outbox.c.message_id.is_(None), outbox.c.request_id.is_(None))
    return select(outbox.c.id).where(*about_nothing, ~IS_OWED, outbox.c.created_at < before).order_by(outbox.c.id)


def _entries(before: datetime) -> Select[int]:
    """The entries below the first that must stay."""
    first_kept = select(func.min(audit.c.id)).where(audit.c.at >= before).scalar_subquery()
    return select(audit.c.id).where(audit.c.at < before, audit.c.id < first_kept).order_by(audit.c.id)


_DUE: Mapping[Category, Callable[[datetime], Select[int]]] = {
    Category.SUPPORT_MAIL: _support_mails,
    Category.SCREENED_MAIL: _screened_mails,
    Category.QUARANTINED_MAIL: _quarantined,
    Category.CLOSED_REQUEST_MAIL: _mails_of_closed_requests,
    Category.CLOSED_REQUEST: _closed_requests,
    Category.STAFF_LETTER: _staff_letters,
    Category.AUDIT_ENTRY: _entries,
}
