"""Wait for new mail: by IDLE (RFC 2177), with a dead connection noticed."""

import time
from collections.abc import Iterable
from imaplib import IMAP4
from threading import Event
from typing import Any

from imapclient import IMAPClient

SLICE = 1.0  # seconds between two looks at whether to stop


def idle(client: IMAPClient, seconds: float, stop: Event) -> bool:
    """Whether mail was announced before the time was up. Raises IMAP4.abort when the connection is found dead."""
    client.idle()
    arrived = _listen(client, time.monotonic() + seconds, stop)
    _, rest = client.idle_done()
    return arrived or announces_mail(rest)


def _listen(client: IMAPClient, until: float, stop: Event) -> bool:
    hasty = 0
    while not stop.is_set() and (left := until - time.monotonic()) > 0:
        started = time.monotonic()
        answers = client.idle_check(timeout=min(left, SLICE))
        if announces_mail(answers):
            return True
        # On a dead connection idle_check returns at once, with nothing, for ever. One such return may be TLS housekeeping.
        hasty = hasty + 1 if not answers and time.monotonic() - started < min(left, SLICE) / 2 else 0
        if hasty == 3:
            raise IMAP4.abort("the connection died in IDLE")
    return False


def announces_mail(answers: Iterable[tuple[Any, ...]]) -> bool:
    """Whether one of the server's unasked answers says that the folder has grown. Raises IMAP4.abort on its farewell."""
    kinds = {part for answer in answers for part in answer[:2] if isinstance(part, bytes)}
    if b"BYE" in kinds:
        raise IMAP4.abort("the server took its leave")
    return b"EXISTS" in kinds
