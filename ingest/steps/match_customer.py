"""Whose profile? The contact whose address is on file, if the sender is authenticated; never a guess (I7, I9)."""

from dataclasses import replace

from gdpr.filing import Filing
from gdpr.records import Match
from gdpr.store import Transaction
from ingest.rules import Rules


def match_customer(filing: Filing, rules: Rules, tx: Transaction) -> Filing:
    """Match a person's mail with a contact on file, or gather suggestions for a person to decide on."""
    if filing.duplicate_of is not None or filing.read.screening.auto:
        return filing
    return replace(filing, match=_match(filing, tx))


def _match(filing: Filing, tx: Transaction) -> Match:
    read = filing.read
    address = read.message.sender.address if read.message.sender else ""
    if address and read.authentication.passed:
        contact_id = tx.people.with_address(address)
        if contact_id is not None:
            return Match(contact_id)
    return Match(None, tx.people.suggest(address, [finding for finding in read.findings if finding.is_own]))
