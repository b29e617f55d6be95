"""An HTML document prepared to be laid out: what is not shown is taken out, and marks tell where quotes and links begin and end."""

import re

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from detectors.finding import Origin
from ingest.html_marks import has_size, is_hidden, is_set_off, is_tiny, mark_of
from ingest.reply_lines import introduces_forward

MAX_HTML = 1_000_000  # characters that are laid out; what follows is read as bare text

# Characters for private use, which are taken out of what the mail itself says.
OPEN = {"\ue000": Origin.QUOTED, "\ue001": Origin.FORWARDED, "\ue002": Origin.SIGNATURE, "\ue003": Origin.AUTHOR}
CLOSE, LINK_OPEN, LINK_CLOSE, TAB, REST_IS_QUOTED = "\ue004", "\ue005", "\ue006", "\ue007", "\ue008"
MARK = re.compile("[\ue000-\ue008]")
_OPENER = {origin: mark for mark, origin in OPEN.items()}
_NOT_TEXT = frozenset({"script", "style", "head", "title", "template", "object", "svg", "xml"})
_BLOCKS = frozenset({"div", "p", "br", "table", "ul", "ol", "blockquote", "pre", "hr", "h1", "h2", "h3"})
_KEPT_LINKS = ("http:", "https:", "mailto:", "tel:", "sms:", "callto:")
# Read in lower case: that takes half the time of a pattern that heeds both.
_ANSWERS_INSIDE = re.compile(
    r"\b(?:svar\w*|kommentar\w*|answers?|comments?|repl(?:y|ies)|antwort\w*|kommentit?|vastau\w*)\b[^.!?\n]{0,60}"
    r"\b(?:(?P<colour>r[öø]d\w*|r[öø]tt|blå\w*|gr[öø]n\w*|färg\w*|farge\w*|red|blue|green|colou?r|rot|blau|grün|punais\w*|sinis\w*)"
    r"|fet\w*|halvfet\w*|bold|fett\w*|lihavoi\w*)\b",
)
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # lxml reads them, and refuses to write them


def read_tree(html: str) -> HtmlElement | None:
    """The document as a tree; None where it is nested so deeply that the parser would drop text."""
    source = MARK.sub("\N{REPLACEMENT CHARACTER}", clean(html[:MAX_HTML]))
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return document_fromstring("<p></p>")
    return None if any("xcessive depth" in error.message for error in parser.error_log) else tree


def announced_style(tree: HtmlElement) -> str:
    """How answers inside the quoted mail are set off, as the author says: "colour", "bold", "" where nobody says so."""
    found = _ANSWERS_INSIDE.search(" ".join(tree.text_content()[:20_000].split()).lower())
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


def prepare(tree: HtmlElement) -> list[str]:
    """Makes the tree ready to be laid out, and returns the targets of its links in order."""
    answers = announced_style(tree)
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
            parent.text = clean(parent.text) + clean(element.tail)
        else:
            previous.tail = clean(previous.tail) + clean(element.tail)
    parent.remove(element)


def _mark(element: HtmlElement, answers: str, targets: list[str]) -> None:
    if element.tag == "a":
        target = (element.get("href") or "").strip()
        if target.lower().startswith(_KEPT_LINKS):
            targets.append(target)
            _enclose(element, LINK_OPEN, LINK_CLOSE)
    declared = mark_of(element.tag, element.attrib)
    if declared and _is_told_by_its_blockquotes(element):
        return
    if declared and declared[1]:
        _enclose(element, REST_IS_QUOTED, "")
    elif declared:
        _enclose(element, _OPENER[declared[0]], CLOSE)
    elif answers and is_set_off(element.tag, element.attrib, answers):
        _enclose(element, _OPENER[Origin.AUTHOR], CLOSE)


def _is_told_by_its_blockquotes(element: HtmlElement) -> bool:
    """Round the quotes of a reply stands a frame, and answers between them; a forwarded mail is old throughout."""
    if element.tag != "div" or element.find("blockquote") is None:
        return False
    return not introduces_forward(next((text.strip() for text in element.itertext() if text.strip()), ""))


def _enclose(element: HtmlElement, before: str, after: str) -> None:
    element.text = before + clean(element.text)
    if len(element):
        element[-1].tail = clean(element[-1].tail) + after
    else:
        element.text += after


def clean(text: str | None) -> str:
    """Text without the characters that XML refuses."""
    return _NOT_IN_XML.sub("", text) if text else ""


def _lay_out_tables(tree: HtmlElement) -> None:
    """Rows become lines and cells words on a line: side by side, two cells would read as one sentence."""
    for cell in tree.iter("td", "th"):
        if any(inner.tag in _BLOCKS for inner in cell.iter() if inner is not cell):
            cell.tag = "div"
        else:
            cell.tag = "span"
            if cell.getnext() is not None:
                cell.tail = TAB + clean(cell.tail).strip()
    for element in tree.iter("table", "tbody", "thead", "tfoot", "tr", "caption"):
        element.tag = "div"
