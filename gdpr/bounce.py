"""Delivery reports: which mail did not arrive, at which addresses, and whether it still may (RFC 3464, and the many that are not)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from email.message import Message as Fields
from email.parser import BytesHeaderParser
from enum import StrEnum

from gdpr import delivery_words as words
from gdpr.mail_form import has_null_return_path, has_part, local_part, report_type
from gdpr.message import Message

_HEAD = 1500  # characters in which a mail server says what happened
_NOTICE = 6000  # characters in which it names the addresses
_BLANK_LINES = re.compile(rb"\r?\n(?:[ \t]*\r?\n)+")
_ADDRESS = re.compile(
    r"(?<![\w.%+-])(?![\w.]{0,64}\.\.)[\w!#$%&*+/?^`{|}~-][\w.!#$%&'*+/?^`{|}~-]{0,63}@(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,24}(?![\w@-])"
)
_MESSAGE_ID = re.compile(r"^[ \t>]*(?:x-)?(?:original-)?message-id:\s*(<[^<>\s]{3,250}>)", re.IGNORECASE | re.MULTILINE)
_FAILED, _DELAYED = ("failed", "failure"), ("delayed",)


class Failure(StrEnum):
    """How a delivery ended: for good, for a reason that may pass (RFC 3463: 4.x.x), or not yet."""

    PERMANENT = "permanent"
    TEMPORARY = "temporary"
    DELAYED = "delayed"  # the server still tries


# In order: the first whose words stand in a notice without fields; where none do, the failure is permanent.
SAID: tuple[tuple[Failure, re.Pattern[str]], ...] = ((Failure.DELAYED, words.DELAYED), (Failure.TEMPORARY, words.TEMPORARY))


@dataclass(frozen=True, slots=True)
class Bounce:
    """What a delivery report says; `original_message_id` is that of the mail that did not arrive, "" where it is not told."""

    failed_addresses: tuple[str, ...]
    failure: Failure
    original_message_id: str = ""


def is_bounce(message: Message) -> bool:
    """Whether a mail server reports that a mail did not arrive, or not yet."""
    if report_type(message) == "delivery-status" or has_part(message, "message/delivery-status") or message.header("x-failed-recipients"):
        return True
    if words.DAEMON.match(local_part(message)):
        return True
    from_daemon = bool(words.BOUNCE_SENDER.match(local_part(message))) or message.sender is None
    in_subject = _stands_in(words.BOUNCE_SUBJECT, message.subject)
    if from_daemon or has_null_return_path(message):
        return in_subject or _stands_in(words.BOUNCE_BODY, message.text)
    return in_subject and not message.in_reply_to and _stands_in(words.BOUNCE_BODY, message.text)


def _stands_in(pattern: re.Pattern[str], text: str) -> bool:
    return pattern.search(text[:_HEAD].lower()) is not None


def read_bounce(message: Message) -> Bounce | None:
    """The delivery report in a mail, None where it is none.

    What RFC 3464 has in fields is believed first, then the header X-Failed-Recipients, then the words of the notice.
    """
    if not is_bounce(message):
        return None
    reported = [fields for fields in _recipients(message) if fields["action"] in (None, *_FAILED, *_DELAYED)]
    addresses = tuple(dict.fromkeys(filter(None, map(_address, reported)))) or _in_header(message) or _in_notice(message)
    return Bounce(addresses, _failure(message, reported), _original_id(message))


def _recipients(message: Message) -> Iterator[Fields]:
    """The fields of each recipient in the delivery report (RFC 3464 2.3)."""
    for attachment in message.attachments:
        if attachment.content_type.lower() == "message/delivery-status":
            for block in _BLANK_LINES.split(attachment.content):
                fields = BytesHeaderParser().parsebytes(block)
                if fields["final-recipient"] or fields["original-recipient"]:
                    yield _lowered(fields)


def _lowered(fields: Fields) -> Fields:
    action = (fields["action"] or "").partition("(")[0].strip().lower()
    del fields["action"]
    if action:
        fields["action"] = action
    return fields


def _address(fields: Fields) -> str:
    """The address as the sender wrote it, else the one it led to."""
    named = (str(fields[name] or "").rpartition(";")[2] for name in ("original-recipient", "final-recipient"))
    return next((found.group().lower() for one in named if (found := _ADDRESS.search(one))), "")


def _in_header(message: Message) -> tuple[str, ...]:
    return _distinct(_ADDRESS.findall(message.header("x-failed-recipients")))


def _in_notice(message: Message) -> tuple[str, ...]:
    """The addresses that the notice names, before the copy of the mail begins: those on a line of their own, else all."""
    notice = message.text[:_NOTICE]
    copy = words.COPY_BELOW.search(notice.lower())
    notice = f"{message.subject}\n{notice[: copy.start()] if copy else notice}"
    ours = {one.address for one in (*message.to, *message.cc, *([message.sender] if message.sender else []))}
    told = words.TOLD.search(notice)
    after = notice[told.end() :] if told else ""
    for text in (_named(after), after, _named(notice), notice):
        found = [address for address in _distinct(_ADDRESS.findall(text)) if address not in ours and not _is_office(address)]
        if found:
            return tuple(found)
    return ()


def _named(notice: str) -> str:
    return "\n".join(found.group(found.lastindex or 0) for found in words.NAMED.finditer(notice))


def _is_office(address: str) -> bool:
    return words.OFFICE.match(address.partition("@")[0]) is not None


def _distinct(addresses: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(address.lower() for address in addresses))


def _failure(message: Message, reported: list[Fields]) -> Failure:
    if reported:
        if all(fields["action"] in _DELAYED for fields in reported):
            return Failure.DELAYED
        passing = all(str(fields["status"] or "").strip().startswith("4") for fields in reported)
        return Failure.TEMPORARY if passing else Failure.PERMANENT
    said = f"{message.subject}\n{message.text[:_HEAD]}".lower()
    return next((failure for failure, pattern in SAID if pattern.search(said)), Failure.PERMANENT)


def _original_id(message: Message) -> str:
    """The Message-ID of the mail that did not arrive: from the copy, the notice, or what the report refers to."""
    copies = (one for one in message.attachments if one.content_type.lower() in ("message/rfc822", "text/rfc822-headers"))
    named = (str(BytesHeaderParser().parsebytes(one.content)["message-id"] or "").strip() for one in copies)
    in_copy = next(filter(None, named), "")
    in_text = _MESSAGE_ID.search(message.text)
    return in_copy or (in_text[1] if in_text else message.in_reply_to or next(reversed(message.references), ""))
