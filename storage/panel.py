"""What the agent panel needs of the store: launches that count once, and whom a ticket is about."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import Connection, Engine, delete, select

from detectors.finding import Kind
from gdpr.people import comparable_address
from gdpr.records import FactStatus
from storage.confidential import readable, visible_contact, visible_fact
from storage.dialects import inserting
from storage.panel_tables import panel_launches
from storage.tables import contacts, facts, messages
from storage.users import secret_hash


class PanelLaunches:
    """The launches of one transaction; of each only the hash of its name is kept, and only while it could be tried again."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def use(self, name: str, expires_at: datetime, now: datetime) -> bool:
        """Whether this launch is used now for the first time."""
        self._connection.execute(delete(panel_launches).where(panel_launches.c.expires_at <= now))
        row = {"token_hash": secret_hash(name), "expires_at": expires_at}
        insert = inserting(self._connection.dialect.name, panel_launches).values(row)
        return self._connection.execute(insert.on_conflict_do_nothing()).rowcount == 1


class PanelViews:
    """Whom a ticket of a help desk is about."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def mail(self, message_id: str, hidden_queues: Collection[str] = ()) -> int | None:
        """The mail that the ticket was made of; the newest where two bear the same Message-ID."""
        bare = message_id.strip().strip("<>")
        named = messages.c.message_id.in_((bare, f"<{bare}>"))
        query = select(messages.c.id).where(named, readable(messages.c.id, hidden_queues)).order_by(messages.c.id.desc()).limit(1)
        with self._engine.connect() as connection:
            return connection.execute(query).scalar_one_or_none() if bare else None

    def people(self, addresses: Sequence[str], hidden_queues: Collection[str] = ()) -> tuple[int, ...]:
        """The profiles that bear one of these addresses; several where it is not clear who writes (I7)."""
        given = facts.c.value.in_([comparable_address(address) for address in addresses])
        query = (
            select(contacts.c.id)
            .join(facts, facts.c.contact_id == contacts.c.id)
            .where(facts.c.kind == Kind.EMAIL, given, facts.c.status != FactStatus.REJECTED, contacts.c.merged_into.is_(None))
            .where(visible_contact(hidden_queues), visible_fact(hidden_queues))
            .distinct()
            .order_by(contacts.c.id)
        )
        with self._engine.connect() as connection:
            return tuple(connection.execute(query).scalars())
