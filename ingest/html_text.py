"""HTML as text, with what its markup tells of who wrote what.

lxml reads the document and inscriptis lays it out. Before, `html_tree.py` puts characters that no mail contains where quotes,
signatures and links begin and end. They are found again in the laid-out text, so that each region has exact offsets in it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from inscriptis.css_profiles import CSS_PROFILES
from inscriptis.html_engine import Inscriptis
from inscriptis.model.config import ParserConfig

from detectors.finding import Origin
from ingest.html_tree import CLOSE, LINK_CLOSE, LINK_OPEN, MARK, MAX_HTML, OPEN, REST_IS_QUOTED, TAB, clean, prepare, read_tree

Region = tuple[int, int, Origin]
Link = tuple[int, int, str]

_SPACE_AFTER_MARK = re.compile("((?:^|\n)[ \t]*[\ue000-\ue006\ue008]+)[ \t]+")
_BLANK_LINES = re.compile("\n(?:[ \t\xa0\ue000-\ue008]*\n){2,}")
_LAYOUT = ParserConfig(css=CSS_PROFILES["strict"])
_TAGS = re.compile(r"<[^<>]*>")


@dataclass(frozen=True, slots=True)
class Rendered:
    """Text with the regions whose origin the markup tells, and its links."""

    text: str
    regions: tuple[Region, ...] = ()
    links: tuple[Link, ...] = ()


def render(html: str) -> Rendered:
    """The text of an HTML document as a reader sees it."""
    tree = read_tree(html)
    if tree is None:
        return Rendered(_bare_text(html))
    targets = prepare(tree)
    rendered = _without_marks(Inscriptis(tree, _LAYOUT).get_text(), targets)
    if len(html) <= MAX_HTML:
        return rendered
    return Rendered(f"{rendered.text}\n{_bare_text(html[MAX_HTML:])}", rendered.regions, rendered.links)


def _bare_text(html: str) -> str:
    return clean(unescape(_TAGS.sub(" ", html))).strip()


def _without_marks(laid_out: str, targets: list[str]) -> Rendered:
    """The text without its marks, and what they marked."""
    laid_out = _BLANK_LINES.sub(_one_blank_line, _SPACE_AFTER_MARK.sub(r"\1", laid_out)).strip()
    reading = _Reading(iter(targets))
    done = 0
    for match in MARK.finditer(laid_out):
        reading.add(laid_out[done : match.start()])
        reading.meet(match.group())
        done = match.end()
    reading.add(laid_out[done:])
    return reading.rendered()


def _one_blank_line(blank: re.Match[str]) -> str:
    return "\n\n" + "".join(MARK.findall(blank.group()))


class _Reading:
    """The text so far, and the regions and links that are open in it."""

    def __init__(self, targets: Iterator[str]) -> None:
        self._targets = targets
        self._pieces: list[str] = []
        self._length = 0
        self._regions: list[Region] = []
        self._links: list[Link] = []
        self._open: list[tuple[int, Origin]] = []
        self._open_links: list[tuple[int, str]] = []
        self._rest_is_quoted_from: int | None = None

    def add(self, piece: str) -> None:
        self._pieces.append(piece)
        self._length += len(piece)

    def meet(self, mark: str) -> None:
        if mark in OPEN:
            self._open.append((self._length, OPEN[mark]))
        elif mark == CLOSE and self._open:
            start, origin = self._open.pop()
            self._regions.append((start, self._length, origin))
        elif mark == LINK_OPEN:
            self._open_links.append((self._length, next(self._targets, "")))
        elif mark == LINK_CLOSE and self._open_links:
            start, target = self._open_links.pop()
            self._links.append((start, self._length, target))
        elif mark == TAB:
            self.add("\t")
        elif mark == REST_IS_QUOTED and self._rest_is_quoted_from is None:
            self._rest_is_quoted_from = self._length

    def rendered(self) -> Rendered:
        unclosed = [(start, self._length, origin) for start, origin in self._open]
        if self._rest_is_quoted_from is not None:
            unclosed.append((self._rest_is_quoted_from, self._length, Origin.QUOTED))
        return Rendered("".join(self._pieces), (*self._regions, *unclosed), tuple(sorted(self._links)))
