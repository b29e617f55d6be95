"""What the form of a mail tells of who sent it: its report type, its parts, its return path."""

import re

from gdpr.message import Message

_REPORT_TYPE = re.compile(r"report-type=\"?([\w-]+)", re.IGNORECASE)


def local_part(message: Message) -> str:
    """What stands before the @ of the sender's address, "" where there is none."""
    return message.sender.address.partition("@")[0] if message.sender else ""


def report_type(message: Message) -> str:
    """Of a multipart/report what it reports: "delivery-status", "disposition-notification" (RFC 6522)."""
    found = _REPORT_TYPE.search(message.header("content-type"))
    return found[1].lower() if found else ""


def has_part(message: Message, *types: str) -> bool:
    """Whether an attachment's content type begins with one of these."""
    return any(attachment.content_type.lower().startswith(types) for attachment in message.attachments)


def has_null_return_path(message: Message) -> bool:
    """Whether it came without a return path, as reports must (RFC 3464 2)."""
    return message.header("return-path").strip().lower() in ("<>", "<mailer-daemon>")
