"""What of the person who asks decides how sure we must be of them; counts and instants, no value."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, Row, and_, func, or_, select

from detectors.finding import Kind
from gdpr.identity import Subject
from gdpr.people import comparable_address
from gdpr.records import FactStatus
from gdpr.request_records import RequestRow
from storage.tables import contacts, facts, messages

_AT_ONCE = timedelta(hours=1)  # what came with the profile did not change it
_VOUCHED = facts.c.status.in_((FactStatus.IMPORTED, FactStatus.CONFIRMED))


def subject_of(connection: Connection, row: RequestRow) -> Subject:
    """The person of a request, as the ladder of proofs needs to know them (I5, I7; S2)."""
    person = connection.execute(select(contacts).where(contacts.c.id == row.contact_id)).one()
    authenticated = connection.execute(select(messages.c.authenticated).where(messages.c.id == row.message_id)).scalar_one()
    since = _on_file_since(connection, row)
    return Subject(
        protected=person.protected,
        authenticated=authenticated,
        address_since=since,
        address_changed=since is not None and since > person.created_at + _AT_ONCE,
        holds_sensitive=_holds_sensitive(connection, row),
        services=_is_the_only_contact(connection, person),
        shares_address=_shares_address(connection, row),
    )


def _on_file_since(connection: Connection, row: RequestRow) -> datetime | None:
    """Since when the address is on file: by somebody's word, or by a checked mail before the request's own."""
    earlier = and_(facts.c.status == FactStatus.FILED, facts.c.message_id != row.message_id)
    theirs = (facts.c.contact_id == row.contact_id, facts.c.kind == Kind.EMAIL, facts.c.value == comparable_address(row.address))
    found: datetime | None = connection.execute(select(func.min(facts.c.added_at)).where(*theirs, or_(_VOUCHED, earlier))).scalar_one()
    return found


def _holds_sensitive(connection: Connection, row: RequestRow) -> bool:
    numbers = select(facts.c.id).where(facts.c.contact_id == row.contact_id, facts.c.kind == Kind.NATIONAL_NUMBER)
    mails = select(messages.c.id).where(messages.c.contact_id == row.contact_id, messages.c.id != row.message_id)
    return any(connection.execute(query.limit(1)).first() is not None for query in (numbers, mails))


def _is_the_only_contact(connection: Connection, person: Row[tuple[object, ...]]) -> bool:
    """Whether erasing this person ends what their customer has with us."""
    if person.customer_id is None:
        return False
    others = select(func.count()).where(contacts.c.customer_id == person.customer_id, contacts.c.merged_into.is_(None))
    return connection.execute(others).scalar_one() == 1


def _shares_address(connection: Connection, row: RequestRow) -> bool:
    """Whether another profile claims the same address."""
    same = (facts.c.kind == Kind.EMAIL, facts.c.value == comparable_address(row.address), facts.c.status != FactStatus.REJECTED)
    others = (contacts.c.id != row.contact_id, contacts.c.merged_into.is_(None))
    query = select(facts.c.id).join(contacts, facts.c.contact_id == contacts.c.id).where(*same, *others)
    return connection.execute(query.limit(1)).first() is not None
