"""When two mails are the same mail: the same content, whatever way they came and whatever their Message-ID."""

import hashlib
import re
from collections.abc import Iterator

# What the sender wrote. Received, Delivered-To and the like differ between two deliveries of one mail.
_WRITTEN = re.compile(rb"^(?:from|to|cc|reply-to|subject|date|message-id|content-type|in-reply-to):.*(?:\r?\n[ \t].*)*", re.I | re.M)
_PIECE = 1_000_000
_LINE = 2_000  # octets in which a line ends; a mail server sends CRLF throughout, other sources perhaps not
_END_OF_HEADERS = re.compile(rb"\r?\n\r?\n")


def content_digest(content: bytes) -> str:
    """SHA-256 in hexadecimal over the headers that the sender wrote and the body, line endings folded."""
    end = _END_OF_HEADERS.search(content)
    head, body = (content[: end.start()], end.end()) if end else (content, len(content))
    digest = hashlib.sha256()
    for header in sorted(_WRITTEN.findall(head)):
        digest.update(b" ".join(header.split()) + b"\n")
    digest.update(b"\n")
    for piece in _pieces(content, body):
        digest.update(piece if b"\r\n" in piece[:_LINE] else piece.replace(b"\n", b"\r\n"))
    return digest.hexdigest()


def _pieces(content: bytes, begin: int) -> Iterator[bytes]:
    """The body without the blanks at its end, cut at line ends, so that a huge one is never copied whole."""
    while begin < len(content):
        line_end = content.find(b"\n", begin + _PIECE)
        end = line_end + 1 if line_end >= 0 else len(content)
        yield content[begin:end] if end < len(content) else content[begin:end].rstrip()
        begin = end
