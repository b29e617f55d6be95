"""One person in a line: what every list of people shows."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, func, select

from detectors.finding import Kind
from gdpr.records import FactStatus
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


_ADDRESS = (
    select(func.min(facts.c.value))
    .where(facts.c.contact_id == contacts.c.id, facts.c.kind == Kind.EMAIL, facts.c.status != FactStatus.REJECTED)
    .scalar_subquery()
    .label("address")
)
CONTACT = select(contacts, _ADDRESS, customers.c.name.label("customer_name")).select_from(
    contacts.outerjoin(customers, contacts.c.customer_id == customers.c.id)
)
LIVING = contacts.c.merged_into.is_(None)


def contacts_where(connection: Connection, *conditions: ColumnElement[bool]) -> tuple[ContactLine, ...]:
    """The people who fulfil all conditions, by name."""
    rows = connection.execute(CONTACT.where(*conditions).order_by(contacts.c.name, contacts.c.id))
    return tuple(contact_line(row) for row in rows)


def contact_line(row: Row[Any]) -> ContactLine:
    """The line that a row of CONTACT makes."""
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
