"""A body cut into passages by who wrote what."""

import re

from detectors.finding import Origin
from detectors.passage import Passage

_HISTORY = re.compile(r"^(?:On .+ wrote:|Den .+ skrev.*:|-{3,} ?(?:Original|Ursprungligt).*|(?:Från|From|Fra|Von): .+)\s*$", re.M | re.I)
_SIGNATURE = re.compile(r"^(?:-- ?|(?:Med vänliga? häls.*|Mvh.*|Vänligen|Hälsningar.*|(?:Best|Kind) regards.*)[,!.]?)\s*$", re.M | re.I)


def cut(text: str, language: str = "sv") -> tuple[Passage, ...]:
    """The passages of a text, in order."""
    history = _HISTORY.search(text)
    end = history.start() if history else len(text)
    signature = _SIGNATURE.search(text, 0, end)
    start = signature.start() if signature else end
    spans = ((0, start, Origin.AUTHOR), (start, end, Origin.SIGNATURE), (end, len(text), Origin.QUOTED))
    return tuple(Passage(text[a:b], origin, "body", a, language) for a, b, origin in spans if text[a:b].strip())
