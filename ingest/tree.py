"""The MIME tree of a mail, its commonest damage mended first."""

import re
from email import message_from_bytes
from email.errors import MissingHeaderBodySeparatorDefect
from email.message import Message as Tree

from ingest.parts import ParseError, SealedTree, payload_of

_HEADER_LINE = re.compile(rb"^[!-9;-~]{1,76}:[ \t]?[^\r\n]*$")
_BLANK_LINE = re.compile(rb"\r?\n\r?\n")
_FIRST_BOUNDARY = re.compile(rb"\A\s*--([^\r\n]{1,200}?)[ \t]*\r?\ncontent-[a-z-]{2,30}[ \t]*:", re.I)


def read_tree(content: bytes) -> Tree:
    """The tree of a mail. Raises `ParseError` where it is nested too deeply to be read."""
    tree = _read(content)
    if any(isinstance(defect, MissingHeaderBodySeparatorDefect) for defect in tree.defects):
        tree = _read(_without_stray_lines(content))
    lost = _lost_content_type(tree)
    return _read(lost + content) if lost else tree


def _read(content: bytes) -> Tree:
    try:
        return message_from_bytes(content, _class=SealedTree)
    except RecursionError as error:
        raise ParseError("The parts of this mail are nested too deeply to be read; look at it by hand.") from error


def _without_stray_lines(content: bytes) -> bytes:
    """The mail with lines among its headers that are none made into headers, so that the true headers below count.

    Only where more headers follow before the first blank line: else the body began without one.
    """
    end = _BLANK_LINE.search(content)
    head = content[: end.start()] if end else content
    lines = head.split(b"\n")
    stray = [i for i, line in enumerate(lines) if not _is_header(line, i)]
    if not stray or not all(_is_header(line, i) for i, line in enumerate(lines) if i > stray[-1]) or stray[-1] + 2 > len(lines) - 1:
        return content
    for i in stray:
        lines[i] = b"X-Stray-Line: " + lines[i]
    return b"\n".join(lines) + content[len(head) :]


def _is_header(line: bytes, i: int) -> bool:
    return bool(_HEADER_LINE.match(line.rstrip(b"\r"))) or (i > 0 and line[:1] in b" \t") or (i == 0 and line.startswith(b"From "))


def _lost_content_type(tree: Tree) -> bytes:
    """The Content-Type, with boundary, of a multipart that does not say it is one; b"" where nothing was lost."""
    payload = payload_of(tree)
    declared = tree.get_content_type()
    if not isinstance(payload, str) or ("content-type" in tree and not declared.startswith("multipart/")):
        return b""
    found = _FIRST_BOUNDARY.match(payload[:2_000].encode("utf-8", "surrogateescape"))
    if not found:
        return b""
    boundary = found.group(1).replace(b"\\", b"\\\\").replace(b'"', b'\\"')
    kind = declared.encode("ascii", "replace") if declared.startswith("multipart/") else b"multipart/mixed"
    return b'Content-Type: %b; boundary="%b"\n' % (kind, boundary)
