"""What a detector returns: one piece of personal data, where it stood, and why we believe it."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of personal data that Ombud finds."""

    PHONE = "phone"
    NATIONAL_NUMBER = "national_number"
    ORGANISATION_NUMBER = "organisation_number"
    EMAIL = "email"
    NAME = "name"
    ADDRESS = "address"
    ORGANISATION = "organisation"
    SENSITIVE = "sensitive"


class Origin(StrEnum):
    """Who wrote the text in which a finding stands; only the first two are filed on the sender."""

    AUTHOR = "author"
    SIGNATURE = "signature"
    QUOTED = "quoted"
    FORWARDED = "forwarded"
    HEADER = "header"
    ATTACHMENT = "attachment"


class Role(StrEnum):
    """What a number or an address in the sender's own words is to them; only the first two go on their profile."""

    OWN = "own"
    CALLBACK = "callback"  # they ask to be called on it
    MENTIONED = "mentioned"  # somebody else's, who is merely spoken of
    FAX = "fax"
    OUT_OF_USE = "out_of_use"
    TO_CONFIGURE = "to_configure"  # to be created, changed, forwarded or removed


OWN_ROLES = frozenset({Role.OWN, Role.CALLBACK})
OWN_ORIGINS = frozenset({Origin.AUTHOR, Origin.SIGNATURE})


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to understand a piece of text, kept beside the reading that won."""

    kind: Kind
    value: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Finding:
    r"""One piece of personal data with its place, score (0–1) and reason.

    `start` and `end` are character offsets into the text of `part`: "subject", "body" (the whole
    body as text), "header:from" or an IMAP part number such as "1.2".
    `value` is normalised: phones E.164, national numbers `YYYYMMDD-NNNN`, organisation numbers
    `NNNNNN-NNNN`, e-mail addresses in lower case; an address is "street\npostal code\ncity".
    """

    kind: Kind
    value: str
    raw: str
    start: int
    end: int
    score: float
    reason: str
    origin: Origin = Origin.AUTHOR
    part: str = "body"
    other_readings: tuple[Reading, ...] = ()
    role: Role = Role.OWN

    @property
    def masked(self) -> str:
        """The value as it may be shown without a logged reveal (dataskyddslagen 3:10; P1)."""
        if self.kind is Kind.NATIONAL_NUMBER:
            return f"{self.value[2:8]}-****"
        if self.kind is Kind.SENSITIVE:
            return self.value  # the name of its kind: "card"
        return self.value

    @property
    def is_own(self) -> bool:
        """Whether the sender wrote it this time and of themselves, so that it may be filed on their profile."""
        return self.origin in OWN_ORIGINS and self.role in OWN_ROLES
