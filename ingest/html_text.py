"""HTML as text, with what its markup tells of who wrote what.

lxml reads the document, inscriptis lays it out. Between the two the tree is prepared: what is not shown is taken out,
layout tables become lines, and characters that no mail contains mark where quotes, signatures and links begin and end.
They are found again in the laid-out text, so that each region has exact offsets in it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from inscriptis.css_profiles import CSS_PROFILES
from inscriptis.html_engine import Inscriptis
from inscriptis.model.config import ParserConfig
from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from detectors.finding import Origin
from ingest.html_marks import has_size, is_hidden, is_set_off, is_tiny, mark_of
from ingest.reply_lines import introduces_forward

MAX_HTML = 1_000_000  # characters that are laid out; what follows is read as bare text

Region = tuple[int, int, Origin]
Link = tuple[int, int, str]

_OPEN = {"\ue000": Origin.QUOTED, "\ue001": Origin.FORWARDED, "\ue002": Origin.SIGNATURE, "\ue003": Origin.AUTHOR}
_OPENER = {origin: mark for mark, origin in _OPEN.items()}
_CLOSE, _LINK_OPEN, _LINK_CLOSE, _TAB, _REST_IS_QUOTED = "\ue004", "\ue005", "\ue006", "\ue007", "\ue008"
_MARK = re.compile("[\ue000-\ue008]")
_SPACE_AFTER_MARK = re.compile("((?:^|\n)[ \t]*[\ue000-\ue006\ue008]+)[ \t]+")
_BLANK_LINES = re.compile("\n(?:[ \t\xa0\ue000-\ue008]*\n){2,}")
_NOT_TEXT = frozenset({"script", "style", "head", "title", "template", "object", "svg", "xml"})
_BLOCKS = frozenset({"div", "p", "br", "table", "ul", "ol", "blockquote", "pre", "hr", "h1", "h2", "h3"})
_KEPT_LINKS = ("http:", "https:", "mailto:", "tel:", "sms:", "callto:")
_ANSWERS_INSIDE = re.compile(
    r"\b(?:svar\w*|kommentar\w*|answers?|comments?|repl(?:y|ies)|antwort\w*|kommentit?|vastau\w*)\b[^.!?\n]{0,60}"
    r"\b(?:(?P<colour>r[öø]d\w*|r[öø]tt|blå\w*|gr[öø]n\w*|färg\w*|farge\w*|red|blue|green|colou?r|rot|blau|grün|punais\w*|sinis\w*)"
    r"|fet\w*|halvfet\w*|bold|fett\w*|lihavoi\w*)\b",
    re.I,
)
_LAYOUT = ParserConfig(css=CSS_PROFILES["strict"])
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # lxml reads them, and refuses to write them
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
    rendered = _lay_out(tree)
    if len(html) <= MAX_HTML:
        return rendered
    return Rendered(f"{rendered.text}\n{_bare_text(html[MAX_HTML:])}", rendered.regions, rendered.links)


def _bare_text(html: str) -> str:
    return _clean(unescape(_TAGS.sub(" ", html))).strip()


def read_tree(html: str) -> HtmlElement | None:
    """The document as a tree; None where it is nested so deeply that the parser would drop text."""
    source = _MARK.sub("\N{REPLACEMENT CHARACTER}", _clean(html[:MAX_HTML]))
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return document_fromstring("<p></p>")
    return None if any("xcessive depth" in error.message for error in parser.error_log) else tree


def announced_style(tree: HtmlElement) -> str:
    """How answers inside the quoted mail are set off, as the author says: "colour", "bold", "" where nobody says so."""
    found = _ANSWERS_INSIDE.search(" ".join(tree.text_content()[:20_000].split()))
    return ("colour" if found["colour"] else "bold") if found else ""


def visible_words(tree: HtmlElement) -> list[str]:
    """The words of a document, scripts and styles left out."""
    found: list[str] = []
    for element in tree.iter():
        if isinstance(element.tag, str) and element.tag not in _NOT_TEXT and element.text:
            found += element.text.split()
        if element.tail:
            found += element.tail.split()
    return found


def _lay_out(tree: HtmlElement) -> Rendered:
    """The text of a document; its tree is used up."""
    targets = _prepare(tree, announced_style(tree))
    return _without_marks(Inscriptis(tree, _LAYOUT).get_text(), targets)


def _prepare(tree: HtmlElement, answers: str) -> list[str]:
    elements = [element for element in tree.iter() if isinstance(element.tag, str)]
    for element in elements:
        if element.tag in _NOT_TEXT or is_hidden(element.attrib) or _is_too_small(element):
            _take_out(element)
    targets: list[str] = []
    for element in tree.iter():
        if isinstance(element.tag, str):
            _mark(element, answers, targets)
    _lay_out_tables(tree)
    return targets


def _is_too_small(element: HtmlElement) -> bool:
    """Newsletters set the size of a whole frame to 0, against gaps, and that of the text inside it anew."""
    return is_tiny(element.tag, element.attrib) and not any(has_size(inner.attrib) for inner in element.iterdescendants("*"))


def _take_out(element: HtmlElement) -> None:
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        previous = element.getprevious()
        if previous is None:
            parent.text = _clean(parent.text) + _clean(element.tail)
        else:
            previous.tail = _clean(previous.tail) + _clean(element.tail)
    parent.remove(element)


def _mark(element: HtmlElement, answers: str, targets: list[str]) -> None:
    if element.tag == "a":
        target = (element.get("href") or "").strip()
        if target.lower().startswith(_KEPT_LINKS):
            targets.append(target)
            _enclose(element, _LINK_OPEN, _LINK_CLOSE)
    declared = mark_of(element.tag, element.attrib)
    if declared and _is_told_by_its_blockquotes(element):
        return
    if declared and declared[1]:
        _enclose(element, _REST_IS_QUOTED, "")
    elif declared:
        _enclose(element, _OPENER[declared[0]], _CLOSE)
    elif answers and is_set_off(element.tag, element.attrib, answers):
        _enclose(element, _OPENER[Origin.AUTHOR], _CLOSE)


def _is_told_by_its_blockquotes(element: HtmlElement) -> bool:
    """Round the quotes of a reply stands a frame, in which the author may have answered between them; a forwarded mail is old throughout."""
    if element.tag != "div" or element.find("blockquote") is None:
        return False
    return not introduces_forward(next((text.strip() for text in element.itertext() if text.strip()), ""))


def _enclose(element: HtmlElement, before: str, after: str) -> None:
    element.text = before + _clean(element.text)
    if len(element):
        element[-1].tail = _clean(element[-1].tail) + after
    else:
        element.text += after


def _clean(text: str | None) -> str:
    return _NOT_IN_XML.sub("", text) if text else ""


def _lay_out_tables(tree: HtmlElement) -> None:
    """Rows become lines and cells words on a line: side by side, two cells would read as one sentence."""
    for cell in tree.iter("td", "th"):
        if any(inner.tag in _BLOCKS for inner in cell.iter() if inner is not cell):
            cell.tag = "div"
        else:
            cell.tag = "span"
            if cell.getnext() is not None:
                cell.tail = _TAB + _clean(cell.tail).strip()
    for element in tree.iter("table", "tbody", "thead", "tfoot", "tr", "caption"):
        element.tag = "div"


def _without_marks(laid_out: str, targets: list[str]) -> Rendered:
    """The text without its marks, and what they marked."""
    laid_out = _BLANK_LINES.sub(_one_blank_line, _SPACE_AFTER_MARK.sub(r"\1", laid_out)).strip()
    reading = _Reading(iter(targets))
    done = 0
    for match in _MARK.finditer(laid_out):
        reading.add(laid_out[done : match.start()])
        reading.meet(match.group())
        done = match.end()
    reading.add(laid_out[done:])
    return reading.rendered()


def _one_blank_line(blank: re.Match[str]) -> str:
    return "\n\n" + "".join(_MARK.findall(blank.group()))


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
        if mark in _OPEN:
            self._open.append((self._length, _OPEN[mark]))
        elif mark == _CLOSE and self._open:
            start, origin = self._open.pop()
            self._regions.append((start, self._length, origin))
        elif mark == _LINK_OPEN:
            self._open_links.append((self._length, next(self._targets, "")))
        elif mark == _LINK_CLOSE and self._open_links:
            start, target = self._open_links.pop()
            self._links.append((start, self._length, target))
        elif mark == _TAB:
            self.add("\t")
        elif mark == _REST_IS_QUOTED and self._rest_is_quoted_from is None:
            self._rest_is_quoted_from = self._length

    def rendered(self) -> Rendered:
        unclosed = [(start, self._length, origin) for start, origin in self._open]
        if self._rest_is_quoted_from is not None:
            unclosed.append((self._rest_is_quoted_from, self._length, Origin.QUOTED))
        return Rendered("".join(self._pieces), (*self._regions, *unclosed), tuple(sorted(self._links)))
