"""What the headers of a mail say, read by mail-parser and mended where it gives up."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.errors import MessageError
from email.message import Message as Tree
from email.utils import getaddresses, parsedate_to_datetime
from functools import lru_cache

from mailparser.dates import parse_mail_date
from mailparser.utils import get_addresses

from gdpr.message import MailAddress
from ingest.charsets import decode
from ingest.encoded_words import decode_header

MAX_HEADERS = 2_000
MAX_ADDRESSES = 1_000
_READ_BY_MAIL_PARSER = frozenset({"from", "to", "cc", "reply-to", "date"})
_USUAL_LENGTH = 200
_JOINED = frozenset({"to", "cc", "reply-to"})
_MESSAGE_ID = re.compile(r"<[^<>\s]+>")
_QUOTED_OR_COMMENT = re.compile(r'"[^"]*"|\([^()]*\)')
_NAME_AND_ADDRESS = re.compile(
    r"(=\?[\w-]{2,20}\?[bBqQ]\?[\w=+/-]{1,200}\?=|[^\W\d_]{2,30}(?: [^\W\d_]{2,30}){0,3}) "
    r"<([a-zA-Z0-9_+-]{1,64}(?:\.[a-zA-Z0-9_+-]{1,64}){0,9}@[a-zA-Z0-9-]{1,63}(?:\.[a-zA-Z0-9-]{1,63}){1,9})>"
)
_PLAIN_NAME = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)*")
_BARE_ADDRESS = re.compile(r"[^\s<>\"'(),:;\[\]]+@[^\s<>\"'(),:;]+")


@dataclass(frozen=True, slots=True)
class Headers:
    """The headers of one mail, decoded and unfolded."""

    subject: str
    sender: MailAddress | None
    to: tuple[MailAddress, ...]
    cc: tuple[MailAddress, ...]
    reply_to: tuple[MailAddress, ...]
    sent_at: datetime | None
    message_id: str
    in_reply_to: str
    references: tuple[str, ...]
    all: Mapping[str, tuple[str, ...]]


def read_headers(tree: Tree) -> Headers:
    """The headers of a mail, whatever state they are in."""
    raw = [(name.lower(), wire_text(value)) for name, value in list(tree.raw_items())[:MAX_HEADERS]]
    values: dict[str, tuple[str, ...]] = {}
    for name, value in raw:
        values[name] = (*values.get(name, ()), decode_header(value))
    envelope = _envelope(raw)
    senders = _addresses(envelope.get("from"))
    return Headers(
        subject=next(filter(None, values.get("subject", ())), ""),
        sender=senders[0] if senders else None,
        to=_recipients(envelope.get("to", "")),
        cc=_addresses(envelope.get("cc")),
        reply_to=_addresses(envelope.get("reply-to")),
        sent_at=_instant(envelope.get("date")),
        message_id=_message_id(values.get("message-id", ("",))[0]),
        in_reply_to=_message_id(values.get("in-reply-to", ("",))[0]),
        references=tuple(_MESSAGE_ID.findall(values.get("references", ("",))[0])),
        all=values,
    )


def wire_text(value: object) -> str:
    """A raw header as text: 8-bit octets that nobody declared are UTF-8 or Windows-1252."""
    raw = str(value)
    if raw.isascii():
        return raw
    return decode(raw.encode("utf-8", "surrogateescape"))


def _envelope(raw: list[tuple[str, str]]) -> Mapping[str, str]:
    """The few headers that mail-parser reads: the first of a name. A second To or Cc names recipients too, so these are joined."""
    found: dict[str, str] = {}
    for name, value in raw:
        if name in _JOINED and name in found:
            found[name] += ", " + value
        elif name in _READ_BY_MAIL_PARSER:
            found.setdefault(name, value)
    return found


def _recipients(raw: str) -> tuple[MailAddress, ...]:
    """The addresses of To: nearly always a mailbox of ours, which is read once."""
    return _usual_recipients(raw) if len(raw) <= _USUAL_LENGTH else _addresses(raw)


def _addresses(raw: str | None) -> tuple[MailAddress, ...]:
    return _plain_address(raw) or _any_addresses(raw) if raw else ()


def _plain_address(raw: str) -> tuple[MailAddress, ...]:
    """The one address of a header that holds nothing but a name of letters and an address: of nearly every From."""
    found = _NAME_AND_ADDRESS.fullmatch(raw)
    name = decode_header(found[1]) if found else ""
    return (MailAddress(name, found[2].lower()),) if found and _PLAIN_NAME.fullmatch(name) else ()


def _any_addresses(raw: str) -> tuple[MailAddress, ...]:
    pairs = _read_addresses(raw)
    if not pairs and "@" in raw:
        pairs = [pair for pair in getaddresses([raw]) if "@" in pair[1]] or [("", address) for address in _bare_addresses(raw)]
    return tuple(MailAddress(decode_header(name), address.lower()) for name, address in pairs[:MAX_ADDRESSES])


_usual_recipients = lru_cache(maxsize=32)(_addresses)


def _read_addresses(raw: str) -> list[tuple[str, str]]:
    # Its reader of headers alone: the parser itself would read them once for its defects and once more for its index.
    # It needs to unfold and decode only what is folded or encoded.
    to_decode = "=?" in raw or "\n" in raw
    try:
        return [pair for pair in get_addresses(raw, decode_names=to_decode) if pair[1]]
    except (MessageError, ValueError, LookupError):  # a damaged encoded word; `_addresses` reads the raw header then
        return []


def _bare_addresses(raw: str) -> list[str]:
    """Addresses in a header that follows no grammar; never one that stands in a name, which is the sender's to choose."""
    return _BARE_ADDRESS.findall(" ".join(raw.split("<")[1:]) if "<" in raw else _QUOTED_OR_COMMENT.sub(" ", raw))


def _instant(raw: str | None) -> datetime | None:
    """The Date header with the sender's own offset where it can be told; mail-parser knows more broken forms, in UTC."""
    try:
        moment = parsedate_to_datetime(raw or "")
    except (ValueError, TypeError, IndexError, OverflowError):
        known: datetime | None = parse_mail_date(raw).value
        return known
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _message_id(value: str) -> str:
    found = _MESSAGE_ID.search(value)
    return found.group() if found else value.strip()
