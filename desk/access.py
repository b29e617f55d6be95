"""Who may see or do what: one table of role and action."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from gdpr.people import Role


class Action(StrEnum):
    """What can be seen or done through the web door."""

    SEE_START = "start:see"
    SEE_MAILS = "mails:see"
    SEE_CUSTOMERS = "customers:see"
    DECIDE_FACTS = "facts:decide"
    MERGE = "contacts:merge"
    REVEAL = "numbers:reveal"
    SEE_REQUESTS = "requests:see"
    SEE_DPO_QUEUE = "dpo-queue:see"
    SEE_QUARANTINE = "quarantine:see"
    DECIDE_QUARANTINE = "quarantine:decide"
    SEE_LETTERS = "letters:see"
    DECIDE_LETTERS = "letters:decide"
    SEE_QUEUES = "queues:see"
    DECIDE_QUEUES = "queues:decide"
    HANDLE_INCIDENTS = "incidents:handle"
    HANDLE_AUTHORITY = "authority:handle"
    CHECK_ID_IMAGES = "id-images:check"


AGENT, MANAGER, DPO, BOOKKEEPING, OPERATOR = Role

MAY: Mapping[Action, frozenset[Role]] = {
    Action.SEE_START: frozenset(Role),
    Action.SEE_MAILS: frozenset({AGENT, MANAGER, DPO}),
    Action.SEE_CUSTOMERS: frozenset({AGENT, MANAGER, DPO, BOOKKEEPING}),
    Action.DECIDE_FACTS: frozenset({AGENT, DPO}),
    Action.MERGE: frozenset({AGENT, DPO}),
    Action.REVEAL: frozenset({AGENT, DPO}),
    Action.SEE_REQUESTS: frozenset({AGENT, MANAGER, DPO, BOOKKEEPING}),
    Action.SEE_DPO_QUEUE: frozenset({DPO}),
    Action.SEE_QUARANTINE: frozenset({AGENT, MANAGER, DPO, OPERATOR}),
    Action.DECIDE_QUARANTINE: frozenset({AGENT, OPERATOR}),
    Action.SEE_LETTERS: frozenset({AGENT, MANAGER, DPO}),
    Action.DECIDE_LETTERS: frozenset({AGENT, DPO}),
    Action.SEE_QUEUES: frozenset({AGENT, MANAGER, DPO}),
    Action.DECIDE_QUEUES: frozenset({AGENT, DPO}),
    Action.HANDLE_INCIDENTS: frozenset({MANAGER, DPO}),
    Action.HANDLE_AUTHORITY: frozenset({MANAGER, DPO}),
    Action.CHECK_ID_IMAGES: frozenset({AGENT, DPO}),
}


class NotAllowedError(Exception):
    """The person's roles do not include this action; ask whoever gives out roles."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who is at the desk; `name` is what the audit trail calls them ("user/3")."""

    id: int
    name: str
    roles: frozenset[Role]

    @property
    def audit_name(self) -> str:
        """The actor as audit entries name them: an id, never personal data."""
        return f"user/{self.id}"

    def may(self, action: Action) -> bool:
        """Whether one of the person's roles includes the action (S1)."""
        return not self.roles.isdisjoint(MAY[action])


def require(actor: Actor, action: Action) -> None:
    """Stop anyone whose roles do not include the action (S1, S2; GDPR Art. 32)."""
    if not actor.may(action):
        raise NotAllowedError(f"This needs one of the roles {', '.join(sorted(MAY[action]))}.")
