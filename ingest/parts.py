"""The parts of a mail, in order, each with its IMAP part number."""

import binascii
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from email.message import Message as Tree

from ingest.blocks import Lean

MAX_PARTS = 2_000
_PADDED_SOFT_BREAK = re.compile(rb"=[ \t]+\r?\n")  # transport padding (RFC 2045 §6.7), which binascii keeps


class ParseError(ValueError):
    """A mail that cannot be read: keep it whole and let a person look at it."""


@dataclass(frozen=True, slots=True)
class Part:
    """One leaf of the MIME tree, or an attached mail; `within` names the multiparts around it, outermost first.

    `choice` is the number of the innermost multipart/alternative that it stands in, "" where in none.
    """

    number: str
    tree: Tree
    within: tuple[str, ...] = ()
    choice: str = ""

    @property
    def content_type(self) -> str:
        """Type and subtype in lower case; text/plain where the mail says nothing (RFC 2045 §5.2) or a multipart has no parts."""
        declared = self.tree.get_content_type()
        return "text/plain" if declared.startswith("multipart/") else declared


def leaves(root: Tree) -> Iterator[Part]:
    """Each leaf of the mail; an attached mail is a leaf, what stands in it is not the sender's."""
    # IMAP numbers the only part of a simple mail "1" and the parts of a multipart "1", "2" (RFC 9051 §6.4.5).
    pending = [Part("" if _is_multipart(root) else "1", root)]
    count = 0
    while pending:
        part = pending.pop()
        children = _children(part)
        if children is None:
            count += 1
            if count > MAX_PARTS:
                raise ParseError(f"This mail has more than {MAX_PARTS} parts; look at it by hand.")
            yield part
        else:
            pending.extend(reversed(children))


def _is_multipart(tree: Tree) -> bool:
    return tree.get_content_maintype() == "multipart" and isinstance(tree.get_payload(), list)


def _children(part: Part) -> list[Part] | None:
    payload = part.tree.get_payload()
    if not _is_multipart(part.tree) or not isinstance(payload, list):
        return None
    subtype = part.tree.get_content_subtype()
    choice = part.number + "*" if subtype == "alternative" else part.choice
    within = (*part.within, subtype)
    prefix = part.number + "." if part.number else ""
    return [Part(f"{prefix}{i}", child, within, choice) for i, child in enumerate(payload, 1) if isinstance(child, Tree)]


def content_of(part: Part, lean: Lean) -> bytes:
    """The octets of a part with its transfer encoding undone."""
    tree = part.tree
    payload = tree.get_payload()
    encoding = _encoding(tree)
    if isinstance(payload, list):
        return _attached(payload, encoding, lean)
    if encoding == "base64":
        return lean.decode_base64(_octets_of(tree))
    if encoding == "quoted-printable":
        return lean.restore(binascii.a2b_qp(_PADDED_SOFT_BREAK.sub(b"=\n", _octets_of(tree))))
    decoded = tree.get_payload(decode=True)
    return lean.restore(decoded) if isinstance(decoded, bytes) else b""


def _encoding(tree: Tree) -> str:
    return str(tree.get("Content-Transfer-Encoding", "")).strip(" \t\r\n;\"").lower()


def _attached(payload: Sequence[object], encoding: str, lean: Lean) -> bytes:
    """An attached mail, or the blocks of a delivery status, as they stood in the mail."""
    trees = [inner for inner in payload if isinstance(inner, Tree)]
    if encoding == "base64" and trees:  # forbidden by RFC 2046 §5.2.1, and done
        return lean.decode_base64(_octets_of(trees[0]))
    return lean.restore(b"".join(_as_written(tree) for tree in trees))


def _octets_of(tree: Tree) -> bytes:
    """The body as it came; `get_payload()` would have decoded it by its charset already."""
    raw = vars(tree).get("_payload")
    return raw.encode("ascii", "surrogateescape") if isinstance(raw, str) else b""


def _as_written(mail: Tree) -> bytes:
    try:
        return mail.as_bytes()
    except (UnicodeError, LookupError, ValueError, AttributeError):
        return mail.as_string().encode("utf-8", "surrogateescape")
