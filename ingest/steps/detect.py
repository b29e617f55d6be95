"""Which personal data does the mail hold?"""

from dataclasses import replace

from detectors.passage import Passage
from detectors.registry import find_all
from gdpr.filing import ReadMail
from gdpr.local_time import local_day
from ingest.rules import Rules


def detect(mail: ReadMail, rules: Rules) -> ReadMail:
    """Find personal data in the subject and in every passage, whoever wrote it; the origin says who did."""
    message = mail.message
    subject = Passage(message.subject, part="subject", language=message.language)
    return replace(mail, findings=find_all((subject, *message.passages), rules.receiver, local_day(mail.received_at)))
