"""Text that only machines read (links, addresses, IP numbers, keys) blanked out, so that no number is seen in it."""

import re
from functools import lru_cache

_MACHINE = re.compile(
    r"""
    (?:https?://|www\.)[^\s<>"]{1,500}                         # links
    | (?<![\w@])[\w.+-]{1,64}@[\w.-]{1,255}                      # e-mail addresses
    | \b(?!0\d)(?:\d{1,3}\.){3}\d{1,3}(?:[:/]\d{1,5})?\b                # IP numbers
    | \b(?:[0-9A-F]{2}[:-]){5,}[0-9A-F]{2}\b                     # MAC addresses, serial numbers
    | \b(?:[0-9A-F]{4}[ ]{1,2}){4,}[0-9A-F]{4}\b                  # fingerprints
    | \b[A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]{4}){3,8}(?:[ ]?[A-Z0-9]{1,3})?\b     # IBAN
    | \b\d{4}-\d{2}-\d{2}(?:[T ]\d{2}[:.]\d{2}(?:[:.]\d{2})?)?\b # dates and times
    | \b\d{1,2}[:.]\d{2}\s?[-–]\s?\d{1,2}[:.]\d{2}\b             # times of day
    """,
    re.VERBOSE,
)


_DIGITS = re.compile(r"\d(?:\D{0,4}\d){5}")


@lru_cache(maxsize=4)  # for the detectors that ask of one passage in turn
def holds_a_number(text: str) -> bool:
    """Whether six digits stand near each other, as in every phone, national, organisation and card number: most text holds none."""
    return _DIGITS.search(text) is not None


@lru_cache(maxsize=4)  # for the detectors that ask of one passage in turn
def blank(text: str) -> str:
    """The text with every machine-read stretch as dots of the same length: offsets stay."""
    return _MACHINE.sub(lambda found: "·" * (found.end() - found.start()), text)
