"""Who must get no more marketing: by itself for a sender's own address, by a person's click for any other.

Only advertising heeds the list. Notices of the service, letters about a request and news of changed terms or policy go out all
the same: they are no marketing as long as they offer nothing (Policy §3; marknadsföringslagen 19 §; law.md clause 6, B6).
"""

from collections.abc import Iterable

from detectors.finding import Finding, Kind
from gdpr.filing import Filing, ReadMail
from gdpr.people import comparable_address
from gdpr.request_concepts import CONCEPTS
from gdpr.request_rule import fold
from gdpr.requests import RequestKind
from gdpr.routing import RequestFound

_STOPPING = ("stop", "object", "take_back")
SUPPRESSION_KIND = "suppression"
"""The kind under which an address is fingerprinted, so that the entry outlives the address (E8)."""


def stops_marketing_by_itself(filing: Filing) -> str | None:
    """The address that is suppressed at once and without any check of identity (GDPR Art. 21(3); Policy §3; I5).

    It is the authenticated sender's own. None where the request is not certain, where nothing proves the sender, or where the
    mail names another address that may be the one that is meant: then a person clicks.
    """
    read, sender = filing.read, filing.read.message.sender
    if sender is None or not read.authentication.passed or not _asks_for_certain(read):
        return None
    own = comparable_address(sender.address)
    return None if _names_another(read.findings, own) else own


def _asks_for_certain(read: ReadMail) -> bool:
    """Whether a sentence surely asks for it and says in so many words that something must stop: to name a mailing asks for nothing."""
    return any(one.kind is RequestKind.MARKETING_OPTOUT and one.certain and _says_stop(one, read.message.language) for one in read.requests)


def _says_stop(found: RequestFound, language: str) -> bool:
    spoken = (CONCEPTS.get(name, {}) for name in (language, "sv", "en"))
    folded = fold(found.sentence)
    return any(concepts[name].search(folded) for concepts in spoken for name in _STOPPING if name in concepts)


def _names_another(findings: Iterable[Finding], own: str) -> bool:
    return any(one.kind is Kind.EMAIL and one.is_own and comparable_address(one.value) != own for one in findings)
