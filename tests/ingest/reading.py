"""What the tests of the poller share: an account on the tests' server, and a handler that only writes the ledger."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from config.mailboxes import MailboxSettings
from gdpr.message import MailId, RawMail
from gdpr.records import LedgerEntry, Outcome
from gdpr.store import Store
from ingest.poller import Handler, Poller
from storage.leases import Lease
from storage.store import SqlStore
from tests.servers.dovecot import PASSWORD, USER, Dovecot
from tests.servers.scripted_imap import ScriptedImap

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


def account_on(server: Dovecot | ScriptedImap, **changes: Any) -> MailboxSettings:
    """The support account without TLS, as is allowed on loopback."""
    where = {"host": server.host, "port": server.port, "user": USER, "password": PASSWORD, "tls": "none", "name": "support"}
    return MailboxSettings.model_validate(where | changes)


def mail(number: int = 1, size: int = 0) -> bytes:
    """A short support mail, each with content of its own."""
    return b"From: Eva Ek <eva@kund.example>\r\nSubject: Fr\xc3\xa5ga %d\r\n\r\nRing mig, nummer %d.\r\n" % (number, number) + b"x" * size


def filing(store: Store, before: Callable[[RawMail], object] = lambda raw: None) -> Handler:
    """Files every mail in the ledger and does nothing else; `before` may interfere."""

    def handle(raws: Iterable[RawMail]) -> Iterator[tuple[RawMail, Outcome]]:
        for raw in raws:
            before(raw)
            with store.transaction() as tx:
                tx.ledger.record(LedgerEntry(raw.id, Outcome.FILED, raw.received_at, NOW))
            yield raw, Outcome.FILED

    return handle


def poller_of(store: SqlStore, **changes: Any) -> Poller:
    """A poller whose clock stands still."""
    return replace(Poller(store, filing(store), Lease(store.engine, "poll", "these tests"), lambda: NOW), **changes)


def uids_in_ledger(store: SqlStore, uidvalidity: int) -> set[int]:
    """Every UID that has an outcome."""
    with store.transaction() as tx:
        return tx.ledger.uids("support", "INBOX", uidvalidity)


def outcome(store: SqlStore, uidvalidity: int, uid: int) -> Outcome | None:
    """How one mail ended."""
    with store.transaction() as tx:
        return tx.ledger.outcome_of(MailId("support", "INBOX", uidvalidity, uid))
