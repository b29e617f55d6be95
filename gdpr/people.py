"""Who may be who: an address as it is compared, and the reasons to suggest that two people are one (I7, I9)."""

import unicodedata
from dataclasses import dataclass
from enum import StrEnum

# Domains of which everybody may have an address: to share one says nothing.
PUBLIC_MAIL_DOMAINS = frozenset(
    {
        "gmail.com", "googlemail.com", "hotmail.com", "hotmail.se", "icloud.com", "live.com", "live.se", "mac.com", "me.com", "msn.com",
        "outlook.com", "outlook.se",
        "aol.com", "fastmail.com", "gmx.com", "gmx.de", "gmx.net", "mail.com", "pm.me", "proton.me", "protonmail.com", "web.de",
        "yahoo.com", "yahoo.se", "ymail.com", "zoho.com",
        "bahnhof.se", "bredband.net", "bredband2.com", "comhem.se", "home.se", "passagen.se", "spray.se", "swipnet.se", "tele2.se",
        "telia.com", "telia.se",
        "glocalnet.net", "hey.com", "hotmail.dk", "hotmail.no", "live.dk", "live.no", "mail.dk", "online.no", "ownit.nu", "tuta.com",
        "tutanota.com",
    }
)


class Role(StrEnum):
    """What a user is at the desk; one user may be several."""

    AGENT = "agent"
    MANAGER = "manager"
    DPO = "dpo"
    BOOKKEEPING = "bookkeeping"
    OPERATOR = "operator"


class RevealPurpose(StrEnum):
    """Why a masked value may be shown; one of a few words, so that the record holds no personal data (B3)."""

    IDENTITY = "identity"
    AGREEMENT = "agreement"
    INVOICE = "invoice"
    REQUEST = "request"
    CORRECTION = "correction"


@dataclass(frozen=True, slots=True)
class Likeness:
    """A reason to suggest a contact, and how much it says."""

    reason: str
    score: float


SAME_ADDRESS = Likeness("same_address", 0.95)
SAME_NATIONAL_NUMBER = Likeness("same_national_number", 0.9)
SAME_PHONE = Likeness("same_phone", 0.8)
SAME_ORGANISATION_NUMBER = Likeness("same_organisation_number", 0.6)
SAME_DOMAIN = Likeness("same_domain", 0.4)


def comparable_address(address: str) -> str:
    """The address as it is kept and compared: lower case, its domain in ASCII (I7; RFC 3492).

    The letters of the domain are encoded and never replaced by look-alikes: ß stays another domain than ss.
    """
    local, at, domain = unicodedata.normalize("NFC", address.strip()).lower().rpartition("@")
    return f"{local}{at}{'.'.join(_ascii_label(label) for label in domain.rstrip('.').split('.'))}"


def domain_of(address: str) -> str:
    """The domain of an address as it is compared, "" where there is none."""
    return comparable_address(address).rpartition("@")[2] if "@" in address else ""


def is_shared_by_strangers(domain: str) -> bool:
    """Whether an address in this domain says nothing of where a person works."""
    return domain in PUBLIC_MAIL_DOMAINS


def _ascii_label(label: str) -> str:
    return label if label.isascii() else f"xn--{label.encode('punycode').decode('ascii')}"
