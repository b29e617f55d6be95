"""What an agent is warned about beside a mail: a table of names and tests."""

from collections.abc import Callable

from gdpr.filing import ReadMail
from gdpr.message import Message


def reply_goes_elsewhere(message: Message) -> bool:
    """Whether Reply-To names another address than From: it is shown, and never receives personal data."""
    if message.sender is None:
        return bool(message.reply_to)
    return any(address.address != message.sender.address for address in message.reply_to)


WARNINGS: tuple[tuple[str, Callable[[ReadMail], bool]], ...] = (
    ("unauthenticated", lambda read: not read.authentication.passed),
    ("reply_to_differs", lambda read: reply_goes_elsewhere(read.message)),
    ("damaged", lambda read: bool(read.message.defects)),
)


def warnings(read: ReadMail) -> tuple[str, ...]:
    """The names of the warnings that this mail deserves, in the order of the table."""
    return tuple(name for name, applies in WARNINGS if applies(read))
