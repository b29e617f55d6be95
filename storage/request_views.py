"""Requests as the desk shows them, with every date of their clock."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, Row, select

from gdpr.records import OPEN_STATUSES, RequestStatus
from storage.tables import contacts, customers, messages, requests


@dataclass(frozen=True, slots=True)
class RequestView:
    """One request; days left and standing are told by `gdpr.clock` from these dates and now."""

    id: int
    kind: str
    status: RequestStatus
    queue: str
    certain: bool
    score: float
    reason: str
    part: str
    start: int
    end: int
    sentence: str
    received_at: datetime
    received_day: date
    promise_on: date
    legal_on: date
    due_on: date
    attention_at: datetime | None
    policy_version: str
    opened_at: datetime
    closed_at: datetime | None
    version: int
    paused: bool
    message_id: int
    subject: str
    sender_address: str
    authenticated: bool
    contact_id: int
    contact_name: str
    customer_id: int | None
    customer_name: str


_SHOWN = (
    requests.join(messages, requests.c.message_id == messages.c.id)
    .join(contacts, requests.c.contact_id == contacts.c.id)
    .outerjoin(customers, contacts.c.customer_id == customers.c.id)
)
_REQUEST = select(
    requests,
    messages.c.subject,
    messages.c.passages,
    messages.c.sender_address,
    messages.c.authenticated,
    contacts.c.name.label("contact_name"),
    contacts.c.customer_id,
    customers.c.name.label("customer_name"),
).select_from(_SHOWN)
_PLAIN = tuple(name for name in RequestView.__dataclass_fields__ if name not in {"status", "sentence", "contact_name", "customer_name"})


class RequestViews:
    """The requests, the one that is due first on top."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def open(self, hidden_queues: Collection[str] = ()) -> tuple[RequestView, ...]:
        """Every open request."""
        visible = requests.c.queue.not_in(list(hidden_queues))
        with self._engine.connect() as connection:
            return requests_where(connection, requests.c.status.in_(sorted(OPEN_STATUSES)), visible)

    def of_contact(self, contact_id: int, hidden_queues: Collection[str] = ()) -> tuple[RequestView, ...]:
        """Every request of one person, open or closed."""
        with self._engine.connect() as connection:
            return requests_where(connection, requests.c.contact_id == contact_id, requests.c.queue.not_in(list(hidden_queues)))

    def one(self, request_id: int, hidden_queues: Collection[str] = ()) -> RequestView | None:
        """One request; None where there is none, or it is hidden."""
        with self._engine.connect() as connection:
            found = requests_where(connection, requests.c.id == request_id, requests.c.queue.not_in(list(hidden_queues)))
        return next(iter(found), None)


def requests_where(connection: Connection, *conditions: ColumnElement[bool]) -> tuple[RequestView, ...]:
    """The requests that fulfil all conditions."""
    query = _REQUEST.where(*conditions).order_by(requests.c.due_on, requests.c.id)
    return tuple(_request(row) for row in connection.execute(query))


def _request(row: Row[Any]) -> RequestView:
    return RequestView(
        **{name: getattr(row, name) for name in _PLAIN},
        status=RequestStatus(row.status),
        sentence=stretch(row, row.part, row.start, row.end),
        contact_name=row.contact_name,
        customer_name=row.customer_name or "",
    )


def stretch(mail: Row[Any], part: str, start: int, end: int) -> str:
    """The words of a kept mail between two offsets; "" where that text was not kept."""
    if part == "subject":
        return str(mail.subject[start:end])
    for passage in mail.passages:
        if passage["part"] == part and passage["start"] <= start < passage["start"] + len(passage["text"]):
            return str(passage["text"][start - passage["start"] : end - passage["start"]])
    return ""
