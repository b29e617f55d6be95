"""What is inside a winmail.dat, Microsoft's envelope round a mail from Outlook (MS-OXTNEF)."""

import struct
from dataclasses import dataclass

from tnefparse import TNEF

from ingest.charsets import decode
from ingest.rtf import decompress, rtf_text

TNEF_TYPES = frozenset({"application/ms-tnef", "application/vnd.ms-tnef"})
_SIGNATURE = b"\x78\x9f\x3e\x22"
_MAX_WORK = 2_000_000_000  # octets copied by the library: it copies all that is left at each object
# What the library lets through when the octets are damaged.
_DAMAGE = (ValueError, TypeError, LookupError, AttributeError, AssertionError, OverflowError, struct.error, UnboundLocalError)


@dataclass(frozen=True, slots=True)
class Unwrapped:
    """The body and the files of a winmail.dat."""

    text: str = ""
    html: str = ""
    files: tuple[tuple[str, bytes], ...] = ()


def is_tnef(content_type: str, filename: str, content: bytes) -> bool:
    """Whether a part is a winmail.dat."""
    return content.startswith(_SIGNATURE) and (content_type in TNEF_TYPES or filename.lower().endswith((".dat", ".tnef")))


def unwrap(content: bytes) -> Unwrapped:
    """What is inside; nothing where it is damaged, for the winmail.dat itself stays an attachment."""
    if _objects(content) * len(content) > _MAX_WORK:
        return Unwrapped()
    try:
        opened = TNEF(content, do_checksum=False)
        files = tuple((_text(one.long_filename()) or one.name, bytes(one.data)) for one in opened.attachments if one.data)
        rtf = decompress(vars(opened).get("_rtfbody") or b"")  # `rtfbody` warns where its own decompressor is not installed
    except _DAMAGE:
        return Unwrapped()
    if not rtf:
        return Unwrapped(_text(opened.body), _text(opened.htmlbody), files)
    return Unwrapped(_text(opened.body) or rtf_text(rtf), _text(opened.htmlbody), (*files, ("message.rtf", rtf)))


def _objects(content: bytes) -> int:
    """How many objects the envelope holds: a level, a name, a type, a length, that many octets and a checksum each."""
    count, offset = 0, 6
    while offset + 12 < len(content):
        offset += int.from_bytes(content[offset + 5 : offset + 9], "little") + 11
        count += 1
    return count


def _text(value: object) -> str:
    if isinstance(value, list):
        return "".join(_text(piece) for piece in value)
    text = decode(value) if isinstance(value, bytes) else value
    return text.replace("\0", "") if isinstance(text, str) else ""
