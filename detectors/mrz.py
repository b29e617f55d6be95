"""The machine-readable zone of passports, cards and visas: its fields, by its own check digits.

>>> passport = read_zone(["P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10"])
>>> passport.surname, passport.given_names, passport.birth_date, passport.expires_on, passport.holds
('ERIKSSON', 'ANNA MARIA', datetime.date(1974, 8, 12), datetime.date(2012, 4, 15), True)

The number of the document is checked and not kept (law.md I3).

ICAO Doc 9303 parts 3 to 7: TD1 (3 lines of 30), TD2 and MRV-B (2 of 36), TD3 and MRV-A (2 of 44).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import product

FILLER = "<"
_WEIGHTS = (7, 3, 1)
_DIGIT_FOR = str.maketrans("OQDUILZJSBG", "00001127586")
_LETTER_FOR = str.maketrans("01258", "OIZSB")
_OTHER = {"0": "O", "O": "0", "1": "I", "I": "1", "8": "B", "B": "8", "5": "S", "S": "5", "2": "Z", "Z": "2", "6": "G", "G": "6"}
_MAX_DOUBTS = 6  # characters that may be one or the other, tried in all ways


class Format(StrEnum):
    """The layouts of a zone."""

    TD1 = "td1"
    TD2 = "td2"
    TD3 = "td3"
    MRV_A = "mrv_a"
    MRV_B = "mrv_b"


@dataclass(frozen=True, slots=True)
class Zone:
    """What a zone says; `holds` means that every check digit fits, `checks` how many do."""

    format: Format
    code: str
    issuer: str
    surname: str
    given_names: str
    nationality: str
    birth_date: date | None
    expires_on: date | None
    optional: str
    checks: int
    holds: bool


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where the fields stand: (line, first, last + 1). `composite` lists what the last check digit covers; () where there is none."""

    format: Format
    lines: int
    length: int
    names: tuple[int, int, int]
    number: tuple[int, int, int]
    birth: tuple[int, int, int]
    expiry: tuple[int, int, int]
    nationality: tuple[int, int, int]
    optional: tuple[tuple[int, int, int], ...]
    composite: tuple[tuple[int, int, int], ...]
    first_letters: str


_LAYOUTS = (
    _Layout(
        Format.TD3, 2, 44, (0, 5, 44), (1, 0, 9), (1, 13, 19), (1, 21, 27), (1, 10, 13), ((1, 28, 42),),
        ((1, 0, 10), (1, 13, 20), (1, 21, 43)), "P",
    ),
    _Layout(
        Format.TD1, 3, 30, (2, 0, 30), (0, 5, 14), (1, 0, 6), (1, 8, 14), (1, 15, 18), ((0, 15, 30), (1, 18, 29)),
        ((0, 5, 30), (1, 0, 7), (1, 8, 15), (1, 18, 29)), "ACI",
    ),
    _Layout(
        Format.TD2, 2, 36, (0, 5, 36), (1, 0, 9), (1, 13, 19), (1, 21, 27), (1, 10, 13), ((1, 28, 35),),
        ((1, 0, 10), (1, 13, 20), (1, 21, 35)), "ACI",
    ),
    _Layout(Format.MRV_A, 2, 44, (0, 5, 44), (1, 0, 9), (1, 13, 19), (1, 21, 27), (1, 10, 13), ((1, 28, 44),), (), "V"),
    _Layout(Format.MRV_B, 2, 36, (0, 5, 36), (1, 0, 9), (1, 13, 19), (1, 21, 27), (1, 10, 13), ((1, 28, 36),), (), "V"),
)  # fmt: skip


def check_digit(text: str) -> str:
    """The check digit of a field, weights 7 3 1. ICAO 9303-3 §4.9.

    >>> check_digit("AB2134<<<")
    '5'
    """
    total = sum(_value(letter) * _WEIGHTS[place % 3] for place, letter in enumerate(text))
    return str(total % 10)


def _value(letter: str) -> int:
    return 0 if letter == FILLER else int(letter, 36)


def read_zone(lines: Sequence[str]) -> Zone | None:
    """The zone in these lines, each as long as its layout wants, spaces and look-alikes mended; None where they are no zone."""
    return next((_read(lines, layout) for layout in _LAYOUTS if _fits(lines, layout)), None)


