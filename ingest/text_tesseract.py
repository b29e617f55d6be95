"""Tesseract as the reader of text in pictures, where RapidOCR cannot be loaded; no picture is written to a file."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING

from detectors.id_text import TextLine

if TYPE_CHECKING:
    from PIL.Image import Image

SECONDS = 30
SIDE = 1_600
TURNS = (0, 180, 90, 270)
ENOUGH = 60.0  # letters read for sure, by which a picture is known to stand as it should
_COMMAND = ("tesseract", "stdin", "stdout", "--psm", "11", "-l")
_ONE_THREAD = {"OMP_THREAD_LIMIT": "1"}  # its threads cost three times what they save
_COLUMNS = 12
_WORD = "5"  # the level of a row that holds a word
_HUNDRED = 100.0
_SURE = 0.6


class TesseractText:
    """Reads lines that run from left to right; a picture in which few are read is turned."""

    def __init__(self) -> None:
        self._languages = "+".join(language for language in ("swe", "eng") if language in _installed())

    def lines(self, picture: "Image") -> Sequence[TextLine]:
        """The lines in an RGB picture."""
        smaller = picture.copy()
        smaller.thumbnail((SIDE, SIDE))
        best: Sequence[TextLine] = ()
        for turn in TURNS:
            lines = self._lines(smaller.rotate(turn, expand=True))
            best = max(best, lines, key=_letters)
            if _letters(best) >= ENOUGH:
                break
        return best

    def _lines(self, picture: "Image") -> Sequence[TextLine]:
        octets = BytesIO()
        picture.save(octets, "PNG", compress_level=1)
        read = subprocess.run(  # noqa: S603 - nothing of the mail stands in the command
            [*_COMMAND, self._languages, "tsv"],
            input=octets.getvalue(),
            capture_output=True,
            check=True,
            timeout=SECONDS,
            env={**os.environ, **_ONE_THREAD},
        )
        return list(_rows(read.stdout.decode("utf-8", "replace")))


def is_installed() -> bool:
    """Whether the program and a language it can read are here."""
    return shutil.which("tesseract") is not None and bool(_installed() & {"swe", "eng"})


def _installed() -> set[str]:
    listed = subprocess.run(["tesseract", "--list-langs"], capture_output=True, check=True, text=True, timeout=SECONDS)  # noqa: S607
    return set(listed.stdout.split())


def _letters(lines: Sequence[TextLine]) -> float:
    """How many letters were read for sure."""
    return sum(line.score * len(line.text) for line in lines if line.score > _SURE)


def _rows(table: str) -> Iterator[TextLine]:
    """Each line of the table that tesseract writes: level, page, block, paragraph, line, word, a box, a confidence, a text."""
    rows = (row.split("\t") for row in table.splitlines()[1:])
    words = [row for row in rows if len(row) == _COLUMNS and row[0] == _WORD and row[11].strip()]
    for _, group in groupby(words, key=lambda row: row[1:5]):
        yield _line(list(group))


def _line(words: Sequence[Sequence[str]]) -> TextLine:
    boxes = [(int(left), int(top), int(width), int(height)) for left, top, width, height in (row[6:10] for row in words)]
    left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, bottom = max(box[0] + box[2] for box in boxes), max(box[1] + box[3] for box in boxes)
    score = sum(float(row[10]) for row in words) / len(words) / _HUNDRED
    return TextLine(" ".join(row[11] for row in words), score, (left + right) / 2, (top + bottom) / 2, right - left, bottom - top)
