"""Text that only machines read (links, addresses, IP numbers, keys) blanked out, so that no number is seen in it."""

import re
from collections.abc import Iterator
from functools import lru_cache

# what stands in every such stretch and is looked for first, for that costs little; how it looks
_MACHINE: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...] = (
    (("://", "www."), re.compile(r"(?:https?://|www\.)[^\s<>\"]{1,500}")),
    (("@",), re.compile(r"(?<![\w@.+-])[\w.+-]{1,64}@[\w.-]{1,255}")),
    (("/",), re.compile(r"(?<![\w/:])(?:/[\w.-]{1,100}){2,10}/?")),  # paths
    ((".",), re.compile(r"\b(?!0\d)(?:\d{1,3}\.){3}\d{1,3}(?:[:/]\d{1,5})?\b")),  # IP numbers
    ((":", "-"), re.compile(r"\b(?:[0-9A-F]{2}[:-]){5,}[0-9A-F]{2}\b")),  # MAC addresses, serial numbers
    ((" ",), re.compile(r"\b(?:[0-9A-F]{4}[ ]{1,2}){4,}[0-9A-F]{4}\b")),  # fingerprints
    (("",), re.compile(r"\b[A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]{4}){3,8}(?:[ ]?[A-Z0-9]{1,3})?\b")),  # IBAN
    (("-",), re.compile(r"\b\d{4}-\d{2}-\d{2}(?:[T ]\d{2}[:.]\d{2}(?:[:.]\d{2})?)?\b")),  # dates and times
    (("-", "–"), re.compile(r"\b\d{1,2}[:.]\d{2}\s?[-–]\s?\d{1,2}[:.]\d{2}\b")),  # times of day
)
_DIGITS = re.compile(r"\d(?:\D{0,4}\d){5}")


def holds_a_number(text: str) -> bool:
    """Whether six digits stand near each other, as in every phone, national, organisation and card number: most text holds none."""
    return bool(lines_with_digits(text))


@lru_cache(maxsize=4)  # for the detectors that ask of one passage in turn
def blank(text: str) -> str:
    """The text with every machine-read stretch beside digits as dots of the same length: offsets stay."""
    pieces, done = [], 0
    for start, end in lines_with_digits(text):
        pieces += [text[done:start], _blanked(text[start:end])]
        done = end
    return "".join((*pieces, text[done:]))


@lru_cache(maxsize=4)  # for the detectors that ask of one passage in turn
def lines_with_digits(text: str) -> tuple[tuple[int, int], ...]:
    """The stretches of whole lines that hold a number: only there anything is one, or is mistaken for one."""
    return tuple(_stretches(text))


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    begin = end = 0
    while found := _DIGITS.search(text, end):
        first = max(end, text.rfind("\n", 0, found.start()) + 1)
        if first > end + 1:
            yield begin, end
            begin = first
        end = text.find("\n", found.end())
        end = len(text) if end == -1 else end
    if end:
        yield begin, end


def found_in_numbers(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """What a pattern of a number finds, looked for on the lines with digits alone."""
    for begin, end in lines_with_digits(text):
        yield from pattern.finditer(text, begin, end)


def _blanked(lines: str) -> str:
    for signs, pattern in _MACHINE:
        if any(map(lines.__contains__, signs)):
            lines = pattern.sub(_dots, lines)
    return lines


def _dots(found: re.Match[str]) -> str:
    return "·" * (found.end() - found.start())
