"""The one place where settings become a store, mailboxes and the rules that mails are read by."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from cli.logs import configure_logs
from config.errors import SettingError
from config.mailboxes import MailboxSettings
from config.policy_file import load_policy
from config.settings import Settings, load_settings
from detectors.receiver import Receiver
from gdpr.message import RawMail
from gdpr.policy import Policy
from gdpr.records import Outcome
from ingest.pipeline import process
from ingest.poller import Poller
from ingest.rules import Rules
from storage.holders import is_gone, this_process
from storage.leases import LASTS, Lease
from storage.store import SqlStore


def utc_now() -> datetime:
    """The instant; read at the doors and nowhere else."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Service:
    """What every command works with."""

    settings: Settings
    policy: Policy
    store: SqlStore
    rules: Rules

    def folders(self) -> list[tuple[MailboxSettings, str]]:
        """Every folder of every mailbox. Raises SettingError if there is none."""
        if not self.settings.mailboxes:
            raise SettingError("No mailbox is set: give OMBUD_IMAP_HOST, _USER and _PASSWORD, or a file of several in OMBUD_MAILBOXES.")
        return [(account, folder) for account in self.settings.mailboxes for folder in account.folders]

    def lease(self, name: str) -> Lease:
        """The right to do something that one process may do at a time, held for some rounds of polling."""
        lasts = max(LASTS, 3 * timedelta(seconds=self.settings.poll_seconds))
        return Lease(self.store.engine, name, this_process(), lasts, is_gone)

    def poller(self, account: MailboxSettings, folder: str) -> Poller:
        """What reads this folder."""
        return Poller(self.store, self.handle, self.lease(f"poll {account.name}/{folder}"), utc_now)

    def handle(self, raws: Iterable[RawMail]) -> Iterator[tuple[RawMail, Outcome]]:
        """Take mails to their outcomes, one after the other."""
        return ((raw, process(raw, self.rules, self.store, utc_now())) for raw in raws)


@contextmanager
def service(settings: Settings | None = None) -> Iterator[Service]:
    """The service as the settings say, its store open while the block lasts. Raises SettingError or PolicyError."""
    settings = settings or load_settings()
    configure_logs(settings.log)
    policy = load_policy(settings.policy)
    store = SqlStore.open(settings.database_url, settings.master_key_bytes())
    try:
        yield Service(settings, policy, store, Rules(policy, receiver(policy), settings.authserv_id))
    finally:
        store.close()


def receiver(policy: Policy) -> Receiver:
    """What is the controller's own, and therefore never a finding (Policy §1)."""
    own = policy.controller
    return Receiver(frozenset(own.domains), frozenset((own.organisation_number,)), own.phones)
