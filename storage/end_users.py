"""Mails of end users of hosted sites, until the customer has them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, Engine, insert, select, update

from gdpr.queue_store import NewEndUser
from storage.audit import SqlAudit
from storage.confidential import readable
from storage.queue_tables import end_users
from storage.request_views import stretch
from storage.tables import customers, messages

WAITING, FORWARDED, OUR_OWN = "waiting", "forwarded", "our_own"
_FIELDS = ("message_id", "site", "part", "start", "end", "forward_by")


class EndUserError(Exception):
    """Somebody decided already, or there is no such mail: open the page again."""


@dataclass(frozen=True, slots=True)
class EndUserView:
    """One mail that belongs to a customer."""

    id: int
    message_id: int
    received_at: datetime
    site: str
    sentence: str
    forward_by: date
    state: str
    customer_name: str


class SqlEndUsers:
    """The end users of one transaction."""

    def __init__(self, connection: Connection, audit: SqlAudit) -> None:
        self._connection = connection
        self._audit = audit

    def keep(self, end_user: NewEndUser) -> int:
        """Remember that the customer must get this mail; returns its id."""
        row = {name: getattr(end_user, name) for name in _FIELDS} | {"state": WAITING}
        return int(self._connection.execute(insert(end_users).returning(end_users.c.id), row).scalar_one())

    def is_processed_for_another(self, message_id: int) -> bool:
        """Whether we are only the processor of the person who wrote this mail: nothing is then confirmed or disclosed."""
        query = select(end_users.c.id).where(end_users.c.message_id == message_id, end_users.c.state != OUR_OWN)
        return self._connection.execute(query).first() is not None

    def forwarded(self, end_user_id: int, customer_id: int, actor: str, at: datetime) -> None:
        """A person passed the mail on to this customer. Raises EndUserError."""
        self._decide(end_user_id, FORWARDED, actor, at, customer_id)

    def our_own(self, end_user_id: int, actor: str, at: datetime) -> None:
        """A person says that the sender means data of which we are the controller. Raises EndUserError."""
        self._decide(end_user_id, OUR_OWN, actor, at)

    def _decide(self, end_user_id: int, state: str, actor: str, at: datetime, customer_id: int | None = None) -> None:
        waits = (end_users.c.id == end_user_id, end_users.c.state == WAITING)
        decided = {"state": state, "customer_id": customer_id, "decided_at": at, "decided_by": actor}
        if not self._connection.execute(update(end_users).where(*waits).values(**decided)).rowcount:
            raise EndUserError(f"End user {end_user_id} does not wait for a decision.")
        self._audit.write(f"end_user:{state}", f"end_user/{end_user_id}", actor, at, customer=customer_id or 0)


class EndUserViews:
    """The mails that belong to customers, the first to be passed on at the top."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def waiting(self, hidden_queues: Collection[str] = ()) -> tuple[EndUserView, ...]:
        """Every mail that a customer must still get."""
        return tuple(line for line in self.all(hidden_queues) if line.state == WAITING)

    def all(self, hidden_queues: Collection[str] = ()) -> tuple[EndUserView, ...]:
        """Every such mail."""
        mail = (messages.c.received_at, messages.c.subject, messages.c.passages)
        joined = end_users.join(messages, messages.c.id == end_users.c.message_id).outerjoin(customers)
        query = select(end_users, *mail, customers.c.name.label("customer_name")).select_from(joined)
        visible = query.where(readable(messages.c.id, hidden_queues)).order_by(end_users.c.forward_by, end_users.c.id)
        with self._engine.connect() as connection:
            return tuple(
                EndUserView(
                    id=row.id,
                    message_id=row.message_id,
                    received_at=row.received_at,
                    site=row.site,
                    sentence=stretch(row, row.part, row.start, row.end),
                    forward_by=row.forward_by,
                    state=row.state,
                    customer_name=row.customer_name or "",
                )
                for row in connection.execute(visible)
            )
