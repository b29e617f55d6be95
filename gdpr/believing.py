"""How far what was found in a mail is believed about its sender, and what is not about them at all."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from detectors.finding import Finding, Kind
from gdpr.facts import Facts, facts_of
from gdpr.filing import ReadMail
from gdpr.records import FactStatus, FiledFinding
from gdpr.roles import REASONS


def believed(read: ReadMail) -> Iterator[FiledFinding]:
    """Each finding with how far it is believed on the sender's profile; None: not the sender's own, so not filed (I7, I9).

    What an authenticated sender says of themselves is filed; anything else waits for a person's yes, and so does a
    national number in a mail that holds several, for only one of them can be the sender's.
    """
    facts = facts_of(read.message, read.findings)
    theirs = _theirs(facts)
    status = FactStatus.FILED if read.authentication.passed else FactStatus.WAITING
    for finding in read.findings:
        told = _telling_its_role(finding)
        if not finding.is_own or finding.value not in theirs.get(finding.kind, (finding.value,)):
            yield FiledFinding(told, None)
        elif finding.kind is Kind.NATIONAL_NUMBER and len(facts.national_numbers) > 1:
            yield FiledFinding(told, FactStatus.WAITING)
        else:
            yield FiledFinding(told, _status(finding, status))


def _telling_its_role(finding: Finding) -> Finding:
    """The finding as it is kept: where it is more or less than the sender's own, that is the reason to show."""
    return replace(finding, reason=REASONS[finding.role]) if finding.role in REASONS else finding


def _theirs(facts: Facts) -> Mapping[Kind, Collection[str]]:
    """For the kinds of which others' may be mentioned: the values that the sender gives as theirs."""
    address = facts.address
    return {
        Kind.NAME: (facts.name,) if facts.name else (),
        Kind.PHONE: facts.phones,
        Kind.EMAIL: facts.emails,
        Kind.ADDRESS: (f"{address.street}\n{address.postal_code}\n{address.city}",) if address else (),
    }


def _status(finding: Finding, status: FactStatus) -> FactStatus | None:
    """What people should not have sent is no fact about them."""
    return None if finding.kind is Kind.SENSITIVE else status
