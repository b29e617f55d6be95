"""Profiles and unmatched senders as the desk shows them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, Row, Select, exists, func, or_, select

from detectors.finding import Kind
from gdpr.records import FactStatus
from storage.confidential import readable, visible_contact, visible_fact
from storage.contact_lines import LIVING, ContactLine, contact_line, contact_lines, contacts_where
from storage.customer_views import CustomerLine, CustomerView, customer_view, customers_page
from storage.paging import Listed, Page, contains
from storage.tables import contacts, facts, findings, merges, messages, suggestions


@dataclass(frozen=True, slots=True)
class FactView:
    """A fact of a profile with where it came from; `sealed` where a reveal is possible."""

    id: int
    kind: str
    value: str
    status: FactStatus
    source: str
    added_at: datetime
    message_id: int | None
    part: str
    start: int | None
    end: int | None
    sealed: bool


@dataclass(frozen=True, slots=True)
class SuggestionView:
    """Somebody who may be the same person, and the reason."""

    contact: ContactLine
    reason: str
    score: float


@dataclass(frozen=True, slots=True)
class MergeView:
    """A merge that can be undone."""

    id: int
    merged_id: int
    merged_name: str
    actor: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ContactView:
    """One profile; `merged_into` names the profile that holds everything now, where a person merged them."""

    line: ContactLine
    merged_into: int | None
    facts: tuple[FactView, ...]
    suggestions: tuple[SuggestionView, ...]
    merges: tuple[MergeView, ...]


@dataclass(frozen=True, slots=True)
class UnmatchedLine:
    """A sender whom nobody has vouched for, with who they may be."""

    contact: ContactLine
    mails: int
    last_mail_at: datetime | None
    suggestions: tuple[SuggestionView, ...]


def _unmatched(hidden_queues: Collection[str]) -> Listed:
    theirs = (messages.c.contact_id == contacts.c.id, readable(messages.c.id, hidden_queues))
    query = contact_lines(hidden_queues).add_columns(
        select(func.count(messages.c.id)).where(*theirs).scalar_subquery().label("mails"),
        select(func.max(messages.c.received_at)).where(*theirs).scalar_subquery().label("last_mail_at"),
    )
    return Listed(query.where(contacts.c.provisional, LIVING), contacts.c.created_at, contacts.c.id)


class PeopleViews:
    """The people on file and those who are not."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def customers(
        self, search: str = "", after: str | None = None, size: int = 50, hidden_queues: Collection[str] = ()
    ) -> Page[CustomerLine]:
        """Customers whose name, number, people or addresses hold the words of `search`, newest first."""
        with self._engine.connect() as connection:
            return customers_page(connection, search, after, size, hidden_queues)

    def customer(self, customer_id: int, hidden_queues: Collection[str] = ()) -> CustomerView | None:
        """One customer with its people; None where there is none."""
        with self._engine.connect() as connection:
            return customer_view(connection, customer_id, hidden_queues)

    def contacts(self, search: str, size: int = 20, hidden_queues: Collection[str] = ()) -> tuple[ContactLine, ...]:
        """People on file whose name or address holds the text: whom a sender may be merged with."""
        given = (facts.c.contact_id == contacts.c.id, facts.c.kind == Kind.EMAIL, contains(facts.c.value, search))
        address = exists().where(*given, visible_fact(hidden_queues))
        with self._engine.connect() as connection:
            found = contacts_where(connection, or_(contains(contacts.c.name, search), address), LIVING, hidden_queues=hidden_queues)
        return found[:size]

    def contact(self, contact_id: int, hidden_queues: Collection[str] = ()) -> ContactView | None:
        """One profile whole; None where there is none, or all that is known of it is hidden."""
        with self._engine.connect() as connection:
            row = connection.execute(contact_lines(hidden_queues).where(contacts.c.id == contact_id)).one_or_none()
            if row is None:
                return None
            return ContactView(
                line=contact_line(row),
                merged_into=row.merged_into,
                facts=_facts(connection, contact_id, hidden_queues),
                suggestions=_suggestions(connection, [contact_id], hidden_queues).get(contact_id, ()),
                merges=_merges(connection, contact_id, hidden_queues),
            )

    def unmatched(self, after: str | None = None, size: int = 50, hidden_queues: Collection[str] = ()) -> Page[UnmatchedLine]:
        """Provisional profiles with their suggestions, newest first."""
        listed = _unmatched(hidden_queues)
        with self._engine.connect() as connection:
            rows = connection.execute(listed.rows(after, size)).all()
            suggested = _suggestions(connection, [row.id for row in rows], hidden_queues)
        lines = [(row, UnmatchedLine(contact_line(row), row.mails, row.last_mail_at, suggested.get(row.id, ()))) for row in rows]
        return listed.page(lines, size)

    def unmatched_count(self, hidden_queues: Collection[str] = ()) -> int:
        """How many provisional profiles wait for a person."""
        query = select(func.count()).select_from(contacts).where(contacts.c.provisional, LIVING, visible_contact(hidden_queues))
        with self._engine.connect() as connection:
            return connection.execute(query).scalar_one()


