"""Files that stand in the text itself, as programs before MIME sent them."""

import binascii
import re

_BLOCK = re.compile(r"^begin [0-7]{3,4} (?P<name>[^\n]{1,200})\n(?P<lines>(?:[ -`]{1,62}\n){1,400000}?)(?:[` ]?\n)?end[ \t]*$", re.M)


def take_out(text: str) -> tuple[str, tuple[tuple[str, bytes], ...]]:
    """The text without its uuencoded files, and these with their names (POSIX uuencode)."""
    if "begin " not in text:
        return text, ()
    files: list[tuple[str, bytes]] = []

    def keep(match: re.Match[str]) -> str:
        content = _decode(match["lines"])
        if content is None:
            return match.group()
        files.append((match["name"].strip(), content))
        return ""

    return _BLOCK.sub(keep, text), tuple(files)


def _decode(lines: str) -> bytes | None:
    try:
        return b"".join(_decode_line(line) for line in lines.splitlines())
    except (binascii.Error, UnicodeError):
        return None


def _decode_line(line: str) -> bytes:
    octets = line.encode("ascii")
    try:
        return binascii.a2b_uu(octets)
    except binascii.Error:
        # Some writers pad the last group wrongly: read as many as the length says.
        return binascii.a2b_uu(octets[: (((octets[0] - 32) & 63) * 4 + 5) // 3])
