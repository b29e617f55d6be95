"""Customers, their contacts, and who a sender may be."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, bindparam, insert, or_, select

from detectors.finding import Finding, Kind
from gdpr.people import (
    SAME_ADDRESS,
    SAME_DOMAIN,
    SAME_NATIONAL_NUMBER,
    SAME_ORGANISATION_NUMBER,
    SAME_PHONE,
    Likeness,
    comparable_address,
    domain_of,
    is_shared_by_strangers,
)
from gdpr.records import FactStatus, Suggestion
from gdpr.requests import ROUTE, RequestKind
from storage.confidential import readable
from storage.dialects import insert_missing, serialise
from storage.facts import Facts, NewFact
from storage.prepared import Prepared, one_of
from storage.sealing import Sealing
from storage.tables import contacts, customers, facts
from storage.tables import suggestions as suggestions_table

HEADER = "header"  # the source of an address that a mail came from
ON_FILE = (FactStatus.IMPORTED, FactStatus.CONFIRMED)
_COLLEAGUES = 5  # how many are suggested for the same domain
_SUGGESTED = 10

_IS_ADDRESS = facts.c.kind == Kind.EMAIL
_OF_CONTACT = facts.join(contacts, facts.c.contact_id == contacts.c.id)
_LIVING = contacts.c.merged_into.is_(None)
# An address that came with a sender is on file once a person merged that sender into a contact.
_VOUCHED_FOR = and_(facts.c.status == FactStatus.FILED, facts.c.source == HEADER, ~contacts.c.provisional)
_WITH_ADDRESS = Prepared(
    select(contacts.c.id)
    .select_from(_OF_CONTACT)
    .where(_IS_ADDRESS, facts.c.value == bindparam("address"), or_(one_of(facts.c.status, ON_FILE), _VOUCHED_FOR), _LIVING)
    .distinct()
    .limit(2)
)
_PROVISIONAL = Prepared(
    select(contacts.c.id)
    .select_from(_OF_CONTACT)
    .where(
        _IS_ADDRESS,
        facts.c.value == bindparam("address"),
        facts.c.source == HEADER,
        contacts.c.provisional,
        contacts.c.authenticated == bindparam("authenticated"),
        _LIVING,
    )
    .order_by(contacts.c.id)
    .limit(1)
)
# What only the data protection officer was told suggests nobody to others.
_OPENLY_KNOWN = or_(facts.c.message_id.is_(None), readable(facts.c.message_id, (ROUTE[RequestKind.DPO_QUESTION].queue,)))
_NEWCOMER = ("name", "provisional", "authenticated", "created_at")
_OPEN = Prepared(insert(contacts).returning(contacts.c.id), _NEWCOMER)


class SqlPeople:
    """The people of one transaction."""

    def __init__(self, connection: Connection, sealing: Sealing, facts: Facts) -> None:
        self._connection = connection
        self._sealing = sealing
        self._facts = facts

    def with_address(self, address: str) -> int | None:
        """The contact that has this e-mail address on file (not merely claimed), None where none or several have."""
        found = _WITH_ADDRESS.rows(self._connection, address=comparable_address(address))
        return int(found[0][0]) if len(found) == 1 else None

    def provisional(self, address: str, authenticated: bool) -> int | None:
        """The provisional profile opened earlier for this address with the same standing."""
        compared = comparable_address(address)
        serialise(self._connection, f"provisional {compared}")
        found = _PROVISIONAL.value(self._connection, address=compared, authenticated=authenticated)
        return None if found is None else int(found)

    def open_provisional(self, address: str, name: str, authenticated: bool, at: datetime) -> int:
        """A new profile of a sender whom nobody has vouched for."""
        contact_id = int(_OPEN.value(self._connection, name=name, provisional=True, authenticated=authenticated, created_at=at))
        if address:
            status = FactStatus.FILED if authenticated else FactStatus.WAITING
            self._facts.add(contact_id, NewFact.given(Kind.EMAIL, address, status, HEADER), at)
        return contact_id

    def suggest(self, address: str, findings: Iterable[Finding]) -> tuple[Suggestion, ...]:
        """Contacts who share the address, a phone, an organisation number or a domain with the mail, best first."""
        best: dict[int, Likeness] = {}
        for contact_id, likeness in self._alike(address, [finding for finding in findings if finding.is_own]):
            if contact_id not in best or best[contact_id].score < likeness.score:
                best[contact_id] = likeness
        ranked = sorted(best.items(), key=lambda pair: (-pair[1].score, pair[0]))
        return tuple(Suggestion(contact_id, likeness.reason, likeness.score) for contact_id, likeness in ranked[:_SUGGESTED])

    def remember_suggestions(self, contact_id: int, suggestions: Iterable[Suggestion]) -> None:
        """Keep suggestions for the unmatched queue; a pair that stands there already is left as it is."""
        rows = [
            {"contact_id": contact_id, "other_id": other.contact_id, "reason": other.reason, "score": other.score}
            for other in suggestions
            if other.contact_id != contact_id
        ]
        insert_missing(self._connection, suggestions_table, rows)

    def _alike(self, address: str, findings: list[Finding]) -> Iterator[tuple[int, Likeness]]:
        """Each contact that shares something with the mail, and what."""
        for likeness, query in _QUESTIONS:
            for value in self._given(likeness, address, findings):
                for (contact_id,) in query.rows(self._connection, value=value):
                    yield contact_id, likeness

    def _given(self, likeness: Likeness, address: str, findings: list[Finding]) -> list[Any]:
        """What the mail says that this likeness compares."""
        if likeness is SAME_ADDRESS:
            return [comparable_address(address)] if address else []
        if likeness is SAME_DOMAIN:
            domain = domain_of(address)
            return [] if not domain or is_shared_by_strangers(domain) else [domain]
        values = [finding.value for finding in findings if finding.kind is _COMPARED[likeness]]
        if likeness is SAME_NATIONAL_NUMBER:
            return [self._sealing.fingerprint(Kind.NATIONAL_NUMBER, value) for value in values]
        return values


def _sharing(column: ColumnElement[Any], *conditions: ColumnElement[bool], limit: int = _SUGGESTED) -> Prepared:
    """The living contacts one of whose facts has the asked value."""
    query = select(contacts.c.id).select_from(_OF_CONTACT)
    sharing = query.where(column == bindparam("value"), facts.c.status != FactStatus.REJECTED, _LIVING, _OPENLY_KNOWN, *conditions)
    return Prepared(sharing.distinct().order_by(contacts.c.id).limit(limit))


_OF_ORGANISATION = Prepared(
    select(contacts.c.id)
    .select_from(contacts.join(customers, contacts.c.customer_id == customers.c.id))
    .where(customers.c.organisation_number == bindparam("value"), _LIVING)
    .order_by(contacts.c.id)
    .limit(_SUGGESTED)
)

_COMPARED = {SAME_NATIONAL_NUMBER: Kind.NATIONAL_NUMBER, SAME_PHONE: Kind.PHONE, SAME_ORGANISATION_NUMBER: Kind.ORGANISATION_NUMBER}
_QUESTIONS: tuple[tuple[Likeness, Prepared], ...] = (
    (SAME_ADDRESS, _sharing(facts.c.value, _IS_ADDRESS)),
    (SAME_NATIONAL_NUMBER, _sharing(facts.c.value_index)),
    (SAME_PHONE, _sharing(facts.c.value, facts.c.kind == Kind.PHONE)),
    (SAME_ORGANISATION_NUMBER, _sharing(facts.c.value, facts.c.kind == Kind.ORGANISATION_NUMBER)),
    (SAME_ORGANISATION_NUMBER, _OF_ORGANISATION),
    (SAME_DOMAIN, _sharing(facts.c.domain, one_of(facts.c.status, ON_FILE), limit=_COLLEAGUES)),
)
