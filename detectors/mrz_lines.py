"""The machine-readable zone among the lines that were read in a picture: pieces joined, look-alikes of the filler mended."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import permutations, product
from unicodedata import normalize

from detectors.id_text import TextLine
from detectors.mrz import FILLER, Zone, lengths, read_zone

# What engines read where the zone has its filler "<".
_FILLERS = str.maketrans(dict.fromkeys("‹〈˂⟨ᐸᑕ∠ハヘへΛ∧く≤‚¢£€({[∀", FILLER) | dict.fromkeys("«《≪⟪", FILLER * 2))
_IN_ZONE = re.compile(r"[A-Z0-9<]+")
_END = re.compile(r"[<CKEALGS]{8,}$")  # letters of this shape are what engines take the filler for
_AGAIN = 3
_CODE = 2  # letters of the document code, which begins the first row
_FILLER_RUN = re.compile(r"<{2,}")
_MIN_PIECE = 5
_MIN_ROW, _MAX_ROW = 24, 60
_STRAY = 3  # letters that a row may have too many at its ends
_MISSING = 14  # fillers that an engine may swallow or see too many of
_LINE_APART = 0.6  # of their height: two pieces further apart stand in different rows
_FEW_CHECKS = 2
_MAX_ROWS = 6
_NAMELESS = {(2, 44): "P", (2, 36): "I"}  # where the first row is masked, the second holds all but the name


def find_zone(lines: Iterable[TextLine]) -> Zone | None:
    """The zone with the most check digits that fit; None where fewer than two do, or nothing looks like a zone. ICAO 9303-3 §4."""
    rows = zone_rows(lines)
    found = [candidate for wanted in dict.fromkeys(lengths()) for candidate in _zones(rows, *wanted)]
    best = max(found, key=_surest, default=None)
    return best[0] if best and (best[0].holds or _is_likely(best[0])) else None


def _surest(candidate: tuple[Zone, int]) -> tuple[bool, int, bool, int]:
    """The check digits first; of two that are as good, the one with a name and the fewest letters added or taken away."""
    zone, mended = candidate
    return zone.holds, zone.checks, bool(zone.surname), -mended


def _is_likely(zone: Zone) -> bool:
    """Whether a zone of which a part is masked or misread is one all the same."""
    return zone.checks >= _FEW_CHECKS and zone.birth_date is not None and zone.expires_on is not None


def zone_rows(lines: Iterable[TextLine]) -> list[str]:
    """The rows that look like those of a zone, from the top, pieces of one row joined."""
    pieces = [(line, text) for line in lines if (text := _cleaned(line.text))]
    return [row for row in map(_joined, _in_rows(pieces)) if _MIN_ROW <= len(row) <= _MAX_ROW and FILLER * 2 in row]


def _cleaned(text: str) -> str:
    """The text as the zone would have it, "" where it cannot be a piece of one."""
    letters = "".join(normalize("NFKC", text).translate(_FILLERS).upper().split())
    if len(letters) < _MIN_PIECE or not _IN_ZONE.fullmatch(letters):
        return ""
    return letters if FILLER in letters or " " not in text.strip() else ""


def _in_rows(pieces: Sequence[tuple[TextLine, str]]) -> Iterator[list[tuple[float, str]]]:
    """Pieces that stand beside one another, each with its place along the row; rows from the top."""
    if not pieces:
        return
    longest = max(pieces, key=lambda piece: piece[0].length)[0]
    placed = sorted((_across(line, longest), line.height, _along(line, longest), text) for line, text in pieces)
    row: list[tuple[float, str]] = []
    last = placed[0][0]
    for across, height, along, text in placed:
        if across - last > _LINE_APART * height and row:
            yield row
            row = []
        row.append((along, text))
        last = across
    yield row


def _across(line: TextLine, axis: TextLine) -> float:
    return line.y * axis.dx - line.x * axis.dy


def _along(line: TextLine, axis: TextLine) -> float:
    return line.x * axis.dx + line.y * axis.dy


def _joined(row: Iterable[tuple[float, str]]) -> str:
    return _cleared("".join(piece for _, piece in sorted(row)))


def _cleared(row: str) -> str:
    """The row with the letters that were read for fillers made fillers: those that come again and again at its end.

    >>> _cleared("P<CZESPECIMENCCVZORCCCCC<CCC<<ACCC<")
    'P<CZESPECIMEN<<VZOR<<<<<<<<<<<<<<<<'
    """
    end = _END.search(row)
    wrong = {letter for letter in end[0] if letter != FILLER and end[0].count(letter) >= _AGAIN} if end else set()
    if not end or not wrong:
        return row
    alike = "".join(sorted(wrong))
    pairs = f"(?<=<)[{alike}]|[{alike}](?=<)|([{alike}])\\1"
    head = row[:_CODE] + re.sub(pairs, lambda found: FILLER * len(found[0]), row[_CODE : end.start()])
    tail = re.sub(f"[{alike}]", FILLER, end[0])
    name = re.match(r"[A-Z]*(?=<)", tail)
    return head + (name[0] if name else "").ljust(len(tail), FILLER)


def _zones(rows: Sequence[str], count: int, length: int) -> Iterator[tuple[Zone, int]]:
    """Each way to see a zone of this size in the rows, with the number of letters that had to be added or taken away."""
    for chosen in permutations(rows[:_MAX_ROWS], count):  # in a tilted picture rows may come in another order
        mended = sum(abs(len(row) - length) for row in chosen)
        for lines in product(*(list(_to_length(row, length)) for row in chosen)):
            if zone := read_zone(lines):
                yield zone, mended
    if nameless := _NAMELESS.get((count, length)):
        for row in rows:
            for line in _to_length(row, length):
                if zone := read_zone([nameless.ljust(length, FILLER), line]):
                    yield zone, abs(len(row) - length)


def _to_length(row: str, length: int) -> Iterator[str]:
    """The row as long as it must be: as it is, with its longest run of fillers stretched or shrunk, or without strays at an end."""
    too_few = length - len(row)
    if too_few == 0:
        yield row
        return
    runs = sorted(_FILLER_RUN.finditer(row), key=lambda run: -len(run[0]))
    if abs(too_few) <= _MISSING and runs and len(runs[0][0]) + too_few >= 1:
        start, end = runs[0].span()
        yield row[:start] + FILLER * (end - start + too_few) + row[end:]
    if -_STRAY <= too_few < 0:
        yield row[:length]
        yield row[-length:]
