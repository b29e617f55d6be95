"""How something sensitive is reported: by the name of its kind alone."""

from detectors.finding import Finding, Kind
from detectors.passage import Passage


def sensitive(passage: Passage, value: str, span: tuple[int, int], score: float, reason: str) -> Finding:
    """A finding whose value is what it is ("card", "password", "health"); the secret itself stands at `span` of the passage."""
    start, end = span
    raw = passage.text[start:end]
    return Finding(Kind.SENSITIVE, value, raw, passage.start + start, passage.start + end, score, reason, passage.origin, passage.part)