def _facts(connection: Connection, contact_id: int, hidden_queues: Collection[str]) -> tuple[FactView, ...]:
    place = (findings.c.part, findings.c.start, findings.c.end)
    source = facts.outerjoin(findings, facts.c.finding_id == findings.c.id)
    visible = (facts.c.contact_id == contact_id, visible_fact(hidden_queues))
    query = select(facts, *place).select_from(source).where(*visible).order_by(facts.c.kind, facts.c.id)
    return tuple(_fact(row) for row in connection.execute(query))


def _fact(row: Row[Any]) -> FactView:
    return FactView(
        id=row.id,
        kind=row.kind,
        value=row.value,
        status=FactStatus(row.status),
        source=row.source,
        added_at=row.added_at,
        message_id=row.message_id,
        part=row.part or "",
        start=row.start,
        end=row.end,
        sealed=row.sealed is not None,
    )


def _suggestions(
    connection: Connection, contact_ids: Sequence[int], hidden_queues: Collection[str]
) -> dict[int, tuple[SuggestionView, ...]]:
    query: Select[Any] = (
        contact_lines(hidden_queues)
        .join(suggestions, suggestions.c.other_id == contacts.c.id)
        .add_columns(suggestions.c.contact_id.label("for_id"), suggestions.c.reason, suggestions.c.score)
        .where(suggestions.c.contact_id.in_(contact_ids), suggestions.c.dismissed_at.is_(None), LIVING)
        .order_by(suggestions.c.score.desc(), contacts.c.id)
    )
    found: dict[int, tuple[SuggestionView, ...]] = {}
    for row in connection.execute(query):
        found[row.for_id] = (*found.get(row.for_id, ()), SuggestionView(contact_line(row), row.reason, row.score))
    return found


def _merges(connection: Connection, contact_id: int, hidden_queues: Collection[str]) -> tuple[MergeView, ...]:
    query = (
        select(merges, contacts.c.name.label("merged_name"))
        .join(contacts, merges.c.merged_id == contacts.c.id)
        .where(merges.c.kept_id == contact_id, merges.c.undone_at.is_(None))
        .order_by(merges.c.id.desc())
    )
    rows = connection.execute(query).all()
    known = [row for row in rows if _moved_something_readable(connection, row.moved["messages"], hidden_queues)]
    return tuple(MergeView(row.id, row.merged_id, row.merged_name, row.actor, row.at) for row in known)


def _moved_something_readable(connection: Connection, moved: Sequence[int], hidden_queues: Collection[str]) -> bool:
    """Whether a merge tells of more than of mails that are hidden."""
    query = select(messages.c.id).where(messages.c.id.in_(moved), readable(messages.c.id, hidden_queues)).limit(1)
    return not moved or not hidden_queues or connection.execute(query).first() is not None
