"""Where lines stand to one another in a picture, however it is turned: what is beside a line, and what below it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from detectors.id_text import TextLine

_SAME_ROW = 0.6  # of the height of a line
_BELOW_FROM, _BELOW_TO = 0.5, 2.8
_STARTS_NEAR = 2.5


@dataclass(frozen=True, slots=True)
class Placed:
    """A line with its place in the direction of reading: where it starts and ends along a row, and how far down the row is."""

    text: str
    start: float
    end: float
    down: float
    height: float


def placed(lines: Sequence[TextLine]) -> list[Placed]:
    """The lines from the top, along the direction of the longest one."""
    if not lines:
        return []
    axis = max(lines, key=lambda line: line.length)
    return sorted((_place(line, axis) for line in lines), key=lambda line: line.down)


def _place(line: TextLine, axis: TextLine) -> Placed:
    along = line.x * axis.dx + line.y * axis.dy
    down = line.y * axis.dx - line.x * axis.dy
    return Placed(line.text, along - line.length / 2, along + line.length / 2, down, line.height)


def rows(lines: Iterable[Placed]) -> Iterator[list[Placed]]:
    """Lines that stand beside one another, from the left; rows from the top."""
    row: list[Placed] = []
    for line in lines:
        if row and line.down - row[-1].down > _SAME_ROW * min(line.height, row[-1].height):
            yield sorted(row, key=lambda one: one.start)
            row = []
        row.append(line)
    if row:
        yield sorted(row, key=lambda one: one.start)


def below(label: Placed, lines: Iterable[Placed]) -> Placed | None:
    """The line that stands under a label and begins where it does: the value of a field."""
    near = [
        line
        for line in lines
        if _BELOW_FROM * label.height < line.down - label.down < _BELOW_TO * label.height
        and abs(line.start - label.start) < _STARTS_NEAR * label.height
    ]
    return min(near, key=lambda line: line.down - label.down, default=None)
