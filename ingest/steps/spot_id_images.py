"""Which files of the mail may be pictures of an identity document? They are read later, for that takes seconds."""

from dataclasses import replace

from gdpr.filing import ReadMail
from ingest.id_candidates import id_candidates
from ingest.rules import Rules


def spot_id_images(mail: ReadMail, rules: Rules) -> ReadMail:
    """Set aside each picture that must be looked at; a robot proves nobody's identity (law.md I6)."""
    if mail.screening.auto or not mail.message.attachments:
        return mail
    candidates = tuple(id_candidates(mail.message.attachments))
    return replace(mail, id_candidates=candidates) if candidates else mail
