"""Has this mail been filed before?"""

from dataclasses import replace

from gdpr.filing import Filing
from gdpr.store import Transaction
from ingest.rules import Rules


def deduplicate(filing: Filing, rules: Rules, tx: Transaction) -> Filing:
    """The same content is a duplicate; the same Message-ID with other content is kept and flagged, never dropped."""
    known = tx.mails.with_digest(filing.read.digest)
    if known is not None:
        return replace(filing, duplicate_of=known)
    message_id = filing.read.message.message_id
    if message_id and tx.mails.knows_message_id(message_id):
        return replace(filing, flags=(*filing.flags, "message_id_reused"))
    return filing
