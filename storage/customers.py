"""Customers as the operator lists them; importing the same list twice changes nothing."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, Connection, and_, exists, insert, or_, select, update

from detectors.finding import Kind
from gdpr.customer_csv import CustomerRow
from gdpr.people import SAME_ADDRESS
from gdpr.records import FactStatus
from storage.dialects import insert_missing
from storage.facts import Facts, NewFact
from storage.sealing import Sealing
from storage.tables import contacts, customers, facts, suggestions

IMPORT = "import"


class Taken(StrEnum):
    """What a row of the list did."""

    NEW = "new"
    CHANGED = "changed"
    KNOWN = "known"


class Customers:
    """The customers of one transaction."""

    def __init__(self, connection: Connection, sealing: Sealing, facts: Facts) -> None:
        self._connection = connection
        self._sealing = sealing
        self._facts = facts

    def take(self, row: CustomerRow, at: datetime) -> Taken:
        """File one row: the customer with this number (or name), the contact with this address (or name), its facts."""
        customer_id = self._customer(row)
        is_new = customer_id is None
        if customer_id is None:
            customer_id = self._insert_customer(row, at)
        changed = self._update_customer(customer_id, row)
        contact_id = self._contact(customer_id, row)
        if contact_id is None:
            contact_id, changed = self._insert_contact(customer_id, row, at), True
        for fact in _facts_of(row):
            changed |= self._facts.add(contact_id, fact, at)
        if changed and row.email:
            self._suggest_to_unmatched(contact_id, row.email)
        return Taken.NEW if is_new else Taken.CHANGED if changed else Taken.KNOWN

    def _suggest_to_unmatched(self, contact_id: int, address: str) -> None:
        """Somebody who wrote from this address before it was on file is shown who that may be."""
        people = facts.join(contacts, facts.c.contact_id == contacts.c.id)
        wrote = (facts.c.kind == Kind.EMAIL, facts.c.value == address, contacts.c.provisional, contacts.c.merged_into.is_(None))
        unmatched = self._connection.execute(select(contacts.c.id).select_from(people).where(*wrote)).scalars()
        likeness = {"other_id": contact_id, "reason": SAME_ADDRESS.reason, "score": SAME_ADDRESS.score}
        insert_missing(self._connection, suggestions, [{"contact_id": other} | likeness for other in unmatched])

    def _customer(self, row: CustomerRow) -> int | None:
        if row.organisation_number:
            return self._first_customer(customers.c.organisation_number == row.organisation_number)
        if row.national_number:
            return self._customer_of_person(row.national_number)
        return self._first_customer(customers.c.name == row.name, customers.c.organisation_number.is_(None), customers.c.source == IMPORT)

    def _first_customer(self, *conditions: ColumnElement[bool]) -> int | None:
        return self._connection.execute(select(customers.c.id).where(*conditions).order_by(customers.c.id).limit(1)).scalar()

    def _customer_of_person(self, national_number: str) -> int | None:
        """A private customer is found by the person's number, through its fingerprint; an organisation is not its contact."""
        known = facts.c.value_index == self._sealing.fingerprint(Kind.NATIONAL_NUMBER, national_number)
        people = facts.join(contacts, facts.c.contact_id == contacts.c.id)
        imported = select(contacts.c.customer_id).select_from(people).where(known, facts.c.status == FactStatus.IMPORTED)
        return self._first_customer(customers.c.id.in_(imported), customers.c.organisation_number.is_(None))

    def _insert_customer(self, row: CustomerRow, at: datetime) -> int:
        values = {
            "name": row.name,
            "organisation_number": row.organisation_number or None,
            "account_manager": row.account_manager,
            "source": IMPORT,
            "created_at": at,
        }
        return int(self._connection.execute(insert(customers).returning(customers.c.id), values).scalar_one())

    def _update_customer(self, customer_id: int, row: CustomerRow) -> bool:
        """Take over the name and the account manager where the list says something else."""
        said = {customers.c.name: row.name} | ({customers.c.account_manager: row.account_manager} if row.account_manager else {})
        differs = [column != value for column, value in said.items()]
        change = update(customers).where(customers.c.id == customer_id, or_(*differs)).values(said)
        return bool(self._connection.execute(change).rowcount)

    def _contact(self, customer_id: int, row: CustomerRow) -> int | None:
        people = select(contacts.c.id).where(contacts.c.customer_id == customer_id, contacts.c.merged_into.is_(None))
        if row.email:
            has_address = and_(facts.c.contact_id == contacts.c.id, facts.c.kind == Kind.EMAIL, facts.c.value == row.email)
            people = people.where(exists().where(has_address))
        else:
            people = people.where(contacts.c.name == (row.contact_name or row.name))
        return self._connection.execute(people.order_by(contacts.c.id).limit(1)).scalar()

    def _insert_contact(self, customer_id: int, row: CustomerRow, at: datetime) -> int:
        values = {"customer_id": customer_id, "name": row.contact_name or row.name, "created_at": at}
        return int(self._connection.execute(insert(contacts).returning(contacts.c.id), values).scalar_one())


def _facts_of(row: CustomerRow) -> list[NewFact]:
    values = (
        (Kind.EMAIL, row.email),
        (Kind.PHONE, row.phone),
        (Kind.NATIONAL_NUMBER, row.national_number),
        (Kind.ADDRESS, row.address),
    )
    return [NewFact.given(kind, value, FactStatus.IMPORTED, IMPORT) for kind, value in values if value]
