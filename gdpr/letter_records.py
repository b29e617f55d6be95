"""Letters of the outbox as the use cases know them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol

from gdpr.letters import AboutRequest, facts_of_requests
from gdpr.local_time import local_day
from gdpr.records import LetterState, NewLetter
from gdpr.reply_token import Mark


@dataclass(frozen=True, slots=True)
class OwedLetter:
    """One letter and what it is about.

    `requests` are those it speaks of: its own, or all that its mail opened. `in_reply_to` is the Message-ID of the mail it answers.
    """

    id: int
    template: str
    language: str
    message_id: int | None
    contact_id: int | None
    request_id: int | None
    recipient: str
    state: LetterState
    due_at: datetime
    created_at: datetime
    tries: int
    given: Mapping[str, Any]
    failure: str
    decided_by: str
    sent_at: datetime | None
    digest: str
    in_reply_to: str
    references: tuple[str, ...]
    requests: tuple[AboutRequest, ...]
    mark: Mark

    @property
    def facts(self) -> Mapping[str, Any]:
        """All that it may tell: of its requests as they stand now, and what it was given when it was owed."""
        named = {"reference": f"I{self.given['incident']}"} if "incident" in self.given else {}
        told_of_requests = facts_of_requests(self.requests, self.message_id)
        return {"done_on": local_day(self.created_at), **told_of_requests, **named, **self.given}

    @property
    def is_automatic(self) -> bool:
        """Whether it leaves without a person's click (RFC 3834)."""
        return not self.decided_by


class Claim(StrEnum):
    """Why a mail that bears a letter's mark joins its requests, or only claims to (product.md: hijack)."""

    SAME_PERSON = "same_person"
    SENDER_NOT_CHECKED = "sender_not_checked"
    ANOTHER_ADDRESS = "another_address"
    ANOTHER_PERSON = "another_person"


@dataclass(frozen=True, slots=True)
class Reply:
    """A mail that answers a letter of ours, and whether it is believed to."""

    letter: OwedLetter
    claim: Claim

    @property
    def joins(self) -> bool:
        """Whether it belongs to the letter's requests."""
        return self.claim is Claim.SAME_PERSON


class Outbox(Protocol):
    """Letters that are owed, and what became of them."""

    def add(self, letter: NewLetter, at: datetime) -> int:
        """Owe a letter; returns its id. One that is owed for the same cause already is left as it is."""

    def one(self, letter_id: int) -> OwedLetter | None:
        """A letter, None where there is none."""

    def marked(self, mark: Mark) -> OwedLetter | None:
        """The letter that bears this mark; None for a mark that we did not write."""

    def due(self, now: datetime, limit: int) -> tuple[int, ...]:
        """The letters that may be sent now, the most urgent first."""

    def unfiled(self, limit: int) -> tuple[int, ...]:
        """Sent letters of which no copy was put into the Sent folder yet."""

    def claim(self, letter: OwedLetter, until: datetime) -> bool:
        """Begin a try, which nobody else begins before `until`; False where somebody else was first."""

    def left_for(self, address: str, since: datetime) -> int:
        """How many letters left without a click since then, for one address."""

    def left_for_domain(self, domain: str, since: datetime) -> int:
        """The same for every address of a domain."""

    def change(self, letter_id: int, come_from: Collection[LetterState], state: LetterState, **values: Any) -> bool:
        """Bring a letter from one of these states to another, with what else becomes known; False where it was in none of them."""

    def remember_reply(self, message_id: int, reply: Reply) -> None:
        """Keep that a mail answers a letter, and whether it is believed to."""
