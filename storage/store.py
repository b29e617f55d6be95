"""The memory of the service: SQLite or PostgreSQL behind the rooms that the use cases know."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, make_url

from gdpr.store import StoreUnavailable, Transaction
from storage.audit import SqlAudit
from storage.availability import telling_unavailable
from storage.customers import Customers
from storage.engine import open_engine, writing
from storage.erasing import Erasing
from storage.erasure_ledger import erased_mails
from storage.facts import Facts
from storage.id_image_openings import Openings
from storage.id_images import SqlIdImages
from storage.key_deletions import KeyDeletions, pay
from storage.keys import Keyring
from storage.ledger import SqlLedger
from storage.mailbox_copies import SqlMailboxCopies
from storage.mails import SqlMails
from storage.merging import Merging
from storage.migrate import migrate, migrate_keys
from storage.outbox import SqlOutbox
from storage.panel import PanelLaunches
from storage.people import SqlPeople
from storage.purge import Purge
from storage.quarantine import SqlQuarantine
from storage.queues import SqlQueues
from storage.requests import SqlRequests
from storage.reveals import Reveals
from storage.sealing import Sealing
from storage.users import Users
from storage.views import Views

KEYS_SCHEMA = "ombud_keys"


@dataclass(frozen=True, slots=True)
class SqlTransaction(Transaction):
    """The rooms of the policy, and those that only people at the desk enter."""

    ledger: SqlLedger
    people: SqlPeople
    outbox: SqlOutbox
    quarantine: SqlQuarantine
    id_images: SqlIdImages
    mailbox_copies: SqlMailboxCopies
    queues: SqlQueues
    customers: Customers
    facts: Facts
    reveals: Reveals
    openings: Openings
    merging: Merging
    users: Users
    panel: PanelLaunches
    purge: Purge
    erasing: Erasing
    deletions: KeyDeletions


class SqlStore:
    """Opens transactions and read models on one database and its keys."""

    def __init__(self, engine: Engine, keyring: Keyring) -> None:
        self.engine = engine
        self.keyring = keyring
        self.views = Views.of(engine)
        self._erased_mails = erased_mails(keyring)
        self._writing = writing(engine)

    @classmethod
    def open(cls, url: str, master_key: bytes) -> "SqlStore":
        """The store at this address, made or brought up to date if need be. Raises StoreUnavailable."""
        with telling_unavailable():
            engine, keys = open_engine(url), open_keys(url)
            migrate(engine)
            store = cls(engine, Keyring(keys, master_key))
        store.delete_owed_keys()
        return store

    @contextmanager
    def transaction(self) -> Iterator[SqlTransaction]:
        """Begin; commits when the block ends, rolls back when it raises. Raises StoreUnavailable when the database is away."""
        with telling_unavailable(), self._writing.begin() as connection:
            rooms = _rooms(connection, self.keyring, self._erased_mails)
            yield rooms
        if rooms.deletions.owed:
            with suppress(StoreUnavailable):  # what was decided is committed: the debt stands, and is paid later
                self.delete_owed_keys()

    def delete_owed_keys(self) -> int:
        """Delete the keys whose deletion was decided; returns how many."""
        with telling_unavailable():
            return pay(self.engine, self.keyring)

    def close(self) -> None:
        """Give back every connection."""
        self.engine.dispose()
        self.keyring.close()


def open_keys(url: str) -> Engine:
    """The engine of the keys that belong to this database: a file beside a SQLite file, a schema of their own in PostgreSQL."""
    target = make_url(url)
    if target.get_backend_name() == "sqlite":
        name = target.database or ":memory:"
        engine = open_engine(target.set(database=name if name == ":memory:" else f"{name}.keys"), durable=True)
        migrate_keys(engine)
    else:
        engine = open_engine(target, schema=KEYS_SCHEMA)
        migrate_keys(engine, KEYS_SCHEMA)
    return engine


def _rooms(connection: Connection, keyring: Keyring, gone: frozenset[bytes]) -> SqlTransaction:
    sealing, deletions, audit = Sealing(connection, keyring), KeyDeletions(connection), SqlAudit(connection)
    facts, images = Facts(connection, sealing, audit), SqlIdImages(connection, keyring, deletions)
    return SqlTransaction(
        ledger=SqlLedger(connection),
        mails=SqlMails(connection, sealing, facts, gone),
        people=SqlPeople(connection, sealing, facts),
        requests=SqlRequests(connection),
        outbox=SqlOutbox(connection, keyring),
        quarantine=SqlQuarantine(connection, keyring, deletions, audit),
        audit=audit,
        id_images=images,
        mailbox_copies=SqlMailboxCopies(connection, audit),
        queues=SqlQueues.of(connection, keyring, audit),
        customers=Customers(connection, sealing, facts),
        facts=facts,
        reveals=Reveals(connection, keyring, audit),
        openings=Openings(connection, audit),
        merging=Merging(connection, audit),
        users=Users(connection),
        panel=PanelLaunches(connection),
        purge=Purge(connection, deletions, audit),
        erasing=Erasing(connection, deletions, images),
        deletions=deletions,
    )
