"""Where the author's text ends and the signature begins."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ingest.mail_words import CLOSING, DISCLAIMER, LIST_FOOTER, SENT_FROM, THANKS, WEAK_CLOSING

_CLOSING = re.compile(rf"^[\s*_]*{CLOSING}(?:[\s,.!/:;–—*_-]|$)(?P<beside>.*)$", re.I)
_WEAK_CLOSING = re.compile(rf"^[\s*_]*{WEAK_CLOSING}(?:[\s,.!/:;–—*_-]|$)(?P<beside>.*)$", re.I)
_THANKS = re.compile(rf"^[\s*_/]*{THANKS}[\s,.!:;*_-]*$", re.I)
_SENT_FROM = re.compile(rf"^[\s*_<\[(]*{SENT_FROM} (?:[^\n,]{{1,60}}|\S+ mail\b[^\n]{{0,60}})$", re.I)
_DISCLAIMER = re.compile(rf"^\W*{DISCLAIMER}", re.I)
_FOOTER = re.compile(rf"(?:^|\b){LIST_FOOTER}", re.I)
_DELIMITER = re.compile(r"^--\s*$")
_LINE = re.compile(r"^\s*(?:[-–—]{2,}|—|_{3,}|={3,}|\*{3,}|~{3,}|#{3,})\s*$")
_SLASH_NAME = re.compile(r"^\s*(?://?|~)\s?[A-ZÅÄÖÜÉ][\w.'-]*(?:[ /&]+(?:och )?[A-ZÅÄÖÜÉ][\w.'-]*){0,3}[.!]?\s*$|^\s*/\w+\s*$")
_DASH_NAME = re.compile(r"^\s*[-–—]{1,2} ?[A-ZÅÄÖÜÉ][\w.'-]*(?: [A-ZÅÄÖÜÉ][\w.'-]*){0,2}\s*$")
_POSTSCRIPT = re.compile(r"^\s*(?:p\.?\s?s\.?|obs|nb|edit)(?:[\s:.!,]|$)", re.I)
_LONGEST = 60  # lines of a signature with its disclaimer; only a delimiter can begin a longer one
_MAX_LINES = 18
_MAX_WIDTH = 100
_NEAR_END = 10


@dataclass(frozen=True, slots=True)
class _Place:
    """One line of the author's text, and what stands round it."""

    line: str
    rest: Sequence[str]  # the written lines below it
    is_after_blank: bool
    names: frozenset[str]

    @property
    def is_short_to_the_end(self) -> bool:
        """Whether only a few short lines stand below, as in a signature."""
        wide = any(len(line) > _MAX_WIDTH and not _DISCLAIMER.match(line) for line in self.rest[:_NEAR_END])
        return len(self.rest) <= _MAX_LINES and not wide

    @property
    def is_near_end(self) -> bool:
        """Whether fewer than ten written lines stand below."""
        return len(self.rest) < _NEAR_END


def _is_closing_phrase(place: _Place) -> bool:
    """A closing phrase with a name beside it or something short below it: "Med vänliga hälsningar"."""
    found = _CLOSING.match(place.line[:_MAX_WIDTH])
    beside = found["beside"].strip(" ,.!*_-").split() if found else []
    if not found or len(beside) > 6:
        return False
    if place.rest:
        return place.is_short_to_the_end
    return bool(beside) and (len(beside) <= 3 or beside[0][:1].isupper())


def _is_weak_closing(place: _Place) -> bool:
    """A word such as "Best," alone or with a name beside it."""
    found = _WEAK_CLOSING.match(place.line)
    if not found or not place.is_short_to_the_end:
        return False
    beside = found["beside"].strip(" ,.!*_")
    return (len(beside.split()) <= 3 and _looks_like_name(beside)) if beside else bool(place.rest)


def _is_disclaimer(place: _Place) -> bool:
    return bool(_DISCLAIMER.match(place.line))


def _is_signed_with_a_mark(place: _Place) -> bool:
    """A name behind a mark: "/Eva", or "-Eva" as the last line and no item of a list; or "Skickat från min iPhone"."""
    if _DASH_NAME.match(place.line):
        return not place.rest and place.is_after_blank
    return place.is_near_end and bool(_SLASH_NAME.match(place.line) or _SENT_FROM.match(place.line))


def _is_line_drawn(place: _Place) -> bool:
    """A line drawn above a name; one that frames a log or a table has words of another kind below, and a second line."""
    if not (place.rest and place.is_near_end and place.is_short_to_the_end and _LINE.match(place.line)):
        return False
    return _looks_like_name(place.rest[0]) and not any(_LINE.match(line) or line.rstrip().endswith("?") for line in place.rest)


def _is_thanks_with_name(place: _Place) -> bool:
    """A word of thanks on a line of its own with a name below it."""
    stands_alone = place.is_after_blank and bool(place.rest) and bool(_THANKS.match(place.line))
    return stands_alone and place.is_near_end and place.is_short_to_the_end and _looks_like_name(place.rest[0])


def _is_own_name(place: _Place) -> bool:
    """The sender's name, alone or with a title behind it: below a blank line, or as the last words."""
    stands_apart = place.is_after_blank or not place.rest
    if not (place.names and stands_apart and place.is_near_end and place.is_short_to_the_end):
        return False
    said = place.line.strip(" *_.,-\xa0").lower()
    return said in place.names or any(said.startswith(name) and said[len(name) :].lstrip()[:1] in set("|,–-/·") for name in place.names)


BEGINNINGS: tuple[Callable[[_Place], bool], ...] = (
    _is_closing_phrase,
    _is_weak_closing,
    _is_signed_with_a_mark,
    _is_disclaimer,
    _is_line_drawn,
    _is_thanks_with_name,
    _is_own_name,
)


# A stretch of the author's text may be nothing but a signature, as below the last quoted line; a name alone is then a greeting.
FIRST_BEGINNINGS = BEGINNINGS[:3]


def signature_start(lines: Sequence[str], names: frozenset[str] = frozenset()) -> int:
    """The first line of the signature in a stretch of the author's text; `len(lines)` where there is none.

    `names` are the sender's own, in lower case.
    """
    written = [i for i, line in enumerate(lines) if line.strip()]
    for rank, i in enumerate(written):
        if _DELIMITER.match(lines[i]):
            return i
        if len(written) - rank > _LONGEST:
            continue
        place = _Place(lines[i], [lines[j] for j in written[rank + 1 :]], i > 0 and not lines[i - 1].strip(), names)
        if any(begins(place) for begins in (BEGINNINGS if rank else FIRST_BEGINNINGS)):
            return i
    return len(lines)


def _looks_like_name(text: str) -> bool:
    words = text.strip(" ,.!*_/–—-").split()
    return 0 < len(words) <= 5 and words[0][:1].isupper() and not text.rstrip().endswith(("?", ":"))


def postscript_start(lines: Sequence[str]) -> int:
    """The first line of a postscript below a signature; `len(lines)` where there is none."""
    return next((i for i, line in enumerate(lines) if i and _POSTSCRIPT.match(line) and len(line.split()) > 2), len(lines))


def list_footer_start(lines: Sequence[str]) -> int:
    """The first line of what a mailing list adds below a mail; `len(lines)` where it adds nothing."""
    for i, line in enumerate(lines):
        if _LINE.match(line) and _FOOTER.search("\n".join(lines[i + 1 : i + 4])) and len(lines) - i < 14:
            return i
    return len(lines)
