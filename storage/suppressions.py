"""The addresses that get no more marketing; an entry outlives the address as a keyed fingerprint (GDPR Art. 21(3); E8)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Engine, delete, exists, func, select, update

from gdpr.people import comparable_address
from gdpr.records import OPEN_STATUSES
from gdpr.requests import RequestKind
from gdpr.suppression import SUPPRESSION_KIND
from storage.audit import SqlAudit
from storage.confidential import readable
from storage.dialects import inserting
from storage.keys import Keyring
from storage.queue_tables import suppressions
from storage.tables import messages, requests


@dataclass(frozen=True, slots=True)
class SuppressionView:
    """One entry; `address` is None where its owner was erased."""

    id: int
    address: str | None
    since: datetime
    message_id: int | None
    actor: str


@dataclass(frozen=True, slots=True)
class WaitingOptout:
    """A request for no more marketing that a person must apply: unproved, unsure, or for another address."""

    request_id: int
    message_id: int
    sender_address: str
    received_at: datetime
    certain: bool
    authenticated: bool


class SqlSuppressions:
    """The list in one transaction."""

    def __init__(self, connection: Connection, keyring: Keyring, audit: SqlAudit) -> None:
        self._connection = connection
        self._keyring = keyring
        self._audit = audit

    def add(self, address: str, message_id: int | None, actor: str, at: datetime) -> bool:
        """Suppress an address; False where it was already."""
        kept = comparable_address(address)
        row = {"address": kept, "address_index": self._index(kept), "since": at, "message_id": message_id, "actor": actor}
        statement = inserting(self._connection.dialect.name, suppressions).values(row)
        added = self._connection.execute(statement.on_conflict_do_nothing().returning(suppressions.c.id)).scalar_one_or_none()
        if added is None:
            return False
        self._audit.write("marketing:suppressed", f"suppression/{added}", actor, at, mail=message_id or 0)
        return True

    def lift(self, suppression_id: int, actor: str, at: datetime) -> None:
        """Take an address off the list, by a person's word: it was a mistake, or there is a new consent."""
        if self._connection.execute(delete(suppressions).where(suppressions.c.id == suppression_id)).rowcount:
            self._audit.write("marketing:allowed", f"suppression/{suppression_id}", actor, at)

    def forget_address(self, address: str) -> bool:
        """Keep of an address only its fingerprint, when its owner is erased: the opt-out outlives it; False where it is not listed."""
        listed = suppressions.c.address_index == self._index(address)
        return bool(self._connection.execute(update(suppressions).where(listed).values(address=None)).rowcount)

    def has(self, address: str) -> bool:
        """Whether an address gets no marketing, be its letters kept or not."""
        return bool(self.among((address,)))

    def among(self, addresses: Iterable[str]) -> tuple[str, ...]:
        """Those of the addresses that get no marketing."""
        asked = {self._index(address): address for address in addresses}
        found = self._connection.execute(select(suppressions.c.address_index).where(suppressions.c.address_index.in_(list(asked))))
        suppressed = set(found.scalars())
        return tuple(address for index, address in asked.items() if index in suppressed)

    def _index(self, address: str) -> bytes:
        return self._keyring.index(SUPPRESSION_KIND, comparable_address(address))


class SuppressionViews:
    """The list, and what waits to be put on it."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def addresses(self) -> tuple[str, ...]:
        """Every address that gets no marketing and whose owner was not erased."""
        return tuple(line.address for line in self.all() if line.address is not None)

    def all(self) -> tuple[SuppressionView, ...]:
        """Every entry, the newest first."""
        columns = (suppressions.c.id, suppressions.c.address, suppressions.c.since, suppressions.c.message_id, suppressions.c.actor)
        query = select(*columns).order_by(suppressions.c.since.desc(), suppressions.c.id.desc())
        with self._engine.connect() as connection:
            return tuple(SuppressionView(*row) for row in connection.execute(query))

    def erased_count(self) -> int:
        """How many entries are known by their fingerprint only."""
        with self._engine.connect() as connection:
            return connection.execute(select(func.count()).where(suppressions.c.address.is_(None))).scalar_one()

    def waiting(self, hidden_queues: Collection[str] = ()) -> tuple[WaitingOptout, ...]:
        """Open requests for no more marketing from which no address was suppressed yet, the oldest first."""
        columns = (requests.c.id, requests.c.message_id, messages.c.sender_address, messages.c.received_at, requests.c.certain)
        query = (
            select(*columns, messages.c.authenticated)
            .join(messages, messages.c.id == requests.c.message_id)
            .where(
                requests.c.kind == RequestKind.MARKETING_OPTOUT,
                requests.c.status.in_(sorted(OPEN_STATUSES)),
                ~exists().where(suppressions.c.message_id == requests.c.message_id),
                ~exists().where(suppressions.c.address == messages.c.sender_address),
                readable(messages.c.id, hidden_queues),
            )
            .order_by(requests.c.received_at, requests.c.id)
        )
        with self._engine.connect() as connection:
            return tuple(WaitingOptout(*row) for row in connection.execute(query))
