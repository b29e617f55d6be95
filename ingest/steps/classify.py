"""Does the sender ask for something under the GDPR?"""

from dataclasses import replace

from gdpr.authority_mail import from_authority_domain
from gdpr.filing import ReadMail
from gdpr.routing import request_kinds
from ingest.rules import Rules


def classify(mail: ReadMail, rules: Rules) -> ReadMail:
    """Recognise each right that is asked for; a robot asks for none, nor does the authority, which has a queue of its own."""
    return mail if mail.screening.auto or from_authority_domain(mail.message) else replace(mail, requests=request_kinds(mail.message))
