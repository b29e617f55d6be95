"""Text that was read in a picture, line by line, and what must be able to read it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from PIL.Image import Image


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line: its middle in pixels, its length and height, and the direction in which it is read (a unit vector)."""

    text: str
    score: float
    x: float
    y: float
    length: float
    height: float
    dx: float = 1.0
    dy: float = 0.0


class TextReader(Protocol):
    """An engine that reads pictures, however they are turned."""

    def lines(self, picture: "Image") -> Sequence[TextLine]:
        """The lines of text in an RGB picture, in no particular order; of a page full of text only some."""
