"""Does the sender ask for something under the GDPR?"""

from dataclasses import replace

from gdpr.filing import ReadMail
from gdpr.routing import request_kinds
from ingest.rules import Rules


def classify(mail: ReadMail, rules: Rules) -> ReadMail:
    """Recognise each right that is asked for; a robot asks for none."""
    return mail if mail.screening.auto else replace(mail, requests=request_kinds(mail.message))
