"""The parts of a mail, in order, each with its IMAP part number."""

from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message as Tree

from ingest.blocks import Lean

MAX_PARTS = 2_000


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
        """Type and subtype in lower case; text/plain where the mail says nothing (RFC 2045 §5.2)."""
        return self.tree.get_content_type()


def leaves(root: Tree) -> Iterator[Part]:
    """Each leaf of the mail; an attached mail is a leaf, what stands in it is not the sender's."""
    # IMAP numbers the only part of a simple mail "1" and the parts of a multipart "1", "2" (RFC 9051 §6.4.5).
    pending = [Part("" if root.get_content_maintype() == "multipart" else "1", root)]
    count = 0
    while pending and count < MAX_PARTS:
        part = pending.pop()
        children = _children(part)
        if children is None:
            count += 1
            yield part
        else:
            pending.extend(reversed(children))


def _children(part: Part) -> list[Part] | None:
    payload = part.tree.get_payload()
    if part.tree.get_content_maintype() != "multipart" or not isinstance(payload, list):
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
    if isinstance(payload, list):
        return attached_mail(tree, lean)
    encoding = str(tree.get("Content-Transfer-Encoding", "")).strip().lower()
    if encoding == "base64":
        return lean.decode_base64(str(payload or "").encode("ascii", "surrogateescape"))
    decoded = tree.get_payload(decode=True)
    return lean.restore(decoded) if isinstance(decoded, bytes) else b""


def attached_mail(tree: Tree, lean: Lean) -> bytes:
    """An attached mail as it stood in the mail."""
    payload = tree.get_payload()
    inner = payload[0] if isinstance(payload, list) and payload else tree
    return lean.restore(_octets(inner)) if isinstance(inner, Tree) else b""


def _octets(mail: Tree) -> bytes:
    try:
        return mail.as_bytes()
    except (UnicodeError, LookupError, ValueError):
        return mail.as_string().encode("utf-8", "surrogateescape")
