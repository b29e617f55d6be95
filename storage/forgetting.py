"""Empties what is kept on for its bare facts: mails without their words, letters without their address, quarantine without mails."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, exists, update

from gdpr.records import LetterState
from storage.dialects import insert_missing
from storage.tables import emptied_mails, messages, outbox, quarantine

AT_ONCE = 500  # ids in one statement

IS_EMPTY: ColumnElement[bool] = exists().where(emptied_mails.c.message_id == messages.c.id)
IS_OWED: ColumnElement[bool] = outbox.c.state.in_((LetterState.DRAFT, LetterState.PENDING))  # these need their address still

_NOTHING_OF_THE_MAIL = {
    "subject": "",
    "sender_name": "",
    "sender_address": "",
    "message_id": "",
    "in_reply_to": "",
    "recipients": {},
    "references": [],
    "passages": [],
    "attachments": [],
}


def some_at_once(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    """The ids, as many at once as a statement takes."""
    return (ids[first : first + AT_ONCE] for first in range(0, len(ids), AT_ONCE))


def empty_mails(connection: Connection, ids: Sequence[int], at: datetime) -> None:
    """Take the words and names out of mails; that they came, and when, stays."""
    for some in some_at_once(ids):
        connection.execute(update(messages).where(messages.c.id.in_(some)).values(_NOTHING_OF_THE_MAIL))
        insert_missing(connection, emptied_mails, [{"message_id": message_id, "emptied_at": at} for message_id in some])


def forget_addresses(connection: Connection, which: ColumnElement[bool]) -> None:
    """Take the address and the facts out of letters, but for those that are owed still."""
    connection.execute(update(outbox).where(which, ~IS_OWED).values(recipient="", facts={}))


def expire_quarantined(connection: Connection, ids: Sequence[int], at: datetime) -> None:
    """Give up mails in quarantine whose key goes, or is gone."""
    expired = {"state": "expired", "key_id": None, "sealed": None, "decided_by": "system", "decided_at": at}
    for some in some_at_once(ids):
        connection.execute(update(quarantine).where(quarantine.c.id.in_(some)).values(expired))
