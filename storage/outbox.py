"""Letters that are owed, and what became of them."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, func, insert, or_, select, update

from gdpr.letter_records import OwedLetter, Reply
from gdpr.letters import AboutRequest
from gdpr.people import comparable_address
from gdpr.records import OPEN_STATUSES, LetterState, NewLetter
from gdpr.reply_token import Mark, mark
from storage.dialects import inserting
from storage.keys import Keyring
from storage.letter_tables import replies
from storage.tables import messages, outbox, requests

_MARKS = "letter mark"
_KEPT = ("template", "language", "message_id", "contact_id", "request_id", "cause", "recipient", "state", "due_at")
_PLAIN = ("id", "template", "language", "message_id", "contact_id", "request_id", "recipient", "due_at", "created_at", "tries", "sent_at")
_LETTER = select(outbox, messages.c.message_id.label("answered"), messages.c.references).outerjoin(
    messages, outbox.c.message_id == messages.c.id
)
_LEFT = (LetterState.SENT, LetterState.BOUNCED)


class SqlOutbox:
    """The outbox of one transaction: one letter a cause."""

    def __init__(self, connection: Connection, keyring: Keyring) -> None:
        self._connection = connection
        self._keyring = keyring

    def add(self, letter: NewLetter, at: datetime) -> int:
        """Owe a letter; returns its id. One that is owed for the same cause already is left as it is."""
        row = {name: getattr(letter, name) for name in _KEPT} | {"facts": dict(letter.facts), "created_at": at}
        adding = inserting(self._connection.dialect.name, outbox).values(row).on_conflict_do_nothing().returning(outbox.c.id)
        added = self._connection.execute(adding).scalar_one_or_none()
        known = select(outbox.c.id).where(outbox.c.cause == letter.cause)
        return int(self._connection.execute(known).scalar_one() if added is None else added)

    def one(self, letter_id: int) -> OwedLetter | None:
        """A letter, None where there is none."""
        return next(iter(letters_in(self._connection, self._keyring, _LETTER.where(outbox.c.id == letter_id))), None)

    def marked(self, mark: Mark) -> OwedLetter | None:
        """The letter that bears this mark; None for a mark that we did not write."""
        return self.one(mark.letter_id) if mark.is_genuine(self._sign) else None

    def due(self, now: datetime, limit: int) -> tuple[int, ...]:
        """The letters that may be sent now, the most urgent first."""
        may = or_(outbox.c.next_try_at.is_(None), outbox.c.next_try_at <= now)
        return self._ids(outbox.c.state == LetterState.PENDING, may, limit=limit)

    def unfiled(self, limit: int) -> tuple[int, ...]:
        """Sent letters of which no copy was put into the Sent folder yet."""
        return self._ids(outbox.c.state == LetterState.SENT, outbox.c.filed_at.is_(None), limit=limit)

    def claim(self, letter: OwedLetter, until: datetime) -> bool:
        """Begin a try, which nobody else begins before `until`; False where somebody else was first."""
        mine = (outbox.c.id == letter.id, outbox.c.state == LetterState.PENDING, outbox.c.tries == letter.tries)
        values = {"tries": letter.tries + 1, "next_try_at": until}
        return self._connection.execute(update(outbox).where(*mine).values(values)).rowcount == 1

    def left_for(self, address: str, since: datetime) -> int:
        """How many letters left without a click since then, for one address."""
        return self._left(func.lower(outbox.c.recipient) == comparable_address(address), since)

    def left_for_domain(self, domain: str, since: datetime) -> int:
        """The same for every address of a domain."""
        return self._left(func.lower(outbox.c.recipient).endswith(f"@{domain}", autoescape=True), since)

    def change(self, letter_id: int, come_from: Collection[LetterState], state: LetterState, **values: Any) -> bool:
        """Bring a letter from one of these states to another, with what else becomes known; False where it was in none of them."""
        mine = (outbox.c.id == letter_id, outbox.c.state.in_(sorted(come_from)))
        return self._connection.execute(update(outbox).where(*mine).values(state=state, **values)).rowcount == 1

    def remember_reply(self, message_id: int, reply: Reply) -> None:
        """Keep that a mail answers a letter, and whether it is believed to."""
        row = {"message_id": message_id, "letter_id": reply.letter.id, "joined": reply.joins, "reason": reply.claim}
        self._connection.execute(insert(replies), row)

    def _sign(self, text: str) -> bytes:
        return self._keyring.index(_MARKS, text)

    def _left(self, condition: ColumnElement[bool], since: datetime) -> int:
        left = (outbox.c.state.in_(_LEFT), outbox.c.sent_at >= since, outbox.c.decided_by.is_(None), condition)
        return self._connection.execute(select(func.count()).select_from(outbox).where(*left)).scalar_one()

    def _ids(self, *conditions: ColumnElement[bool], limit: int) -> tuple[int, ...]:
        found = select(outbox.c.id).where(*conditions).order_by(outbox.c.due_at, outbox.c.id).limit(limit)
        return tuple(self._connection.execute(found).scalars())


def letters_in(connection: Connection, keyring: Keyring, query: Select[Any]) -> tuple[OwedLetter, ...]:
    """The letters that a query finds, each with its requests as they stand now."""
    return tuple(_letter(connection, keyring, row) for row in connection.execute(query).all())


def _letter(connection: Connection, keyring: Keyring, row: Row[Any]) -> OwedLetter:
    return OwedLetter(
        **{name: getattr(row, name) for name in _PLAIN},
        state=LetterState(row.state),
        given=row.facts,
        failure=row.failure or "",
        decided_by=row.decided_by or "",
        digest=row.text_digest or "",
        in_reply_to=row.answered or "",
        references=tuple(row.references or ()),
        requests=_about(connection, row),
        mark=mark(row.id, lambda text: keyring.index(_MARKS, text)),
    )


def _about(connection: Connection, letter: Row[Any]) -> tuple[AboutRequest, ...]:
    if letter.request_id is None and letter.message_id is None:
        return ()
    own = requests.c.id == letter.request_id if letter.request_id else requests.c.message_id == letter.message_id
    return tuple(
        AboutRequest(row.id, row.kind, row.received_day, row.promise_on, row.legal_on, row.due_on, row.status in OPEN_STATUSES)
        for row in connection.execute(select(requests).where(own).order_by(requests.c.id))
    )
