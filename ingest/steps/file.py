"""Put it where it belongs."""

from datetime import datetime

from gdpr.casework import file_message
from gdpr.filing import Filing
from gdpr.records import Outcome
from gdpr.store import Transaction
from ingest.rules import Rules


def file(filing: Filing, rules: Rules, tx: Transaction, now: datetime) -> Outcome:
    """File the mail; what is written here is written together or not at all."""
    return file_message(tx, filing, rules.policy, now)
