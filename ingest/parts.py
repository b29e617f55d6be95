"""The parts of a mail, in order, each with its IMAP part number."""

import binascii
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from email.message import Message as Tree
from email.policy import Policy, compat32
from typing import Any

from ingest.blocks import Lean

MAX_PARTS = 2_000
MAX_PARAMETERS = 10_000  # characters of one Content-… header
_SEALED = "sealed-"
_UUENCODE = frozenset({"x-uuencode", "uuencode", "uue", "x-uue"})
_PADDED_SOFT_BREAK = re.compile(rb"=[ \t]+\r?\n")  # transport padding (RFC 2045 §6.7), which binascii keeps


class ParseError(ValueError):
    """A mail that cannot be read: keep it whole and let a person look at it."""


class SealedTree(Tree):
    """A MIME tree in which attached mails and delivery reports are not opened: they stay the octets that came.

    The reader of the structure opens each part whose type it sees as message/…, so it is told another.
    """

    def __init__(self, policy: Policy = compat32) -> None:
        super().__init__(policy)
        self._topmost: dict[str, str] = {}

    def get(self, name: str, failobj: Any = None) -> Any:
        """The topmost header of a name, found without the library's walk past all headers at each question."""
        value = self._topmost.get(name.lower())
        return failobj if value is None else self.policy.header_fetch_parse(name, value)

    def get_content_type(self) -> str:
        """The type of the part, "sealed-message/…" for any message/…."""
        declared = super().get_content_type()
        return _SEALED + declared if declared.startswith("message/") else declared

    def set_raw(self, name: str, value: str) -> None:
        """Keep a header as it came, but no endless one with parameters: the library needs quadratic time for these."""
        lower = name.lower()
        kept = value[:MAX_PARAMETERS] if lower.startswith("content-") else value
        super().set_raw(name, kept)
        self._topmost.setdefault(lower, kept)


@dataclass(frozen=True, slots=True)
class Part:
    """One leaf of the MIME tree; `choice` names the innermost multipart/alternative that it stands in, "" where in none."""

    number: str
    tree: Tree
    content_type: str
    choice: str = ""


def _part(number: str, tree: Tree, choice: str = "") -> Part:
    """A part with its type in lower case: text/plain where the mail says nothing (RFC 2045 §5.2) or a multipart has no parts."""
    declared = tree.get_content_type().removeprefix(_SEALED)
    is_hollow = declared.startswith("multipart/") and not isinstance(payload_of(tree), list)
    return Part(number, tree, "text/plain" if is_hollow else declared, choice)


def leaves(root: Tree, number: str = "") -> Iterator[Part]:
    """Each leaf of the mail; an attached mail is a leaf, what stands in it is not the sender's.

    `number` is that of the part in which the tree was found. Raises `ParseError` where there are too many.
    """
    # IMAP numbers the only part of a simple mail "1" and the parts of a multipart "1", "2" (RFC 9051 §6.4.5).
    pending = [_part(number if isinstance(payload_of(root), list) else f"{number}.1".lstrip("."), root)]
    count = 0
    while pending:
        part = pending.pop()
        children = payload_of(part.tree)
        if isinstance(children, list):
            pending.extend(reversed(_parts(part, children)))
            continue
        count += 1
        if count > MAX_PARTS:
            raise ParseError(f"This mail has more than {MAX_PARTS} parts; look at it by hand.")
        yield part


def _parts(part: Part, children: Sequence[object]) -> list[Part]:
    choice = part.number + "*" if part.content_type == "multipart/alternative" else part.choice
    prefix = part.number + "." if part.number else ""
    return [_part(f"{prefix}{i}", child, choice) for i, child in enumerate(children, 1) if isinstance(child, Tree)]


def payload_of(tree: Tree) -> object:
    """The parts or the raw text of a part; `get_payload()` decodes by the declared charset, and fails where that is none."""
    return vars(tree).get("_payload")


def content_of(part: Part, lean: Lean) -> bytes:
    """The octets of a part with its transfer encoding undone."""
    encoding = str(part.tree.get("Content-Transfer-Encoding", "")).strip(' \t\r\n;"').lower()
    octets = _octets_of(part.tree)
    if encoding == "base64":  # forbidden for an attached mail (RFC 2046 §5.2.1), and done
        return lean.decode_base64(octets)
    if encoding == "quoted-printable":
        return lean.restore(binascii.a2b_qp(_without_padding(octets)))
    if encoding in _UUENCODE:
        decoded = part.tree.get_payload(decode=True)
        return decoded if isinstance(decoded, bytes) else octets
    return lean.restore(octets)


def _without_padding(octets: bytes) -> bytes:
    return _PADDED_SOFT_BREAK.sub(b"=\n", octets) if b"= " in octets or b"=\t" in octets else octets


def _octets_of(tree: Tree) -> bytes:
    raw = payload_of(tree)
    return raw.encode("ascii", "surrogateescape") if isinstance(raw, str) else b""
