"""The published data-protection policy as numbers and names, each beside its paragraph.

The numbers stand in `config/policy.toml`; `config.policy_file.load_policy` reads them into a `Policy`. Each range of
what is allowed stands here, beside the meaning. `§` is a heading of the policy: 1 the opening, 2 how data is handled,
3 what is collected and why, 4 data given freely, 5 data collected automatically, 6 the processor agreement, 7 rights,
8 the data protection officer, 9 the supervisory authority.
"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from annotated_types import Ge, Le, MinLen

from detectors.receiver import Receiver
from gdpr.letter_kinds import LetterKind
from gdpr.records import LetterState

Text = Annotated[str, MinLen(1)]
Texts = Annotated[tuple[Text, ...], MinLen(1)]
Count = Annotated[int, Ge(1)]
CountOrNone = Annotated[int, Ge(0)]


@dataclass(frozen=True, slots=True)
class Controller:
    """Who answers for the data: stands in every letter, and is never a finding (Policy §1)."""

    name: Text
    organisation_number: Text
    domains: Texts
    addresses: Texts
    phones: Texts

    @property
    def receiver(self) -> Receiver:
        """What is the controller's own, and therefore never a finding (Policy §1)."""
        return Receiver(frozenset(self.domains), frozenset((self.organisation_number,)), self.phones)


@dataclass(frozen=True, slots=True)
class Terms:
    """How long things may take (Policy §7; GDPR Art. 12(3), Art. 33; D3–D12)."""

    promise_days: Annotated[int, Ge(1), Le(366)]
    legal_months: Annotated[int, Ge(1), Le(12)]
    extension_months: Annotated[int, Ge(1), Le(12)]
    eves_extend_the_month: bool
    identity_ask_days: Annotated[int, Ge(0), Le(31)]
    breach_hours: Annotated[int, Ge(1), Le(720)]


@dataclass(frozen=True, slots=True)
class Desk:
    """When the desk should have done what, and when it is warned (R6).

    `..._working_days` count from receipt; `..._day` is a day after receipt; `amber_days` and `red_days` count back from
    the last working day on or before the due day, `warn_days` from the due day itself.
    """

    acknowledge_working_days: Count
    decide_kind_working_days: Count
    decide_identity_working_days: Count
    stop_marketing_working_days: Count
    forward_working_days: Count
    data_gathered_day: Count
    second_person_day: Count
    decide_extension_day: Count
    amber_days: Count
    red_days: Count
    warn_days: Annotated[tuple[Count, ...], MinLen(1)]


@dataclass(frozen=True, slots=True)
class Identity:
    """How we make sure that we answer the right person (Policy §7; GDPR Art. 12(6); I1–I6, D13)."""

    mode: Literal["policy", "risk_based"]
    unasked_image_hours: CountOrNone
    remind_mailbox_hours: Count
    remind_days: Annotated[tuple[Count, ...], MinLen(1)]
    changed_address_days: CountOrNone


@dataclass(frozen=True, slots=True)
class Export:
    """How often an export is free, and how it is handed over (Policy §7; GDPR Art. 12(5); R1, B2).

    The number only flags a request for a person's decision: it refuses and bills nothing.
    """

    free_a_year: Count
    pickup_days: Annotated[int, Ge(1), Le(14)]


@dataclass(frozen=True, slots=True)
class Letters:
    """Which letters leave without a click, and how many of these one address or domain gets at most (R5; GDPR Art. 32).

    The caps keep our acknowledgements from being used as a mail bomb; what is above them waits for a person.
    """

    send: tuple[LetterKind, ...]
    staff_address: Text
    per_address_a_day: Count
    per_domain_an_hour: Count
    give_up_after_tries: Count

    def first_state(self, kind: LetterKind) -> LetterState:
        """Whether a new letter of this kind leaves by itself, or waits for a click."""
        return LetterState.PENDING if kind in self.send else LetterState.DRAFT


@dataclass(frozen=True, slots=True)
class Retention:
    """How long each category is kept (Policy §2, §7; GDPR Art. 5(1)(e); E2, E7, E8, B3)."""

    bookkeeping_years: Annotated[int, Ge(7)]
    support_months: Count
    log_months: Count
    screened_days: Count
    quarantine_days: Count
    closed_request_mail_days: Annotated[int, Ge(0), Le(90)]
    closed_request_years: Count
    audit_months: Annotated[int, Ge(24)]
    backup_days: Annotated[int, Ge(1), Le(35)]


@dataclass(frozen=True, slots=True)
class Officer:
    """Where questions to the data protection officer go (Policy §8; GDPR Art. 38)."""

    address: Text
    queue: Text
    is_account_manager: bool


@dataclass(frozen=True, slots=True)
class Authority:
    """Where a complaint may be lodged, as it stands in letters (Policy §9; GDPR Art. 77; B5)."""

    name: Text
    short_name: Text
    former_names: tuple[Text, ...]
    postal_address: Text
    address: Text
    phone: Text
    web: Text
    verified_on: date
    verify_again_days: Count

    def must_be_verified(self, today: date) -> bool:
        """Whether these lines must be compared with the authority's own page again."""
        return (today - self.verified_on).days > self.verify_again_days


@dataclass(frozen=True, slots=True)
class Policy:
    """The policy in force; open requests keep the version they were opened under (H0)."""

    id: Text
    digest: Text
    controller: Controller
    terms: Terms
    desk: Desk
    identity: Identity
    export: Export
    letters: Letters
    retention: Retention
    officer: Officer
    authority: Authority
    second_person_for: tuple[Literal["export", "erasure", "refusal", "extension"], ...]

    @property
    def version(self) -> str:
        """The declared id and the start of the file's SHA-256, so that no edit goes unnoticed."""
        return f"{self.id}+{self.digest[:16]}"
