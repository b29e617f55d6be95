"""Has this mail been filed before, perhaps with an ID image that we took out of it since?"""

from dataclasses import replace

from gdpr.filing import Filing
from gdpr.store import Transaction
from ingest.redact import REDACTED
from ingest.rules import Rules


def deduplicate(filing: Filing, rules: Rules, tx: Transaction) -> Filing:
    """The same content is a duplicate; the same Message-ID with other content is kept and flagged, never dropped."""
    known = tx.mails.with_digest(filing.read.digest)
    if known is None and filing.read.message.header(REDACTED):
        known = tx.mailbox_copies.is_tombstone(filing.read.digest)
    if known is not None:
        return replace(filing, duplicate_of=known)
    message_id = filing.read.message.message_id
    if message_id and tx.mails.knows_message_id(message_id):
        return replace(filing, flags=(*filing.flags, "message_id_reused"))
    return filing
