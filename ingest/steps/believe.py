"""What of it is told of the sender, and how far may it be believed?"""

from dataclasses import replace

from gdpr.believing import believed
from gdpr.filing import ReadMail
from ingest.rules import Rules


def believe(mail: ReadMail, rules: Rules) -> ReadMail:
    """Weigh each finding for the sender's profile; a robot has none."""
    return mail if mail.screening.auto else replace(mail, believed=tuple(believed(mail)))
