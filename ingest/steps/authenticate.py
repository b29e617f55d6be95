"""May the From address be believed?"""

from dataclasses import replace

from gdpr import authentication
from gdpr.filing import ReadMail
from ingest.rules import Rules


def authenticate(mail: ReadMail, rules: Rules) -> ReadMail:
    """Take our own mail server's word for the sender, and nobody else's."""
    return replace(mail, authentication=authentication.authenticate(mail.message, rules.authserv_id))
