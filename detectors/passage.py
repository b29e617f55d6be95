"""The text a detector reads: a stretch of a mail written by one hand."""

from dataclasses import dataclass
from datetime import date

from detectors.finding import Origin


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text with one origin; `start` is its offset in the text of `part`.

    `language` is an ISO 639-1 code of the author's own text; it sets the default region of phone numbers.
    `links` are targets of the links that stand in it: (offset of the link text in `text`, its end, target).
    `today` is the day the mail was received: it tells the century of a national number written without one.
    """

    text: str
    origin: Origin = Origin.AUTHOR
    part: str = "body"
    start: int = 0
    language: str = "sv"
    links: tuple[tuple[int, int, str], ...] = ()
    today: date | None = None
