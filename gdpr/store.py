"""What the use cases need of a memory; `storage` implements it.

Everything inside one `transaction()` happens together or not at all.
"""

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from detectors.finding import Finding
from gdpr.id_image_store import IdImages, MailboxCopies
from gdpr.letter_records import Outbox
from gdpr.message import MailId
from gdpr.queue_store import Queues
from gdpr.records import FiledFinding, LedgerEntry, NewMessage, Outcome, Shelved, Suggestion
from gdpr.request_store import Requests


class StoreUnavailable(Exception):
    """The store cannot be reached or is busy: nothing was written, and the same call may succeed later."""


class Ledger(Protocol):
    """One line a mail, and how far each folder has been read."""

    def outcome_of(self, mail: MailId) -> Outcome | None:
        """How this mail ended, None if it has not been seen."""

    def outcomes_of(self, mailbox: str, folder: str, uidvalidity: int, uids: Sequence[int]) -> dict[int, Outcome]:
        """The outcomes of those of the UIDs that have one."""

    def uids(self, mailbox: str, folder: str, uidvalidity: int) -> set[int]:
        """Every UID of this folder that has an outcome."""

    def record(self, entry: LedgerEntry) -> None:
        """Write the outcome of a mail; a second one for the same mail is an error."""

    def change_outcome(self, mail: MailId, outcome: Outcome, message_id: int | None) -> None:
        """After a quarantined mail was retried: its new, still single, outcome."""

    def cursor(self, mailbox: str, folder: str) -> tuple[int, int] | None:
        """(UIDVALIDITY, the last UID filed), None before the first mail."""

    def advance(self, mailbox: str, folder: str, uidvalidity: int, uid: int, at: datetime) -> None:
        """Move the cursor; only after the mails up to `uid` are committed."""

    def polled(self, mailbox: str, folder: str, at: datetime, unaccounted: int) -> None:
        """Remember a successful poll, and how many UIDs of the server have no outcome."""


class Mails(Protocol):
    """Mails that were filed or screened, with their findings."""

    def with_digest(self, digest: str) -> int | None:
        """The id of the mail with this content, None if there is none."""

    def knows_message_id(self, message_id: str) -> bool:
        """Whether a mail with this Message-ID is kept already."""

    def add(self, mail: NewMessage, contact_id: int | None) -> int:
        """Keep a mail; returns its id."""

    def add_findings(self, message_id: int, contact_id: int, findings: Iterable[FiledFinding]) -> None:
        """Keep what was found; national numbers are sealed under the contact's own key."""


class People(Protocol):
    """Customers, their contacts, and what is filed on each."""

    def with_address(self, address: str) -> int | None:
        """The contact that has this e-mail address on file (not merely claimed), None where none or several have."""

    def provisional(self, address: str, authenticated: bool) -> int | None:
        """The provisional profile opened earlier for this address with the same standing."""

    def open_provisional(self, address: str, name: str, authenticated: bool, at: datetime) -> int:
        """A new profile of a sender whom nobody has vouched for."""

    def suggest(self, address: str, findings: Iterable[Finding]) -> tuple[Suggestion, ...]:
        """Contacts who share the address, a phone, an organisation number or a domain with the mail, best first."""

    def remember_suggestions(self, contact_id: int, suggestions: Iterable[Suggestion]) -> None:
        """Keep suggestions for the unmatched queue; a pair that stands there already is left as it is."""


class Quarantine(Protocol):
    """Mails that broke a step."""

    def shelve(self, shelved: Shelved, at: datetime) -> int:
        """Keep the mail whole, sealed under a key of its own; returns its id."""


class AuditTrail(Protocol):
    """Who did what, append-only and hash-chained; ids and fact names only, never personal data."""

    def write(self, action: str, subject: str, actor: str, at: datetime, **details: int | str) -> None:
        """Append `action` ("mail:filed") on `subject` ("mail/12") by `actor` ("system", "user/3")."""


@dataclass(frozen=True, slots=True)
class Transaction:
    """The store's rooms, inside one transaction."""

    ledger: Ledger
    mails: Mails
    people: People
    requests: Requests
    outbox: Outbox
    quarantine: Quarantine
    audit: AuditTrail
    id_images: IdImages
    mailbox_copies: MailboxCopies
    queues: Queues


class Store(Protocol):
    """The memory of the service."""

    def transaction(self) -> AbstractContextManager[Transaction]:
        """Begin; commits when the block ends, rolls back when it raises."""
