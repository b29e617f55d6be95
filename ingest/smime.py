"""The mail inside a signature that is wrapped round it (S/MIME signed-data, RFC 8551 §3.5.2).

The signature is not checked: who sent a mail is told by our own server's Authentication-Results.
"""

from collections.abc import Iterator, Sequence

from ingest.blocks import Lean
from ingest.parts import Part, content_of, leaves
from ingest.tree import read_tree

_TYPES = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime"})
_SIGNED_DATA = bytes.fromhex("06092a864886f70d010702")
_DATA = bytes.fromhex("06092a864886f70d010701")
_OCTETS, _OCTETS_IN_PIECES, _CONTENT = 0x04, 0x24, 0xA0
_INDEFINITE = 0x80


def opened(parts: Sequence[Part], lean: Lean) -> Iterator[Part]:
    """The parts, and after each wrapped mail the parts inside it; what is encrypted stays closed."""
    for part in parts:
        yield part
        if part.content_type in _TYPES and (inner := signed_content(content_of(part, lean))):
            yield from leaves(read_tree(inner), part.number)


def signed_content(wrapped: bytes) -> bytes:
    """What was signed, b"" where it is not in there."""
    if _SIGNED_DATA not in wrapped[:64] or (start := wrapped.find(_DATA)) < 0:
        return b""
    try:
        return _octets(wrapped, start + len(_DATA))
    except IndexError:
        return b""


def _octets(der: bytes, position: int) -> bytes:
    """The octet string below the content tag; large mails come in pieces of no length told beforehand (X.690 §8.1.3.6)."""
    tag, position, _ = _head(der, position)
    if tag != _CONTENT:
        return b""
    tag, position, length = _head(der, position)
    if tag == _OCTETS:
        return der[position : position + length]
    end = position + length if length >= 0 else len(der)
    pieces = []
    while tag == _OCTETS_IN_PIECES and position < end and der[position] == _OCTETS:
        _, position, length = _head(der, position)
        pieces.append(der[position : position + length])
        position += length
    return b"".join(pieces)


def _head(der: bytes, position: int) -> tuple[int, int, int]:
    """The tag at a position, where its content begins, and how long that is; -1 for "until its end mark"."""
    tag, first = der[position], der[position + 1]
    if first == _INDEFINITE:
        return tag, position + 2, -1
    if first < _INDEFINITE:
        return tag, position + 2, first
    width = first & 0x7F
    return tag, position + 2 + width, int.from_bytes(der[position + 2 : position + 2 + width], "big")
