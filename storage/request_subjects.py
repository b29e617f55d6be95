"""What of the person who asks decides how sure we must be of them; counts and instants, no value. One question to the database."""

from datetime import timedelta

from sqlalchemy import BindParameter, Connection, and_, bindparam, exists, func, or_, select

from detectors.finding import Kind
from gdpr.identity import Subject
from gdpr.people import comparable_address
from gdpr.records import FactStatus
from gdpr.request_records import RequestRow
from storage.tables import contacts, facts, messages

_AT_ONCE = timedelta(hours=1)  # what came with the profile did not change it
_CONTACT: BindParameter[int] = bindparam("contact")
_MESSAGE: BindParameter[int] = bindparam("message")
_ADDRESS: BindParameter[str] = bindparam("address")

# By somebody's word, or by a checked mail before the request's own.
_VOUCHED = or_(
    facts.c.status.in_((FactStatus.IMPORTED, FactStatus.CONFIRMED)),
    and_(facts.c.status == FactStatus.FILED, facts.c.message_id != _MESSAGE),
)
_IS_ADDRESS = and_(facts.c.kind == Kind.EMAIL, facts.c.value == _ADDRESS)
_SINCE = select(func.min(facts.c.added_at)).where(facts.c.contact_id == _CONTACT, _IS_ADDRESS, _VOUCHED)
_HAS_NUMBER = exists().where(facts.c.contact_id == _CONTACT, facts.c.kind == Kind.NATIONAL_NUMBER)
_HAS_MAILS = exists().where(messages.c.contact_id == _CONTACT, messages.c.id != _MESSAGE)

_others = contacts.alias()
_IS_THERE = _others.c.merged_into.is_(None)
_COLLEAGUES = exists().where(_others.c.customer_id == contacts.c.customer_id, _others.c.id != contacts.c.id, _IS_THERE)
_CLAIMED_BY_ANOTHER = exists().where(
    _IS_ADDRESS,
    facts.c.status != FactStatus.REJECTED,
    facts.c.contact_id == _others.c.id,
    _others.c.id != _CONTACT,
    _IS_THERE,
)
_SUBJECT = (
    select(
        contacts.c.protected,
        contacts.c.created_at,
        messages.c.authenticated,
        _SINCE.scalar_subquery().label("since"),
        or_(_HAS_NUMBER, _HAS_MAILS).label("holds_sensitive"),
        and_(contacts.c.customer_id.is_not(None), ~_COLLEAGUES).label("services"),
        _CLAIMED_BY_ANOTHER.label("shares_address"),
    )
    .select_from(contacts.join(messages, messages.c.id == _MESSAGE))
    .where(contacts.c.id == _CONTACT)
)


def subject_of(connection: Connection, row: RequestRow) -> Subject:
    """The person of a request, as the ladder of proofs needs to know them (I5, I7; S2)."""
    asked = {"contact": row.contact_id, "message": row.message_id, "address": comparable_address(row.address)}
    found = connection.execute(_SUBJECT, asked).one()
    return Subject(
        protected=found.protected,
        authenticated=found.authenticated,
        address_since=found.since,
        address_changed=found.since is not None and found.since > found.created_at + _AT_ONCE,
        holds_sensitive=found.holds_sensitive,
        services=found.services,
        shares_address=found.shares_address,
    )