def _fits(lines: Sequence[str], layout: _Layout) -> bool:
    if len(lines) != layout.lines or any(len(line) != layout.length for line in lines):
        return False
    return lines[0][0] in layout.first_letters


def _read(raw: Sequence[str], layout: _Layout) -> Zone:
    lines = _mended(raw, layout)
    expires_on = _day(_cut(lines, layout.expiry), None)
    checks = [_holds(lines, field) for field in (layout.number, layout.birth, layout.expiry)]
    checks[2] = checks[2] and expires_on is not None
    if layout.composite:
        covered = "".join(_cut(lines, field) for field in layout.composite)
        checks.append(check_digit(covered) == lines[1][-1])
    surname, _, given = _cut(lines, layout.names).partition(FILLER * 2)
    return Zone(
        format=layout.format,
        code=lines[0][:2].strip(FILLER),
        issuer=lines[0][2:5].strip(FILLER),
        surname=_words(surname),
        given_names=_words(given),
        nationality=_cut(lines, layout.nationality).strip(FILLER),
        birth_date=_day(_cut(lines, layout.birth), expires_on or date.max) if checks[1] else None,
        expires_on=expires_on if checks[2] else None,
        optional=FILLER.join(_cut(lines, field).strip(FILLER) for field in layout.optional).strip(FILLER),
        checks=sum(checks),
        holds=all(checks),
    )


def _cut(lines: Sequence[str], field: tuple[int, int, int]) -> str:
    line, start, end = field
    return lines[line][start:end]


def _holds(lines: Sequence[str], field: tuple[int, int, int]) -> bool:
    line, _, end = field
    return check_digit(_cut(lines, field)) == lines[line][end]


def _words(names: str) -> str:
    return " ".join(names.replace(FILLER, " ").split())


def _mended(raw: Sequence[str], layout: _Layout) -> list[str]:
    """The lines with letters where only digits may stand turned into these, and the other way round."""
    lines = list(raw)
    for field in (layout.birth, layout.expiry):
        _put(lines, field, _cut(lines, field).translate(_DIGIT_FOR), with_check=True)
    for field in (layout.names, layout.nationality, (0, 2, 5)):
        _put(lines, field, _cut(lines, field).translate(_LETTER_FOR))
    if layout.composite:
        lines[1] = lines[1][:-1] + lines[1][-1].translate(_DIGIT_FOR)
    line, _, end = layout.number
    lines[line] = lines[line][:end] + lines[line][end].translate(_DIGIT_FOR) + lines[line][end + 1 :]
    _put(lines, layout.number, _in_doubt(_cut(lines, layout.number), lines[line][end]))
    return lines


def _put(lines: list[str], field: tuple[int, int, int], text: str, *, with_check: bool = False) -> None:
    line, start, end = field
    rest = lines[line][end:]
    lines[line] = lines[line][:start] + text + (rest[0].translate(_DIGIT_FOR) + rest[1:] if with_check else rest)


def _in_doubt(number: str, digit: str) -> str:
    """The number with as few look-alikes changed as its check digit wants; as it was where none fits."""
    doubtful = [place for place, letter in enumerate(number) if letter in _OTHER][:_MAX_DOUBTS]
    for changes in sorted(product((False, True), repeat=len(doubtful)), key=sum):
        changed = list(number)
        for place, change in zip(doubtful, changes, strict=True):
            changed[place] = _OTHER[number[place]] if change else number[place]
        if check_digit("".join(changed)) == digit:
            return "".join(changed)
    return number


def _day(digits: str, before: date | None) -> date | None:
    """The day of six digits YYMMDD; of birth (`before` given) the youngest that is not later, of expiry in this century."""
    try:
        day = date(2000 + int(digits[:2]), int(digits[2:4]), int(digits[4:6]))
        return day.replace(year=day.year - 100) if before and day > before else day
    except ValueError:
        return None


def lengths() -> Iterator[tuple[int, int]]:
    """How many lines of how many letters a zone may have."""
    yield from dict.fromkeys((layout.lines, layout.length) for layout in _LAYOUTS)
