"""A body cut into passages by who wrote what, each with its exact place."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from detectors.finding import Origin
from detectors.passage import Passage
from gdpr.message import MailAddress
from ingest.html_text import Link, Region, Rendered
from ingest.quotes import Thread, origins
from ingest.signatures import list_footer_start, postscript_start, signature_start

MAX_LINES = 20_000  # nobody writes as many; a hostile mail may have millions
_NAME_SPLIT = re.compile(r"[\s,]+")


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    origin: Origin


def cut(body: Rendered, thread: Thread, sender: MailAddress | None = None) -> tuple[Passage, ...]:
    """The passages of a body, in order; between two of them stand only line ends and spaces.

    `message.text[p.start : p.start + len(p.text)] == p.text` holds for every passage `p`.
    """
    spans = list(_spans(body.text))
    lines = [body.text[start:end] for start, end in spans]
    told = origins(lines, _known(spans, body.regions), thread)
    _part_signatures(lines, told, _names(sender))
    marked = [_Line(start, end, origin) for (start, end), origin in zip(spans, told, strict=True) if body.text[start:end].strip()]
    return tuple(_passage(body, list(group)) for _, group in groupby(marked, key=lambda line: line.origin))


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Where each line begins and ends; what follows the first `MAX_LINES` counts as one."""
    start = 0
    for line in text.split("\n", MAX_LINES):
        yield start, start + len(line)
        start += len(line) + 1


def _known(spans: Sequence[tuple[int, int]], regions: Sequence[Region]) -> list[Origin | None]:
    """What the markup tells of each line; the innermost region that holds most of the line decides."""
    known: list[Origin | None] = [None] * len(spans)
    starts = [start for start, _ in spans]
    for a, b, origin in sorted((region for region in regions if region[0] < region[1]), key=lambda region: region[0] - region[1]):
        first, last = max(bisect_right(starts, a) - 1, 0), bisect_left(starts, b) - 1
        known[first + 1 : last] = [origin] * max(last - first - 1, 0)
        for i in {first, last}:
            start, end = spans[i]
            if min(b, end) - max(a, start) > (end - start) / 2:
                known[i] = origin
    return known


def _part_signatures(lines: Sequence[str], told: list[Origin], names: frozenset[str]) -> None:
    """Within each stretch of the author's lines: text, then signature, then perhaps a postscript."""
    i = 0
    for origin, group in groupby(list(told)):
        count = len(list(group))
        if origin is Origin.AUTHOR:
            _part_signature(lines, told, i, i + count, names)
        i += count


def _part_signature(lines: Sequence[str], told: list[Origin], start: int, end: int, names: frozenset[str]) -> None:
    own = lines[start:end]
    footer = list_footer_start(own)
    signature = signature_start(own[:footer], names)
    postscript = signature + postscript_start(own[signature:footer]) if signature < footer else footer
    for j in range(signature, postscript):
        told[start + j] = Origin.SIGNATURE
    for j in range(footer, end - start):
        told[start + j] = Origin.QUOTED


def _names(sender: MailAddress | None) -> frozenset[str]:
    if sender is None or not sender.name:
        return frozenset()
    words = _NAME_SPLIT.split(sender.name.lower())
    return frozenset({sender.name.lower(), words[0], " ".join(reversed(words))}) - {""}


def _passage(body: Rendered, lines: Sequence[_Line]) -> Passage:
    start, end = lines[0].start, lines[-1].end
    return Passage(body.text[start:end], lines[0].origin, "body", start, links=_links(body.links, start, end))


def _links(links: Sequence[Link], start: int, end: int) -> tuple[Link, ...]:
    """The links of a stretch, their places counted from its start; `links` are in the order in which they begin."""
    first = bisect_left(links, (start, -1, ""))
    last = bisect_left(links, (end, -1, ""))
    return tuple((a - start, min(b, end) - start, target) for a, b, target in links[first:last])
