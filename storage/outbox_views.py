"""Letters as the desk shows them: what waits for a click, what is on its way, what was sent; never what they say."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Engine, and_, exists, or_, select

from gdpr.outbox_casework import WAITS_FOR_A_PERSON
from gdpr.records import LetterState
from storage.letter_tables import replies
from storage.tables import outbox, requests

SHOWN_AT_MOST = 200

_SHOWN = (
    "id", "template", "language", "message_id", "request_id", "recipient", "state", "due_at", "created_at", "sent_at", "failure",
    "decided_by",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class LetterLine:
    """One letter; `failure` says why it waits for a person, "" where it simply waits for a click."""

    id: int
    template: str
    language: str
    message_id: int | None
    request_id: int | None
    recipient: str
    state: LetterState
    due_at: datetime
    created_at: datetime
    sent_at: datetime | None
    failure: str
    decided_by: str


@dataclass(frozen=True, slots=True)
class ReplyLine:
    """The letter that a mail answers; unless it joined, it only claims to, for this reason."""

    letter_id: int
    request_id: int | None
    joined: bool
    reason: str


class OutboxViews:
    """The letters, the most urgent first; those of hidden queues are left out."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def waiting(self, hidden_queues: Collection[str] = ()) -> tuple[LetterLine, ...]:
        """Every letter that a person must decide on."""
        return self._lines(_in(WAITS_FOR_A_PERSON), _visible(hidden_queues), newest_first=False)

    def on_their_way(self, hidden_queues: Collection[str] = ()) -> tuple[LetterLine, ...]:
        """Every letter that leaves by itself, or was clicked on."""
        return self._lines(_in((LetterState.PENDING,)), _visible(hidden_queues), newest_first=False)

    def done(self, hidden_queues: Collection[str] = ()) -> tuple[LetterLine, ...]:
        """The latest that were sent or discarded."""
        return self._lines(_in((LetterState.SENT, LetterState.DISCARDED)), _visible(hidden_queues), newest_first=True)

    def one(self, letter_id: int, hidden_queues: Collection[str] = ()) -> LetterLine | None:
        """One letter; None where there is none, or it is hidden."""
        return next(iter(self._lines(outbox.c.id == letter_id, _visible(hidden_queues), newest_first=False)), None)

    def of_request(self, request_id: int, message_id: int, hidden_queues: Collection[str] = ()) -> tuple[LetterLine, ...]:
        """The letters of one request: its own, and those about all requests of its mail."""
        shared = and_(outbox.c.request_id.is_(None), outbox.c.message_id == message_id)
        return self._lines(or_(outbox.c.request_id == request_id, shared), _visible(hidden_queues), newest_first=True)

    def answered_by(self, mail_id: int) -> ReplyLine | None:
        """The letter that a mail answers or claims to answer, None where it does neither."""
        query = select(outbox.c.id, outbox.c.request_id, replies.c.joined, replies.c.reason).join(
            outbox, replies.c.letter_id == outbox.c.id
        )
        with self._engine.connect() as connection:
            found = connection.execute(query.where(replies.c.message_id == mail_id)).one_or_none()
        return ReplyLine(*found) if found else None

    def _lines(self, *conditions: ColumnElement[bool], newest_first: bool) -> tuple[LetterLine, ...]:
        shown = [outbox.c[name] for name in _SHOWN]
        query = select(*shown).where(*conditions)
        order = (outbox.c.id.desc(),) if newest_first else (outbox.c.due_at, outbox.c.id)
        with self._engine.connect() as connection:
            return tuple(_line(row) for row in connection.execute(query.order_by(*order).limit(SHOWN_AT_MOST)))


def _in(states: Iterable[LetterState]) -> ColumnElement[bool]:
    return outbox.c.state.in_(sorted(states))


def _visible(hidden_queues: Collection[str]) -> ColumnElement[bool]:
    """No request that the letter is about is in a hidden queue (GDPR Art. 38(5))."""
    of_its_mail = and_(outbox.c.request_id.is_(None), requests.c.message_id == outbox.c.message_id)
    about = or_(requests.c.id == outbox.c.request_id, of_its_mail)
    return ~exists().where(about, requests.c.queue.in_(sorted(hidden_queues)))


def _line(row: Any) -> LetterLine:
    plain = {name: getattr(row, name) for name in _SHOWN if name not in {"state", "failure", "decided_by"}}
    return LetterLine(
        **plain,
        state=LetterState(row.state),
        failure=row.failure or "",
        decided_by=row.decided_by or "",
    )
