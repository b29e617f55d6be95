"""A mail without some of its parts: each becomes a short notice, every other octet of the mail stays as it came."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from email.message import Message as Tree

from ingest.blocks import Lean, set_aside
from ingest.parts import Part, leaves, payload_of
from ingest.tree import read_tree

REDACTED = "x-ombud-redacted"  # on the mail: the number it has in the store
REMOVED = "X-Ombud-Removed"  # on the part
NOTICE = (
    b"Bilden av en ID-handling har raderats.",
    b"The picture of an identity document was deleted.",
)
_OLD_HEADERS = re.compile(rb"^(?:content-(?:type|transfer-encoding|disposition|description|location|md5)|x-attachment-id)[ \t]*:", re.I)
_BOUNDARY = re.compile(rb"(?:\A|\n)--[^\r\n]*\r?\n")
_UU_BLOCK = re.compile(rb"^begin [0-7]{3,4} [^\r\n]{1,200}\r?\n(?:[ -`]{1,62}\r?\n){1,400000}?(?:[` ]?\r?\n)?end[ \t]*(?=\r?$)", re.M)
_PLAIN = frozenset({"", "7bit", "8bit", "binary"})


class CannotRedactError(Exception):
    """The part cannot be taken out of the mail without harm to the rest; a person must delete the mail."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A leaf of the mail, and where its octets begin and end in it."""

    part: Part
    start: int
    end: int


def without_parts(content: bytes, parts: Collection[str], mail_number: int) -> bytes:
    """The mail with these parts replaced by a notice; the very same mail where they are notices already. Raises CannotRedactError."""
    redacted = _redact(content, parts, "")
    if redacted == content:
        return content
    newline = _newline(content)
    return b"%s: %d%s" % (REDACTED.title().encode(), mail_number, newline) + _without_old_mark(redacted)


def _redact(content: bytes, parts: Collection[str], number: str) -> bytes:
    places = list(_places(content, number))
    for part in parts:
        if not any(_holds(place.part.number, part) for place in places):
            raise CannotRedactError("A part of the mail is not where it was.")
    for place in reversed(places):
        wanted = [part for part in parts if _holds(place.part.number, part)]
        if wanted and not place.part.tree.get(REMOVED):
            content = _replaced(content, place, wanted)
    return content


def _holds(leaf: str, part: str) -> bool:
    """Whether a part is this leaf, or came out of it: of a winmail.dat, an attached mail, a text with files in it."""
    return part == leaf or part.startswith(leaf + ".")


def _places(content: bytes, number: str) -> Iterator[_Place]:
    lean = set_aside(content)
    behind = 0
    for part in leaves(read_tree(lean.content), number):
        octets = _octets(part.tree, lean)
        start = content.find(octets, behind) if octets else behind
        if start < 0:
            raise CannotRedactError("A part of the mail cannot be found in its octets.")
        behind = start + len(octets)
        yield _Place(part, start, behind)


def _octets(tree: Tree, lean: Lean) -> bytes:
    raw = payload_of(tree)
    return lean.restore(raw.encode("ascii", "surrogateescape")) if isinstance(raw, str) else b""


def _replaced(content: bytes, place: _Place, wanted: Collection[str]) -> bytes:
    inside = [part for part in wanted if part != place.part.number]
    encoding = str(place.part.tree.get("Content-Transfer-Encoding", "")).strip().lower()
    if inside and place.part.content_type.startswith("message/") and encoding in _PLAIN:
        inner = _redact(content[place.start : place.end], inside, place.part.number)
        return content[: place.start] + inner + content[place.end :]
    if inside and place.part.content_type.startswith("text/"):
        return _without_files(content, place)
    if inside and "pkcs7" in place.part.content_type:
        raise CannotRedactError("The part is inside a signed whole.")
    return _with_notice(content, place)


def _without_files(content: bytes, place: _Place) -> bytes:
    newline = _newline(content)
    cut = _UU_BLOCK.sub(lambda _: newline.join(NOTICE), content[place.start : place.end])
    if cut == content[place.start : place.end]:
        raise CannotRedactError("The file stands in a text that is encoded.")
    return content[: place.start] + cut + content[place.end :]


def _with_notice(content: bytes, place: _Place) -> bytes:
    newline = _newline(content)
    start = max((found.end() for found in _BOUNDARY.finditer(content, 0, place.start)), default=0)
    kept = [header for header in _headers(content[start : place.start]) if not _OLD_HEADERS.match(header)]
    ours = (
        b"Content-Type: text/plain; charset=us-ascii",
        b"Content-Transfer-Encoding: 7bit",
        b"Content-Disposition: inline",
        REMOVED.encode() + b": id-image",
    )
    head = b"".join(kept) + b"".join(line + newline for line in ours)
    return content[:start] + head + newline + newline.join(NOTICE) + newline + content[place.end :]


def _headers(head: bytes) -> list[bytes]:
    """Each header with its folded lines and their ends."""
    return [header for header in re.split(rb"(?<=\n)(?![ \t\r\n])", head.rstrip(b"\r\n") + _newline(head)) if header.strip()]


def _without_old_mark(content: bytes) -> bytes:
    mark = re.compile(rb"\A%s: [0-9]+\r?\n" % REDACTED.encode(), re.I)
    return mark.sub(b"", content)


def _newline(content: bytes) -> bytes:
    return b"\r\n" if b"\r\n" in content[:4000] else b"\n"
