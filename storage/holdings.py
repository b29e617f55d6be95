"""What Ombud itself holds of one person, row by row, for the package that they are given (GDPR Art. 15(3))."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Engine, Row, Select, or_, select

from detectors.finding import Kind
from gdpr.erasure import OMBUD
from gdpr.export import Row as Told
from gdpr.export import Source, Subject
from gdpr.people import PUBLIC_MAIL_DOMAINS, RevealPurpose
from gdpr.records import FactStatus
from gdpr.redaction import person
from storage.request_views import RequestView
from storage.store import SqlStore, SqlTransaction
from storage.tables import contacts, customers, facts, messages, outbox, requests

_AT_ONCE = 200  # rows in memory
_OWN = (FactStatus.IMPORTED, FactStatus.CONFIRMED, FactStatus.FILED)


def subject_of(store: SqlStore, request: RequestView, language: str, actor: str, at: datetime, reveal: bool) -> Subject:
    """Who the request is about, over all their profiles; sealed values are opened on record, or stay masked in a preview (I7; B3)."""
    with store.transaction() as tx, store.engine.connect() as connection:
        profiles = tx.erasing.profiles(_living(connection, request.contact_id))
        values = list(_known(connection, tx, profiles, actor, at, reveal))
        return Subject(profiles, language, person(values, _colleagues(connection, profiles)))


def own_sources(store: SqlStore) -> tuple[Source, ...]:
    """Everything that Ombud holds of people, as sources of an export."""
    return tuple(Source(category, OMBUD, _reader(store.engine, query, told)) for category, query, told in _HELD)


def _living(connection: Connection, contact_id: int) -> int:
    """The profile into which this one was merged at last."""
    into = connection.execute(select(contacts.c.merged_into).where(contacts.c.id == contact_id)).scalar_one()
    return contact_id if into is None else _living(connection, into)


def _known(
    connection: Connection, tx: SqlTransaction, profiles: tuple[int, ...], actor: str, at: datetime, reveal: bool
) -> Iterator[tuple[str, str]]:
    """The names and values of the profiles that somebody vouched for."""
    for name in connection.execute(select(contacts.c.name).where(contacts.c.id.in_(profiles), contacts.c.name != "")).scalars():
        yield Kind.NAME, name
    query = select(facts).where(facts.c.contact_id.in_(profiles), facts.c.status.in_(_OWN)).order_by(facts.c.id)
    for row in connection.execute(query):
        if row.sealed is None:
            yield row.kind, row.value
        elif reveal:
            yield row.kind, tx.reveals.fact(row.id, actor, RevealPurpose.REQUEST, at)


def _colleagues(connection: Connection, profiles: tuple[int, ...]) -> list[str]:
    """The names of others at the same customer, or with an address in a domain that is not everybody's."""
    theirs = select(contacts.c.customer_id).where(contacts.c.id.in_(profiles), contacts.c.customer_id.is_not(None))
    domains = select(facts.c.domain).where(facts.c.contact_id.in_(profiles), facts.c.domain.not_in(PUBLIC_MAIL_DOMAINS))
    at_work = select(facts.c.contact_id).where(facts.c.domain.in_(domains))
    others = (contacts.c.id.not_in(profiles), contacts.c.name != "")
    same = or_(contacts.c.customer_id.in_(theirs), contacts.c.id.in_(at_work))
    return list(connection.execute(select(contacts.c.name).where(same, *others)).scalars())


def _reader(
    engine: Engine, query: Callable[[Subject], Select[Any]], told: Callable[[Row[Any], Subject], Told]
) -> Callable[[Subject], Iterator[Told]]:
    def rows(subject: Subject) -> Iterator[Told]:
        with engine.connect() as connection:
            for row in connection.execution_options(yield_per=_AT_ONCE).execute(query(subject)):
                yield told(row, subject)

    return rows


def _profile(subject: Subject) -> Select[Any]:
    columns = (contacts.c.name, contacts.c.role, contacts.c.protected, contacts.c.created_at)
    whose = customers.c.name.label("organisation"), customers.c.organisation_number
    return select(*columns, *whose).outerjoin(customers).where(contacts.c.id.in_(subject.profiles)).order_by(contacts.c.id)


def _facts(subject: Subject) -> Select[Any]:
    return select(facts).where(facts.c.contact_id.in_(subject.profiles)).order_by(facts.c.kind, facts.c.id)


def _mails(subject: Subject) -> Select[Any]:
    return select(messages).where(messages.c.contact_id.in_(subject.profiles)).order_by(messages.c.received_at, messages.c.id)


def _requests(subject: Subject) -> Select[Any]:
    columns = (requests.c.id, requests.c.kind, requests.c.status, requests.c.received_at, requests.c.due_on, requests.c.closed_at)
    return select(*columns).where(requests.c.contact_id.in_(subject.profiles)).order_by(requests.c.id)


def _letters(subject: Subject) -> Select[Any]:
    columns = (outbox.c.template, outbox.c.language, outbox.c.recipient, outbox.c.state, outbox.c.created_at, outbox.c.sent_at)
    return select(*columns).where(outbox.c.contact_id.in_(subject.profiles)).order_by(outbox.c.id)


def _columns(row: Row[Any], _: Subject) -> Told:
    return {name: _plain(value) for name, value in row._mapping.items()}


def _fact(row: Row[Any], subject: Subject) -> Told:
    # A sealed value stands among what the person is known by, if it was opened for this export.
    opened = [value for value in subject.known(row.kind) if row.sealed is not None and value[2:8] == row.value[:6]]
    told = {"kind": row.kind, "value": next(iter(opened), row.value), "status": row.status, "source": row.source}
    return {**told, "added_at": _plain(row.added_at)}


def _mail(row: Row[Any], _: Subject) -> Told:
    recipients: Mapping[str, list[str]] = row.recipients
    return {
        "received_at": _plain(row.received_at),
        "subject": row.subject,
        "from": row.sender_address,
        "from_name": row.sender_name,
        "to": list(recipients.get("to", ())),
        "cc": list(recipients.get("cc", ())),
        "text": "\n\n".join(passage["text"] for passage in row.passages),
        "attachments": [attachment["filename"] for attachment in row.attachments],
    }


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date | datetime) else value


_HELD: tuple[tuple[str, Callable[[Subject], Select[Any]], Callable[[Row[Any], Subject], Told]], ...] = (
    ("profile", _profile, _columns),
    ("facts", _facts, _fact),
    ("mails", _mails, _mail),
    ("requests", _requests, _columns),
    ("letters", _letters, _columns),
)
