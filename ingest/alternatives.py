"""Which of several forms of one text carries the author's words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from ingest.html_text import Link, Rendered, render
from ingest.html_tree import announced_style, read_tree, visible_words
from ingest.parts import Part

_STUB = re.compile(
    r"html[- ]?(?:capable|compatible|mail|e-?post|format|meddelande|version|nachricht|viesti)"
    r"|(?:support|stöd\w*|unterstütz\w*|tue|display|view|visa\w*|läsa)\b.{0,60}\bhtml"
    r"|html\b.{0,60}\b(?:support|stöd|unterstütz|view|display|visa)"
    r"|web ?browser|webbläsare|nettleser|selaimes",
    re.I | re.S,
)
_DOCUMENT = re.compile(r"\s*(?:<!doctype html|<html\b)", re.I)
_STUB_LENGTH = 400
_LACKING = 3  # the HTML has so many times the words of the plain text


@dataclass(frozen=True, slots=True)
class Candidate:
    """One text part of a mail, decoded."""

    part: Part
    text: str

    @property
    def is_html(self) -> bool:
        """Whether it is HTML rather than plain text, whatever its label says."""
        if self.part.content_type == "text/html":
            return "<" in self.text
        return bool(_DOCUMENT.match(self.text))


def best(candidates: Sequence[Candidate]) -> list[Rendered]:
    """The texts of a mail in order, each in the form that says most."""
    return [rendered for group in _groups(candidates) for rendered in _choose(group)]


def _groups(candidates: Sequence[Candidate]) -> Iterator[list[Candidate]]:
    """The forms of one text together; a plain and an HTML part that say the same count as such, whatever their container is called."""
    groups: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        groups.setdefault(candidate.part.choice or candidate.part.number, []).append(candidate)
    found = list(groups.values())
    if len(found) == 2 and [group[0].is_html for group in found] == [False, True] and _say_the_same(found[0][0], found[1][0]):
        found = [found[0] + found[1]]
    yield from found


def _say_the_same(plain: Candidate, html: Candidate) -> bool:
    tree = read_tree(html.text)
    words = set(plain.text.split())
    return tree is not None and len(words & set(visible_words(tree))) > 0.6 * len(words)


def _choose(group: Sequence[Candidate]) -> list[Rendered]:
    plain = "\n".join(candidate.text for candidate in group if not candidate.is_html)
    html = [candidate.text for candidate in group if candidate.is_html]
    if not html:
        return [Rendered(plain)]
    tree = read_tree(html[0]) if plain.strip() else None
    if not plain.strip() or (tree is not None and (_is_stub(plain, visible_words(tree)) or announced_style(tree))):
        return [render(text) for text in html]
    return [Rendered(plain, links=() if tree is None else _telephone_links(plain, tree))]


def _telephone_links(plain: str, tree: HtmlElement) -> tuple[Link, ...]:
    """The telephone links of the HTML form, where the plain form has their text once."""
    found = []
    for element in tree.iter("a"):
        target, label = (element.get("href") or "").strip(), " ".join(element.text_content().split())
        if target.lower().startswith("tel:") and label and plain.count(label) == 1:
            start = plain.index(label)
            found.append((start, start + len(label), target))
    return tuple(sorted(found))


def _is_stub(plain: str, html_words: Sequence[str]) -> bool:
    """Whether the plain form only tells to look at the other one, or leaves most of it out."""
    words = len(plain.split())
    if len(plain) < _STUB_LENGTH and _STUB.search(plain) and len(html_words) > words:
        return True
    return len(html_words) > _LACKING * words + 10
