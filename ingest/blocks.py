"""Large base64 blocks, set aside while the structure of a mail is read.

The reader of the structure looks at every single line. A photo has thousands of lines that cannot be a header,
a boundary or text, so each such block is replaced by one short line and put back when the part is decoded.
This halves the time for a mail with a photo and keeps the photo out of the tree.
"""

import binascii
import re
from dataclasses import dataclass

_BLOCK = re.compile(rb"^(?:[A-Za-z0-9+/]{56,78}\r?\n){64,}", re.M)
_WORTHWHILE = 16_000


@dataclass(frozen=True, slots=True)
class Lean:
    """A mail without its large base64 blocks; `marker` stands in no other place of it."""

    content: bytes
    marker: bytes
    blocks: tuple[bytes, ...] = ()

    def restore(self, content: bytes) -> bytes:
        """The content with its blocks put back."""
        if not self.blocks or self.marker not in content:
            return content
        head, *rest = content.split(self.marker)
        return head + b"".join(self._block(piece) for piece in rest)

    def _block(self, piece: bytes) -> bytes:
        number, _, tail = piece.partition(b"\n")
        return self.blocks[int(number)] + tail

    def decode_base64(self, content: bytes) -> bytes:
        """The octets of a base64 body, as many as can be told; what is no base64 is skipped (RFC 2045 §6.8)."""
        return _decode_base64(self.restore(content))


def set_aside(content: bytes) -> Lean:
    """The mail with each large base64 block replaced by a line of a few characters."""
    marker = b"ombud-block-"
    while marker in content:
        marker += b"x"
    if len(content) < _WORTHWHILE:
        return Lean(content, marker)
    blocks: list[bytes] = []

    def keep(match: re.Match[bytes]) -> bytes:
        blocks.append(match.group())
        return b"%b%d\n" % (marker, len(blocks) - 1)

    return Lean(_BLOCK.sub(keep, content), marker, tuple(blocks))


_ALPHABET = re.compile(rb"[^A-Za-z0-9+/=]+")


def _decode_base64(content: bytes) -> bytes:
    try:
        return binascii.a2b_base64(content)
    except binascii.Error:
        pass
    kept = _ALPHABET.sub(b"", content).split(b"=")[0]
    if len(kept) % 4 == 1:
        kept = kept[:-1]
    return binascii.a2b_base64(kept + b"=" * (-len(kept) % 4))
