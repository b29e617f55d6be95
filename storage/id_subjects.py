"""Whom an ID image should show: what the profile says of the person, but for what the same mail says of itself."""

from sqlalchemy import Connection, and_, or_, select

from detectors.finding import Kind
from gdpr.id_image_records import IdSubject
from gdpr.id_images import birth_date_of
from gdpr.records import FactStatus
from storage.keys import Keyring
from storage.tables import contacts, facts, messages, requests


def subject_of(connection: Connection, keyring: Keyring, message_id: int, request_id: int | None) -> IdSubject:
    """The person of the request, or of the mail where there is no request (I6)."""
    mail = connection.execute(select(messages).where(messages.c.id == message_id)).one()
    asked = select(requests.c.contact_id, messages.c.sender_address).join(messages, requests.c.message_id == messages.c.id)
    request = connection.execute(asked.where(requests.c.id == request_id)).one_or_none()
    contact_id = request.contact_id if request else mail.contact_id
    person = connection.execute(select(contacts).where(contacts.c.id == contact_id)).one()
    known = _known(connection, contact_id, message_id)
    numbers = [keyring.open(sealed).decode() for kind, _, sealed in known if kind == Kind.NATIONAL_NUMBER and sealed]
    names = [value for kind, value, _ in known if kind == Kind.NAME]
    return IdSubject(
        names=tuple(dict.fromkeys(names if person.provisional else [person.name, *names])),
        birth_date=next((day for number in numbers if (day := birth_date_of(number))), None),
        national_number=next(iter(numbers), ""),
        protected=person.protected,
        image_sender=mail.sender_address,
        image_authenticated=mail.authenticated,
        request_sender=request.sender_address if request else "",
    )


def _known(connection: Connection, contact_id: int, message_id: int) -> list[tuple[str, str, bytes | None]]:
    """Names and numbers that were on the profile without this mail: what a mail says of its own sender proves nothing."""
    vouched = facts.c.status.in_((FactStatus.IMPORTED, FactStatus.CONFIRMED))
    earlier = and_(facts.c.status == FactStatus.FILED, facts.c.message_id != message_id)
    of_interest = facts.c.kind.in_((Kind.NAME, Kind.NATIONAL_NUMBER))
    query = select(facts.c.kind, facts.c.value, facts.c.sealed).where(facts.c.contact_id == contact_id, of_interest, or_(vouched, earlier))
    return [(row.kind, row.value, row.sealed) for row in connection.execute(query.order_by(facts.c.id))]
