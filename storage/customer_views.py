"""Customers as the desk shows them, and how they are found."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, func, or_, select

from detectors.finding import Kind
from gdpr.people import comparable_address
from storage.confidential import visible_contact, visible_fact
from storage.contact_lines import LIVING, ContactLine, contacts_where
from storage.paging import Listed, Page, contains
from storage.tables import contacts, customers, facts


@dataclass(frozen=True, slots=True)
class CustomerLine:
    """One customer in a list."""

    id: int
    name: str
    organisation_number: str
    account_manager: str
    contacts: int
    created_at: datetime


@dataclass(frozen=True, slots=True)
class CustomerView:
    """One customer with its people."""

    line: CustomerLine
    source: str
    contacts: tuple[ContactLine, ...]


_CONTACTS_OF = select(func.count()).where(contacts.c.customer_id == customers.c.id, LIVING).scalar_subquery().label("contacts")
_CUSTOMER = select(customers, _CONTACTS_OF)
_CUSTOMERS = Listed(_CUSTOMER, customers.c.created_at, customers.c.id)


def customers_page(
    connection: Connection, search: str, after: str | None, size: int, hidden_queues: Collection[str] = ()
) -> Page[CustomerLine]:
    """Customers whose name, number, people or addresses hold the words of `search`, newest first."""
    rows = connection.execute(_CUSTOMERS.rows(after, size, *_found_by(search, hidden_queues))).all()
    return _CUSTOMERS.page([(row, _customer(row)) for row in rows], size)


def customer_view(connection: Connection, customer_id: int, hidden_queues: Collection[str] = ()) -> CustomerView | None:
    """One customer with its people; None where there is none."""
    row = connection.execute(_CUSTOMER.where(customers.c.id == customer_id)).one_or_none()
    if row is None:
        return None
    people = contacts_where(connection, contacts.c.customer_id == customer_id, LIVING, hidden_queues=hidden_queues)
    return CustomerView(_customer(row), row.source, people)


def _found_by(search: str, hidden_queues: Collection[str]) -> list[ColumnElement[bool]]:
    """Every word must be found somewhere about the customer."""
    return [_holds(word, hidden_queues) for word in search.split()]


def _holds(word: str, hidden_queues: Collection[str]) -> ColumnElement[bool]:
    people = contacts.outerjoin(facts, (facts.c.contact_id == contacts.c.id) & (facts.c.kind == Kind.EMAIL))
    address = contains(facts.c.value, comparable_address(word)) & visible_fact(hidden_queues)
    person = (
        select(contacts.c.customer_id)
        .select_from(people)
        .where(or_(contains(contacts.c.name, word), address), visible_contact(hidden_queues))
    )
    return or_(contains(customers.c.name, word), contains(customers.c.organisation_number, word), customers.c.id.in_(person))


def _customer(row: Row[Any]) -> CustomerLine:
    return CustomerLine(row.id, row.name, row.organisation_number or "", row.account_manager, row.contacts, row.created_at)
