"""Which personal data does the mail hold?"""

from dataclasses import replace

from detectors.registry import find_all
from gdpr.filing import ReadMail
from gdpr.local_time import local_day
from gdpr.roles import with_roles
from ingest.rules import Rules


def detect(mail: ReadMail, rules: Rules) -> ReadMail:
    """Find personal data in what the sender wrote this time; quoted text is not kept, nor is what stands in it (GDPR Art. 5(1)(c))."""
    found = find_all(mail.message.new_text, rules.policy.controller.receiver, local_day(mail.received_at))
    return replace(mail, findings=with_roles(mail.message, found))
