"""Large base64 blocks, set aside while the structure of a mail is read.

The reader of the structure looks at every single line. A photo has thousands of lines that cannot be a header,
a boundary or text, so each such block is replaced by one short line and put back when the part is decoded.
This halves the time for a mail with a photo and keeps the photo out of the tree.
"""

import binascii
import re
import string
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_BEGINNING = re.compile(rb"^(?:[A-Za-z0-9+/]{56,78}\r?\n){64}", re.M)
_LETTERS = (string.ascii_letters + string.digits + "+/").encode()
_MORE_LINES = 1_000  # looked at together below a beginning
_WORTHWHILE = 16_000


@dataclass(frozen=True, slots=True)
class Lean:
    """A mail without its large base64 blocks; `marker` stands in no other place of it."""

    content: bytes
    marker: bytes = b""
    blocks: tuple[memoryview, ...] = ()

    def restore(self, content: bytes) -> bytes:
        """The content with its blocks put back."""
        if not self.blocks or self.marker not in content:
            return content
        head, *rest = content.split(self.marker)
        restored: list[bytes | memoryview] = [head]
        for piece in rest:
            number, _, tail = piece.partition(b"\n")
            restored += (self.blocks[int(number)], tail)
        return b"".join(restored)

    def decode_base64(self, content: bytes) -> bytes:
        """The octets of a base64 body, as many as can be told; what is no base64 is skipped (RFC 2045 §6.8)."""
        return _decode_base64(self.restore(content))


def set_aside(content: bytes) -> Lean:
    """The mail with each large base64 block replaced by a line of a few characters."""
    spans = list(_spans(content)) if len(content) >= _WORTHWHILE else []
    if not spans:
        return Lean(content)
    kept: list[bytes] = []
    done = 0
    for start, end in spans:
        kept.append(content[done:start])
        done = end
    kept.append(content[done:])
    marker = _marker(kept)
    lean = kept[0] + b"".join(b"%b%d\n%b" % (marker, number, piece) for number, piece in enumerate(kept[1:]))
    view = memoryview(content)
    return Lean(lean, marker, tuple(view[start:end] for start, end in spans))


def _marker(kept: Sequence[bytes]) -> bytes:
    """What stands nowhere in these pieces; nor in a block, for it has a hyphen."""
    marker = b"ombud-block-"
    while any(marker in piece for piece in kept):
        marker += b"x"
    return marker


def _spans(content: bytes) -> Iterator[tuple[int, int]]:
    """Where each block begins and ends."""
    end = 0
    while found := _BEGINNING.search(content, end):
        end = _end_of_block(content, found.end())
        yield found.start(), end


def _end_of_block(content: bytes, begun: int) -> int:
    """Where the lines of base64 end that are as wide as the last one begun; a block has thousands, so no pattern reads each of them."""
    width = begun - content.rindex(b"\n", 0, begun - 1) - 1
    line_ends = content[begun - 1 : begun + _MORE_LINES * width : width]
    count = len(line_ends) - len(line_ends.lstrip(b"\n")) - 1
    end = begun + count * width
    rest = content[begun:end].translate(None, _LETTERS)
    return end if rest in (b"\n" * count, b"\r\n" * count) else begun


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
