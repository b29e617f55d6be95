"""Where the author's text ends and the signature begins."""

import re
from collections.abc import Sequence

from ingest.mail_words import CLOSING, DISCLAIMER, LIST_FOOTER, SENT_FROM, THANKS

_CLOSING = re.compile(rf"^[\s*_]*{CLOSING}(?:[\s,.!/:;–—*_-]|$)(?P<beside>.*)$", re.I)
_THANKS = re.compile(rf"^[\s*_/]*{THANKS}[\s,.!:;*_-]*$", re.I)
_SENT_FROM = re.compile(rf"^[\s*_<\[(]*{SENT_FROM} (?:[^\n,]{{1,60}}|\S+ mail\b[^\n]{{0,60}})$", re.I)
_DISCLAIMER = re.compile(rf"^\W*{DISCLAIMER}", re.I)
_FOOTER = re.compile(rf"(?:^|\b){LIST_FOOTER}", re.I)
_DELIMITER = re.compile(r"^(?:--\s*|—)$")
_LINE = re.compile(r"^\s*(?:[-–—]{2,}|_{3,}|={3,}|\*{3,}|~{3,}|#{3,})\s*$")
_SLASH_NAME = re.compile(r"^\s*(?://?|~)\s?[A-ZÅÄÖÜÉ][\w.'-]*(?:[ /&]+(?:och )?[A-ZÅÄÖÜÉ][\w.'-]*){0,3}[.!]?\s*$")
_DASH_NAME = re.compile(r"^\s*[-–—]{1,2} ?[A-ZÅÄÖÜÉ][\w.'-]*(?: [A-ZÅÄÖÜÉ][\w.'-]*){0,2}\s*$")
_POSTSCRIPT = re.compile(r"^\s*(?:p\.?\s?s\.?|obs|nb|edit)(?:[\s:.!,]|$)", re.I)
_MAX_LINES = 18
_MAX_WIDTH = 100
_NEAR_END = 10


def signature_start(lines: Sequence[str], names: frozenset[str] = frozenset()) -> int:
    """The first line of the signature in a stretch of the author's text; `len(lines)` where there is none.

    `names` are the sender's own, in lower case: a line that is nothing but their name, near the end, begins a signature.
    """
    written = [i for i, line in enumerate(lines) if line.strip()]
    if len(written) < 2:
        return written[0] if written and _DELIMITER.match(lines[written[0]]) else len(lines)
    for rank, i in enumerate(written):
        if _begins(lines, written, rank, i, names):
            return i
    return len(lines)


def _begins(lines: Sequence[str], written: Sequence[int], rank: int, i: int, names: frozenset[str]) -> bool:
    line = lines[i]
    left = len(written) - rank - 1
    if _DELIMITER.match(line) and not _is_list_end(line, left):
        return True
    if rank == 0:
        return False
    if _DISCLAIMER.match(line):
        return True
    if len(line) > _MAX_WIDTH:
        return False
    rest = [lines[j] for j in written[rank + 1 : rank + 2 + _MAX_LINES]]
    if closing := _CLOSING.match(line):
        return _is_closing(closing.group("beside"), rest)
    if left < _NEAR_END and (_SLASH_NAME.match(line) or (_SENT_FROM.match(line) and left <= 6)):
        return True
    if left == 0 and _DASH_NAME.match(line):
        return not any(other.lstrip().startswith("-") for other in lines[:i])
    if _LINE.match(line):
        return 0 < left <= _NEAR_END and _is_compact(rest)
    if _THANKS.match(line):
        return 0 < left <= 8 and _is_after_blank(lines, i) and _is_compact(rest) and _looks_like_name(rest[0])
    return left < _NEAR_END and _is_after_blank(lines, i) and _is_name(line, names) and _is_compact(rest)


def _is_name(line: str, names: frozenset[str]) -> bool:
    """Whether a line is the sender's name, alone or with a title behind it."""
    said = line.strip(" *_.,-\xa0").lower()
    return said in names or any(said.startswith((name + " |", name + ",", name + " –", name + " -", name + " /")) for name in names)


def _is_list_end(line: str, left: int) -> bool:
    return line.strip() == "—" and left > _MAX_LINES


def _is_closing(beside: str, rest: Sequence[str]) -> bool:
    """A closing phrase begins the signature where a name stands beside it or something short stands below it."""
    if len(beside.split()) > 6:
        return False
    if not rest:
        return bool(beside.strip(" ,.!*_-")) and _looks_like_name(beside)
    return len(rest) <= _MAX_LINES or _is_compact(rest[:4])


def _is_compact(rest: Sequence[str]) -> bool:
    wide = sum(len(line) > _MAX_WIDTH and not _DISCLAIMER.match(line) for line in rest[:_NEAR_END])
    return len(rest) <= _MAX_LINES and wide == 0


def _looks_like_name(text: str) -> bool:
    words = text.strip(" ,.!*_/–—-").split()
    return 0 < len(words) <= 5 and words[0][:1].isupper() and not text.rstrip().endswith(("?", ":"))


def _is_after_blank(lines: Sequence[str], i: int) -> bool:
    return i > 0 and not lines[i - 1].strip()


def postscript_start(lines: Sequence[str]) -> int:
    """The first line of a postscript below a signature; `len(lines)` where there is none."""
    return next((i for i, line in enumerate(lines) if i and _POSTSCRIPT.match(line) and len(line.split()) > 2), len(lines))


def list_footer_start(lines: Sequence[str]) -> int:
    """The first line of what a mailing list adds below a mail; `len(lines)` where it adds nothing."""
    for i, line in enumerate(lines):
        if _LINE.match(line) and len(line.strip()) >= 2 and _FOOTER.search("\n".join(lines[i + 1 : i + 4])) and len(lines) - i < 14:
            return i
    return len(lines)
