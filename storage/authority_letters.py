"""Letters from the supervisory authority, or from those who say so."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, Engine, insert, select, update

from gdpr.queue_store import NewAuthorityLetter
from storage.audit import SqlAudit
from storage.queue_tables import authority_letters
from storage.tables import messages


@dataclass(frozen=True, slots=True)
class AuthorityLetterView:
    """One letter; `answer_by` is a date of its own, which no clock of ours sets."""

    id: int
    message_id: int
    received_at: datetime
    subject: str
    sender_address: str
    authenticated: bool
    answer_by: date | None
    answered_at: datetime | None


class SqlAuthorityLetters:
    """The letters of one transaction."""

    def __init__(self, connection: Connection, audit: SqlAudit) -> None:
        self._connection = connection
        self._audit = audit

    def keep(self, letter: NewAuthorityLetter) -> int:
        """Put a letter into the authority's queue; returns its id."""
        row = {"message_id": letter.message_id, "authenticated": letter.authenticated, "answer_by": letter.answer_by}
        return int(self._connection.execute(insert(authority_letters).returning(authority_letters.c.id), row).scalar_one())

    def answer_by(self, letter_id: int, day: date, actor: str, at: datetime) -> None:
        """A person reads the last day in the letter."""
        self._connection.execute(update(authority_letters).where(authority_letters.c.id == letter_id).values(answer_by=day))
        self._audit.write("authority:dated", f"authority/{letter_id}", actor, at, answer_by=day.isoformat())

    def answered(self, letter_id: int, actor: str, at: datetime) -> None:
        """A person says that the letter was answered."""
        row = {"answered_at": at, "answered_by": actor}
        waits = (authority_letters.c.id == letter_id, authority_letters.c.answered_at.is_(None))
        if self._connection.execute(update(authority_letters).where(*waits).values(**row)).rowcount:
            self._audit.write("authority:answered", f"authority/{letter_id}", actor, at)


class AuthorityLetterViews:
    """The letters: those that wait for an answer first, by their last day."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def all(self) -> tuple[AuthorityLetterView, ...]:
        """Every letter."""
        columns = (messages.c.received_at, messages.c.subject, messages.c.sender_address)
        query = select(authority_letters, *columns).join(messages, messages.c.id == authority_letters.c.message_id)
        with self._engine.connect() as connection:
            rows = connection.execute(query).all()
        names = AuthorityLetterView.__dataclass_fields__
        lines = [AuthorityLetterView(**{name: getattr(row, name) for name in names}) for row in rows]
        return tuple(sorted(lines, key=lambda line: (line.answered_at is not None, line.answer_by or date.max, line.received_at)))

    def one(self, letter_id: int) -> AuthorityLetterView | None:
        """One letter; None where there is none."""
        return next((letter for letter in self.all() if letter.id == letter_id), None)
