"""The one place where settings become a store, mailboxes and the rules that mails are read by."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from cli.logs import configure_logs
from config.errors import SettingError
from config.letter_files import load_letters
from config.mailboxes import MailboxSettings
from config.policy_file import load_policy
from config.settings import Settings, load_settings
from gdpr.letter_template import Letterbook
from gdpr.policy import Policy
from gdpr.records import Outcome
from ingest.pipeline import process
from ingest.poller import Handler, Poller
from ingest.retry import retry
from ingest.rules import Rules
from ingest.workers import ReadingPool
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
    handle: Handler
    letters: Letterbook

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

    def retry(self, quarantine_id: int, actor: str, now: datetime) -> Outcome:
        """Take a shelved mail through all steps again. Raises QuarantineError if none waits under this number."""
        return retry(quarantine_id, self.rules, self.store, actor, now)


@contextmanager
def service(settings: Settings | None = None) -> Iterator[Service]:
    """The service as the settings say, its store open while the block lasts. Raises SettingError, PolicyError or LetterError."""
    settings = settings or load_settings()
    configure_logs(settings.log)
    policy = load_policy(settings.policy)
    letters = load_letters(policy, settings.letters)
    rules = Rules(policy, settings.authserv_id)
    with (
        closing(SqlStore.open(settings.database_url, settings.master_key_bytes())) as store,
        handler(rules, store, settings.parse_workers) as handle,
    ):
        yield Service(settings, policy, store, rules, handle, letters)


@contextmanager
def handler(rules: Rules, store: SqlStore, parse_workers: int) -> Iterator[Handler]:
    """What takes mails to their outcomes: in this process, or with the reading done in others."""
    if not parse_workers:
        yield lambda raws: ((raw, process(raw, rules, store, utc_now())) for raw in raws)
        return
    with closing(ReadingPool(rules, store, utc_now, parse_workers)) as pool:
        yield pool.handle
