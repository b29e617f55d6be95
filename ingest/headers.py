"""What the headers of a mail say, read by mail-parser and mended where it gives up."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message as Tree
from email.utils import getaddresses, parsedate_to_datetime

from mailparser import MailParser

from gdpr.message import MailAddress
from ingest.charsets import decode

MAX_HEADERS = 2_000
MAX_ADDRESSES = 1_000
_READ_BY_MAIL_PARSER = frozenset({"from", "to", "cc", "reply-to", "date"})
_JOINED = frozenset({"to", "cc", "reply-to"})
_FOLDING = re.compile(r"[ \t]*[\r\n]+[ \t]*")
_BETWEEN_WORDS = re.compile(r"(\?=)\s+(=\?)")
_UNSPACED_WORDS = re.compile(r"(\?=)(=\?[^?\s]+\?[bBqQ]\?)")
_MESSAGE_ID = re.compile(r"<[^<>\s]+>")
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
        values[name] = (*values.get(name, ()), decode_header_value(value))
    envelope = _envelope(raw)
    reader = MailParser(envelope)
    senders = _addresses(reader.from_, envelope["from"])
    return Headers(
        subject=values.get("subject", ("",))[0],
        sender=senders[0] if senders else None,
        to=_addresses(reader.to, envelope["to"]),
        cc=_addresses(reader.cc, envelope["cc"]),
        reply_to=_addresses(reader.reply_to, envelope["reply-to"]),
        sent_at=_instant(reader.date, envelope["date"]),
        message_id=_message_id(values.get("message-id", ("",))[0]),
        in_reply_to=_message_id(values.get("in-reply-to", ("",))[0]),
        references=tuple(_MESSAGE_ID.findall(values.get("references", ("",))[0])),
        all=values,
    )


def decode_header_value(raw: str) -> str:
    """A header value in plain Unicode on one line (RFC 2047, unfolded so that it cannot carry a second header)."""
    value = _FOLDING.sub(" ", raw).strip()
    if "=?" not in value:
        return value
    value = _UNSPACED_WORDS.sub(r"\1 \2", _BETWEEN_WORDS.sub(r"\1 \2", value))
    try:
        chunks = decode_header(value)
    except (HeaderParseError, ValueError):
        return value
    text = "".join(chunk if isinstance(chunk, str) else _chunk(chunk, charset) for chunk, charset in chunks)
    return _FOLDING.sub(" ", text).strip()


def _chunk(chunk: bytes, charset: str | None) -> str:
    # RFC 2231 allows a language after the charset: "utf-8*sv".
    return decode(chunk, charset.partition("*")[0]) if charset else chunk.decode("raw_unicode_escape", "replace")


def wire_text(value: object) -> str:
    """A raw header as text: 8-bit octets that nobody declared are UTF-8 or Windows-1252."""
    raw = str(value)
    if raw.isascii():
        return raw
    return decode(raw.encode("utf-8", "surrogateescape"))


def _envelope(raw: list[tuple[str, str]]) -> Tree:
    """The few headers that mail-parser shall read; Received lines and body would cost more than the rest together.

    It reads the first header of a name. A second To or Cc names recipients too, so these are joined; a second From is ignored.
    """
    found: dict[str, str] = {}
    for name, value in raw:
        if name in _JOINED and name in found:
            found[name] += ", " + value
        elif name in _READ_BY_MAIL_PARSER:
            found.setdefault(name, value)
    envelope = Tree()
    for name, value in found.items():
        envelope[name] = value
    return envelope


def _addresses(read: object, raw: str | None) -> tuple[MailAddress, ...]:
    pairs = read if isinstance(read, list) else []
    if not pairs and raw and "@" in raw:
        pairs = [pair for pair in getaddresses([raw]) if "@" in pair[1]] or [("", address) for address in _BARE_ADDRESS.findall(raw)]
    return tuple(MailAddress(decode_header_value(name), address.lower()) for name, address in pairs[:MAX_ADDRESSES])


def _instant(read: object, raw: str | None) -> datetime | None:
    """The Date header with the sender's own offset where it can be told; mail-parser knows more broken forms, in UTC."""
    try:
        moment = parsedate_to_datetime(raw or "")
    except (ValueError, TypeError, IndexError, OverflowError):
        return read if isinstance(read, datetime) else None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _message_id(value: str) -> str:
    found = _MESSAGE_ID.search(value)
    return found.group() if found else value.strip()
