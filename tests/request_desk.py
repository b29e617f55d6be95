"""A desk for the tests of requests: people of each role, a customer on file, and mails that went through the whole pipeline."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage

from config.policy_file import load_policy
from gdpr.customer_csv import CustomerRow
from gdpr.events import EventKind
from gdpr.gates import Doer
from gdpr.letter_kinds import LetterKind
from gdpr.life import Life, live
from gdpr.life_clock import LifeClock, clock_of
from gdpr.message import MailId, RawMail
from gdpr.people import Role
from gdpr.policy import Policy
from gdpr.request_casework import letter_bounced, letter_sent
from ingest.pipeline import process
from ingest.rules import Rules
from storage.store import SqlStore

AUTHSERV = "mx1.ftech.se"
POLICY = load_policy()
ANNA = Doer("user/1", frozenset({Role.AGENT}))
BO = Doer("user/2", frozenset({Role.MANAGER}))
DORIS = Doer("user/3", frozenset({Role.DPO}))
EVA = "eva@kajak.example"
RECEIVED = datetime(2026, 6, 1, 8, tzinfo=UTC)

ACCESS = "Hej! Jag vill ha ett registerutdrag enligt GDPR. Med vänlig hälsning, Eva Ek"
ERASURE = "Hej! Jag vill att ni raderar alla uppgifter om mig. Med vänlig hälsning, Eva Ek"
NO_MORE_MARKETING = "Jag vill inte ha mer reklam från er. Ta bort mig från utskicken."


@dataclass(frozen=True, slots=True)
class Letter:
    """What a delivered letter is known by."""

    template: str
    request_id: int | None


@dataclass(slots=True)
class RequestDesk:
    """One store, its policy, and how far the mailbox has come."""

    store: SqlStore
    policy: Policy = POLICY
    uids: list[int] = field(default_factory=lambda: [0])

    def without_second_person(self) -> "RequestDesk":
        """The same desk, where one person may do alone what elsewhere needs two."""
        return replace(self, policy=replace(self.policy, second_person_for=()))

    def register(self, address: str = EVA, at: datetime = datetime(2025, 1, 7, 9, tzinfo=UTC)) -> None:
        """Put a customer with this address on file."""
        row = CustomerRow(0, f"Kund {address}", "Eva Ek", "", email=address, account_manager="Kim Lund")
        with self.store.transaction() as tx:
            tx.customers.take(row, at)

    def receive(self, text: str = ACCESS, at: datetime = RECEIVED, sender: str = EVA, checked: bool = True) -> int:
        """Take a mail through the pipeline; the id of the newest request, 0 where there is none."""
        self.uids[0] += 1
        mail = EmailMessage()
        if checked:
            mail["Authentication-Results"] = f"{AUTHSERV}; dmarc=pass header.from={sender.partition('@')[2]}"
        mail["From"], mail["To"], mail["Subject"] = sender, "support@ftech.se", "Mina uppgifter"
        mail["Message-ID"] = f"<{self.uids[0]}@{sender.partition('@')[2]}>"
        mail.set_content(text)
        raw = RawMail(MailId("support", "INBOX", 7, self.uids[0]), mail.as_bytes(), at)
        process(raw, Rules(self.policy, AUTHSERV), self.store, at)
        with self.store.transaction() as tx:
            return max(tx.requests.open_ids(), default=0)

    def life(self, request_id: int) -> Life:
        """What the events tell."""
        with self.store.transaction() as tx:
            return live(tx.requests.events(request_id), self.policy.terms)

    def clock(self, request_id: int) -> LifeClock:
        """The dates."""
        return clock_of(self.life(request_id))

    def kinds(self, request_id: int) -> list[EventKind]:
        """What happened, by name."""
        with self.store.transaction() as tx:
            return [event.kind for event in tx.requests.events(request_id)]

    def deliver(self, request_id: int, template: LetterKind, at: datetime) -> None:
        """A letter was handed over."""
        with self.store.transaction() as tx:
            letter_sent(tx, Letter(template, request_id), self.policy, at)

    def bounce(self, request_id: int, template: LetterKind, at: datetime) -> None:
        """A letter came back."""
        with self.store.transaction() as tx:
            letter_bounced(tx, Letter(template, request_id), self.policy, at)


def june(day: int, hour: int = 10) -> datetime:
    """An hour of June 2026."""
    return datetime(2026, 6, 1, hour, tzinfo=UTC) + timedelta(days=day - 1)
