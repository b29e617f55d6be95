"""Which mails, and what came by them, may be read by whom: one condition for every view (GDPR Art. 38(5); Policy §8).

A mail is confined to a queue when it asks for something there, or when it is a letter of the authority. Whoever may not see the
queue sees neither the mail, nor that it came, nor what is known from it alone.
"""

from collections.abc import Collection

from sqlalchemy import ColumnElement, and_, exists, or_, select, true

from gdpr.authority_mail import AUTHORITY_QUEUE
from storage.prepared import one_of
from storage.queue_tables import authority_letters
from storage.tables import contacts, facts, findings, messages, requests


def readable(message_id: ColumnElement[int], hidden_queues: Collection[str]) -> ColumnElement[bool]:
    """Whether the mail with this number is in none of the hidden queues."""
    if not hidden_queues:
        return true()
    asked = requests.alias()
    conditions = [~exists().where(asked.c.message_id == message_id, one_of(asked.c.queue, hidden_queues))]
    if AUTHORITY_QUEUE in hidden_queues:
        conditions.append(~exists().where(authority_letters.c.message_id == message_id))
    return and_(*conditions)


def visible_contact(hidden_queues: Collection[str]) -> ColumnElement[bool]:
    """Whether a profile is known from more than hidden mails: by a customer's register, a readable mail or a visible request."""
    if not hidden_queues:
        return true()
    mail, asked = messages.alias(), requests.alias()
    of_contact = mail.c.contact_id == contacts.c.id
    return or_(
        contacts.c.customer_id.is_not(None),
        ~exists().where(of_contact),
        exists().where(of_contact, readable(mail.c.id, hidden_queues)),
        exists().where(asked.c.contact_id == contacts.c.id, ~one_of(asked.c.queue, hidden_queues)),
    )


def visible_fact(hidden_queues: Collection[str]) -> ColumnElement[bool]:
    """Whether a fact came by no mail, by a readable one, or stands in a readable one as well.

    A sender's address came by the mails that were sent from it.
    """
    if not hidden_queues:
        return true()
    again, mail = findings.alias(), messages.alias()
    same = (again.c.contact_id == facts.c.contact_id, again.c.kind == facts.c.kind, again.c.value == facts.c.value)
    repeated = select(again.c.id).join(mail, again.c.message_id == mail.c.id).where(*same, again.c.status.is_not(None))
    sent = messages.alias()
    from_it = (sent.c.contact_id == facts.c.contact_id, sent.c.sender_address == facts.c.value)
    secret_sender = exists().where(*from_it) & ~exists().where(*from_it, readable(sent.c.id, hidden_queues))
    return or_(
        facts.c.message_id.is_(None) & ~secret_sender,
        facts.c.message_id.is_not(None) & readable(facts.c.message_id, hidden_queues),
        repeated.where(readable(mail.c.id, hidden_queues)).exists(),
    )
