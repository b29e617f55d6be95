"""When two mails are the same mail: the same content, whatever way they came and whatever their Message-ID."""

import hashlib
import re

# What the sender wrote. Received, Delivered-To and the like differ between two deliveries of one mail.
_WRITTEN = re.compile(rb"^(?:from|to|cc|reply-to|subject|date|message-id|content-type|in-reply-to):.*(?:\r?\n[ \t].*)*", re.I | re.M)
_END_OF_HEADERS = re.compile(rb"\r?\n\r?\n")


def content_digest(content: bytes) -> str:
    """SHA-256 in hexadecimal over the headers that the sender wrote and the body, line endings folded."""
    end = _END_OF_HEADERS.search(content)
    head, body = (content[: end.start()], content[end.end() :]) if end else (content, b"")
    digest = hashlib.sha256()
    for header in sorted(_WRITTEN.findall(head)):
        digest.update(b" ".join(header.split()) + b"\n")
    digest.update(b"\n" + body.replace(b"\r\n", b"\n").rstrip())
    return digest.hexdigest()
