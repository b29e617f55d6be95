"""Does the mail answer a letter of ours?"""

from gdpr.filing import Filing
from gdpr.joining import joined, reply_to
from gdpr.reply_token import claimed_marks
from gdpr.store import Transaction
from ingest.rules import Rules


def join(filing: Filing, rules: Rules, tx: Transaction) -> Filing:
    """Join a person's mail with the request that it answers, by our own mark and the same person alone; others only claim it."""
    if filing.duplicate_of is not None or filing.read.screening.auto:
        return filing
    for claimed in claimed_marks(filing.read.message):
        letter = tx.outbox.marked(claimed)
        if letter is not None:
            return joined(filing, reply_to(letter, filing))
    return filing
