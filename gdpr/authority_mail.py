"""Letters from the supervisory authority, or from somebody who says so: a queue of their own, never an automatic answer."""

import re
from dataclasses import dataclass
from datetime import date

from gdpr.message import Message
from gdpr.policy import Authority

AUTHORITY_QUEUE = "authority"
DOMAINS = ("imy.se", "datainspektionen.se")
"""The authority's domains, today's and the former."""

_LAST_DAY = re.compile(
    r"\b(?:senast|före|innan|svar(?:a)? (?:till oss )?(?:senast )?(?:den)?|no later than|by|before) (?:den |the )?"
    r"(?:(?P<iso>\d{4}-\d{2}-\d{2})|(?P<day>\d{1,2}) (?P<month>[a-zå]{3,9})\.? (?P<year>20\d\d))",
    re.IGNORECASE,
)
_MONTHS = ("jan", "feb", "mar", "apr", "ma", "jun", "jul", "aug", "sep", "o", "nov", "dec")
_MAY = ("maj", "may")
_LONGEST = 30_000  # characters in which the last day is looked for


@dataclass(frozen=True, slots=True)
class AuthorityMail:
    """What a letter from the authority says of itself: whether it came from the authority's own domain, and by when it wants an answer."""

    own_domain: bool
    answer_by: date | None = None


def from_authority_domain(message: Message) -> bool:
    """Whether the mail names the authority's domain as its sender's, be it proved or not."""
    domain = message.sender.domain if message.sender else ""
    return domain.endswith(DOMAINS) and any(domain == own or domain.endswith(f".{own}") for own in DOMAINS)


def authority_mail(message: Message, authority: Authority) -> AuthorityMail | None:
    """The letter, if it is the authority's or claims to be; None for every other mail (GDPR Art. 31, 58; law.md §3 COMPLAINT)."""
    own_domain = from_authority_domain(message)
    if not own_domain and not _claims(message, authority):
        return None
    return AuthorityMail(own_domain, answer_by(message.own_text))


def _claims(message: Message, authority: Authority) -> bool:
    """Whether the sender's display name is the authority's name."""
    name = message.sender.name.strip().lower() if message.sender else ""
    if len(name) < len(authority.short_name):
        return False
    names = (authority.name.lower(), *(former.lower() for former in authority.former_names))
    return any(map(name.__contains__, names)) or re.match(rf"{re.escape(authority.short_name.lower())}\b", name) is not None


def answer_by(text: str) -> date | None:
    """The first day that the letter names as the last one; a person confirms it."""
    for found in _LAST_DAY.finditer(text[:_LONGEST]):
        day = _day(found)
        if day is not None:
            return day
    return None


def _day(found: re.Match[str]) -> date | None:
    try:
        if found["iso"]:
            return date.fromisoformat(found["iso"])
        return date(int(found["year"]), _month(found["month"].lower()), int(found["day"]))
    except ValueError:
        return None


def _month(word: str) -> int:
    """The number of a month in Swedish or English; 0, which is no month, for any other word."""
    if word in _MAY:
        return 5
    return next((number for number, start in enumerate(_MONTHS, 1) if number != 5 and word.startswith(start)), 0)
