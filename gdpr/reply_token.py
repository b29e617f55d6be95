"""The signed mark of a letter, by which its reply and its bounce are known: in the Message-ID and in the subject.

The mark names the letter and bears a keyed hash of its number, so that nobody who has not got the letter can write it (RFC 2104). It is
no proof of who writes: a mail joins a request only with the mark and from the same authenticated person (gdpr.joining).
"""

import hmac
import re
from base64 import b32encode
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from gdpr.message import Message

_BYTES = 10  # 80 bits: nobody guesses one by mail
_MARK = r"(\d{1,18})\.([a-z2-7]{16})"
_IN_MESSAGE_ID = re.compile(rf"<ombud\.{_MARK}@[^<>\s@]+>", re.IGNORECASE)
_IN_SUBJECT = re.compile(rf"\[{_MARK}\]", re.IGNORECASE)

Sign = Callable[[str], bytes]
"""A keyed hash; `storage` holds the key."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A letter's number and the hash that goes with it; read from a mail, it is only a claim."""

    letter_id: int
    hash: str

    def __str__(self) -> str:
        return f"{self.letter_id}.{self.hash}"

    def is_genuine(self, sign: Sign) -> bool:
        """Whether we wrote it ourselves."""
        return hmac.compare_digest(self.hash.encode(), mark(self.letter_id, sign).hash.encode())

    def message_id(self, domain: str) -> str:
        """The Message-ID of the letter: the same at every try, so that a letter sent twice is seen once (RFC 5322 §3.6.4)."""
        return f"<ombud.{self}@{domain}>"


def mark(letter_id: int, sign: Sign) -> Mark:
    """The mark of a letter."""
    return Mark(letter_id, b32encode(sign(f"letter/{letter_id}")[:_BYTES]).decode().lower())


def claimed_marks(message: Message) -> Iterator[Mark]:
    """The marks that a mail bears as a reply, the likeliest first; none costs no more than a look at three headers."""
    yield from marks_in((message.in_reply_to, *reversed(message.references)))
    for found in _IN_SUBJECT.finditer(message.subject) if "[" in message.subject else ():
        yield _read(found)


def marks_in(message_ids: tuple[str, ...]) -> Iterator[Mark]:
    """The marks in these Message-IDs."""
    for message_id in message_ids:
        if found := _IN_MESSAGE_ID.search(message_id):
            yield _read(found)


def _read(found: re.Match[str]) -> Mark:
    return Mark(int(found[1]), found[2].lower())
