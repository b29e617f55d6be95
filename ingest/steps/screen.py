"""Is it a robot's mail? Then it is seen, kept and never answered."""

from dataclasses import replace

from gdpr import screening
from gdpr.filing import ReadMail
from ingest.rules import Rules


def screen(mail: ReadMail, rules: Rules) -> ReadMail:
    """Tell robots, bounces, lists and newsletters from people."""
    return replace(mail, screening=screening.screen(mail.message))
