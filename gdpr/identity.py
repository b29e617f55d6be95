"""How sure we are who asks: the ladder of proofs, what each kind of request needs, and who may ask for somebody else (law.md I1–I8)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Literal

from gdpr.requests import ROUTE, RequestKind


class Method(StrEnum):
    """A way to make sure of a person, from the least to the most (I5)."""

    NO_CHECK = "no_check"
    REGISTERED_ADDRESS = "registered_address"  # checked mail from the address on file, and its link confirmed there
    PORTAL = "portal"
    BANKID = "bankid"
    CONTROL_QUESTIONS = "control_questions"
    ID_IMAGE = "id_image"
    REGISTERED_POST = "registered_post"


# The rung of each way.
RUNG: dict[Method, int] = {
    Method.NO_CHECK: 0,
    Method.REGISTERED_ADDRESS: 1,
    Method.PORTAL: 2,
    Method.BANKID: 2,
    Method.CONTROL_QUESTIONS: 3,
    Method.ID_IMAGE: 4,
    Method.REGISTERED_POST: 5,
}
STRONG = frozenset({Method.PORTAL, Method.BANKID})
"""The only ways for a person whose identity is protected: an image or a question proves nothing there (S2)."""


class Doubt(StrEnum):
    """Why we doubt who asks; a mail that gives no such reason is not asked in `risk_based` mode (GDPR Art. 12(6); I1)."""

    ADDRESS_NOT_ON_FILE = "address_not_on_file"
    SENDER_NOT_CHECKED = "sender_not_checked"
    ADDRESS_CHANGED = "address_changed"
    TWO_ADDRESSES = "two_addresses"  # a second address claims to be the same person
    ACTS_FOR_ANOTHER = "acts_for_another"
    PROTECTED = "protected"


class Item(StrEnum):
    """The one thing asked for: the least that settles the doubt (GDPR Art. 5(1)(c), 12(6); I1, D12)."""

    CONFIRM_ON_FILE = "confirm_on_file"
    LOG_IN = "log_in"
    CONTROL_QUESTIONS = "control_questions"
    ID_IMAGE = "id_image"
    POWER_OF_ATTORNEY = "power_of_attorney"


@dataclass(frozen=True, slots=True)
class Subject:
    """What of a person decides how sure we must be; no value of theirs.

    `address_since` is the instant since which the address they write from is on file, None where it is not; `address_changed` says that
    it came after the profile did. `holds_sensitive`: a national number, payments or support text; `services`: erasure ends some.
    """

    protected: bool = False
    authenticated: bool = False
    address_since: datetime | None = None
    address_changed: bool = False
    holds_sensitive: bool = True
    services: bool = False
    shares_address: bool = False


def needed(kind: RequestKind, subject: Subject) -> int:
    """The rung of the ladder that a request of this kind needs for this person (I5)."""
    usual = ROUTE[kind].identity
    if kind in (RequestKind.ACCESS, RequestKind.PORTABILITY):
        return 2 if subject.holds_sensitive or subject.protected else 1
    if kind is RequestKind.ERASURE and subject.services:
        return 2
    return max(usual, 2) if usual and subject.protected else usual


def sufficient(shown: Collection[Method], kind: RequestKind, subject: Subject) -> bool:
    """Whether one of these proofs is enough for this kind of request and this person (I5; S2)."""
    rung = needed(kind, subject)
    counting = STRONG.intersection(shown) if subject.protected else shown
    return rung == 0 or any(RUNG[method] >= rung for method in counting)


def doubts(subject: Subject) -> tuple[Doubt, ...]:
    """The reasons to doubt that the mail says who wrote it (GDPR Art. 12(6); I1, I4)."""
    found = (
        (Doubt.PROTECTED, subject.protected),
        (Doubt.SENDER_NOT_CHECKED, not subject.authenticated),
        (Doubt.ADDRESS_NOT_ON_FILE, subject.address_since is None),
        (Doubt.TWO_ADDRESSES, subject.shares_address),
        (Doubt.ADDRESS_CHANGED, subject.address_changed),
    )
    return tuple(doubt for doubt, applies in found if applies)


def may_ask(mode: Literal["policy", "risk_based"], kind: RequestKind, subject: Subject, doubt: str) -> bool:
    """Whether a question about identity is allowed (Policy §7; GDPR Art. 12(2), 12(6); I1, I2).

    Never where no check is needed. In `policy` mode a copy of the data is worth a question without a doubt, as the policy says; that
    question stops no clock (D12). Else a doubt must be named.
    """
    if needed(kind, subject) == 0:
        return False
    if doubt:
        return doubt in set(Doubt)
    return mode == "policy" and kind in (RequestKind.ACCESS, RequestKind.PORTABILITY)


def items_for(subject: Subject) -> tuple[Item, ...]:
    """What may be asked of this person, the mildest first; the others are the alternatives that every question names (I1, I2, I5; S2)."""
    if subject.protected:
        return (Item.LOG_IN,)
    return (Item.CONFIRM_ON_FILE, Item.LOG_IN, Item.CONTROL_QUESTIONS, Item.ID_IMAGE)


def cool_off_until(subject: Subject, days: int) -> datetime | None:
    """The instant before which nothing is disclosed to a changed address; None where it did not change (Policy §3; I5)."""
    if not subject.address_changed or subject.address_since is None:
        return None
    return subject.address_since + timedelta(days=days)


def may_disclose(subject: Subject, now: datetime, days: int) -> bool:
    """Whether a copy of the data may go to the address the person writes from: on file, and not since yesterday (Policy §3; I5)."""
    until = cool_off_until(subject, days)
    return subject.address_since is not None and (until is None or now >= until)


class Capacity(StrEnum):
    """In which capacity somebody asks for somebody else (I8)."""

    GUARDIAN = "guardian"  # vårdnadshavare
    TRUSTEE = "trustee"  # god man, förvaltare
    FUTURE_POWER = "future_power"  # framtidsfullmakt
    POWER_OF_ATTORNEY = "power_of_attorney"  # fullmakt; a lawyer too: no shortcut


# What must be shown, besides who both are.
CHECKLIST: dict[Capacity, tuple[str, ...]] = {
    Capacity.GUARDIAN: ("registration_extract", "joint_custody"),
    Capacity.TRUSTEE: ("appointment",),
    Capacity.FUTURE_POWER: ("document", "in_force"),
    Capacity.POWER_OF_ATTORNEY: ("written", "signed", "dated", "names_both", "covers_gdpr_request", "says_where_the_reply_goes"),
}
BOTH = ("principal_checked", "agent_checked")


@dataclass(frozen=True, slots=True)
class Representation:
    """How a person was made sure of through somebody who asks for them: the proof, the capacity, and what was shown of it."""

    method: Method
    capacity: Capacity
    shown: frozenset[str]


def not_shown(capacity: Capacity, shown: Collection[str]) -> tuple[str, ...]:
    """What a representative has still to show before the request is theirs to make (FB 6:11, 11 kap.; lag 2017:310; I8)."""
    return tuple(item for item in (*BOTH, *CHECKLIST[capacity]) if item not in shown)
