"""Who must get no more marketing: by itself for a sender's own address, by a person's click for any other.

Only advertising heeds the list. Notices of the service, letters about a request and news of changed terms or policy go out all
the same: they are no marketing as long as they offer nothing (Policy §3; marknadsföringslagen 19 §; law.md clause 6, B6).
"""

from collections.abc import Iterable

from detectors.finding import Finding, Kind
from gdpr.filing import Filing, ReadMail
from gdpr.people import comparable_address
from gdpr.requests import RequestKind

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
    return any(found.kind is RequestKind.MARKETING_OPTOUT and found.certain for found in read.requests)


def _names_another(findings: Iterable[Finding], own: str) -> bool:
    return any(one.kind is Kind.EMAIL and one.is_own and comparable_address(one.value) != own for one in findings)
