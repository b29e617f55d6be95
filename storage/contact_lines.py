"""One person in a line: what every list of people shows."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, func, select

from detectors.finding import Kind
from gdpr.records import FactStatus
from storage.confidential import visible_contact, visible_fact
from storage.tables import contacts, customers, facts


@dataclass(frozen=True, slots=True)
class ContactLine:
    """One person in a list; `address` is the first e-mail address on the profile."""

    id: int
    name: str
    role: str
    address: str
    customer_id: int | None
    customer_name: str
    provisional: bool
    authenticated: bool
    protected: bool
    created_at: datetime


LIVING = contacts.c.merged_into.is_(None)


def contact_lines(hidden_queues: Collection[str] = ()) -> Select[Any]:
    """The query for the people whom somebody may know of who may not see these queues (GDPR Art. 38(5))."""
    given = (facts.c.contact_id == contacts.c.id, facts.c.kind == Kind.EMAIL, facts.c.status != FactStatus.REJECTED)
    address = select(func.min(facts.c.value)).where(*given, visible_fact(hidden_queues)).scalar_subquery().label("address")
    people = contacts.outerjoin(customers, contacts.c.customer_id == customers.c.id)
    query = select(contacts, address, customers.c.name.label("customer_name")).select_from(people)
    return query.where(visible_contact(hidden_queues))


def contacts_where(
    connection: Connection, *conditions: ColumnElement[bool], hidden_queues: Collection[str] = ()
) -> tuple[ContactLine, ...]:
    """The people who fulfil all conditions, by name."""
    rows = connection.execute(contact_lines(hidden_queues).where(*conditions).order_by(contacts.c.name, contacts.c.id))
    return tuple(contact_line(row) for row in rows)


def contact_line(row: Row[Any]) -> ContactLine:
    """The line that a row of `contact_lines` makes."""
    return ContactLine(
        id=row.id,
        name=row.name,
        role=row.role,
        address=row.address or "",
        customer_id=row.customer_id,
        customer_name=row.customer_name or "",
        provisional=row.provisional,
        authenticated=row.authenticated,
        protected=row.protected,
        created_at=row.created_at,
    )
