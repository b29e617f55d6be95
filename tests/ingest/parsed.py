"""The mails of tests/mail/parse, parsed."""

from pathlib import Path

from detectors.finding import Origin
from gdpr.message import Attachment, Message
from ingest.parse import parse

MAILS = Path(__file__).parent.parent / "mail" / "parse"


def octets(name: str) -> bytes:
    """A mail as it came."""
    return (MAILS / f"{name}.eml").read_bytes()


def parsed(name: str) -> Message:
    """A mail as Ombud reads it."""
    return parse(octets(name))


def names(pattern: str) -> list[str]:
    """The mails whose names fit a pattern, in order."""
    return sorted(path.stem for path in MAILS.glob(pattern + ".eml"))


def old_text(message: Message) -> str:
    """All that the author did not write this time."""
    return message.written_by(Origin.QUOTED, Origin.FORWARDED)


def attachment(message: Message, filename: str) -> Attachment:
    """The attachment of this name."""
    return next(one for one in message.attachments if one.filename == filename)
