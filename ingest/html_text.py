"""HTML as text, with what its markup tells of who wrote what."""

from dataclasses import dataclass

from inscriptis import get_text

from detectors.finding import Origin


@dataclass(frozen=True, slots=True)
class Rendered:
    """Text with the regions that are known not to be the author's, and its links."""

    text: str
    regions: tuple[tuple[int, int, Origin], ...] = ()
    links: tuple[tuple[int, int, str], ...] = ()


def render(html: str) -> Rendered:
    """The text of an HTML document."""
    return Rendered(get_text(html))
