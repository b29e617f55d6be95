"""Phone numbers as national numbering plans have them: from what is written to E.164.

>>> read("070-174 06 05", ("SE",))
'+46701740605'

ITU-T E.164; numbering plans by the phonenumbers library.
"""

import re
from functools import lru_cache

import phonenumbers

SHORTEST, LONGEST = 6, 15  # digits
_BLANK = re.compile(r"[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
_WITH_A_CODE = 9  # more digits than this has a number with its country code

REGIONS: dict[str, tuple[str, ...]] = {
    "sv": ("SE",),
    "en": ("SE", "GB", "US"),
    "no": ("NO", "SE"),
    "da": ("DK", "SE"),
    "fi": ("FI", "SE"),
    "de": ("DE", "AT", "SE"),
}
"""Where a number without country code belongs, by the language of the mail; the first valid reading counts."""

WITHOUT_ZERO = frozenset({"NO", "DK", "US"})
"""Countries whose national numbers have no leading 0; they must look like a phone number to count."""

_LOOKS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("NO", re.compile(r"\d{2} \d{2} \d{2} \d{2}|\d{3} \d{2} \d{3}|\d{8}|\d{4} \d{4}|\d{2} \d{3} \d{3}")),
    ("DK", re.compile(r"\d{2} \d{2} \d{2} \d{2}|\d{4} \d{4}|\d{8}|\d{2} \d{3} \d{3}")),
    ("US", re.compile(r"(?:1[ .-]?)?(?:\(\d{3}\)[ .-]?|\d{3}[.-])\d{3}[ .-]\d{4}")),
)
_AS_ONLY_AMERICANS_WRITE = re.compile(r"\([2-9]\d{2}\) ?\d{3}-\d{4}(?!\d)")
HINTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("GB", ("UK", "British", "England", "London", "+44", "+ 44")),
    ("US", ("US", "USA", "+1 ", "+1-", "+1(", "+ 1 ")),
    ("NO", ("Norge", "Norway", "norsk", "+47", "+ 47")),
    ("DK", ("Danmark", "Denmark", "dansk", "+45", "+ 45")),
    ("FI", ("Finland", "Suomi", "finsk", "+358", "+ 358")),
    ("DE", ("Deutschland", "Germany", "Tyskland", "+49", "+ 49")),
)
"""Words, and numbers with a country code, by which a text speaks of a country: its other numbers may belong there too."""

CODES = {"SE": 46, "NO": 47, "DK": 45, "FI": 358, "DE": 49, "GB": 44, "US": 1, "AT": 43}
_NATIONAL = re.compile(r"0?([1-9]\d{4,13})")


@lru_cache(maxsize=4096)
def e164(digits: str, region: str) -> str | None:
    """The number that is written with these digits in that country, in E.164; None where it has no such number."""
    national = _NATIONAL.fullmatch(digits)
    return _valid(CODES[region], national[1]) if national else None


@lru_cache(maxsize=4096)
def _international(digits: str) -> str | None:
    """A number that begins with its country code; the 0 of `+46 (0)70` is dropped, as the writer means."""
    for code in CODES.values():
        rest = digits.removeprefix(str(code))
        if rest != digits and (national := _NATIONAL.fullmatch(rest)) and (number := _valid(code, national[1])):
            return number
    try:
        parsed = phonenumbers.parse(f"+{digits}", None)
    except phonenumbers.NumberParseException:
        return None
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164) if phonenumbers.is_valid_number(parsed) else None


def _valid(code: int, national: str) -> str | None:
    """The E.164 form, once the numbering plan has such a number; far quicker than to parse what is parsed already."""
    number = phonenumbers.PhoneNumber(country_code=code, national_number=int(national))
    return f"+{code}{national}" if phonenumbers.is_valid_number(number) else None


def regions_of(text: str, language: str) -> tuple[str, ...]:
    """Where the numbers of a text may belong: by its language, and by the countries that it speaks of."""
    usual = REGIONS.get(language, ("SE",))
    if "(" in text and _AS_ONLY_AMERICANS_WRITE.search(text):
        usual = (*usual, "US")
    hinted = (region for region, signs in HINTS if any(_stands_free(text, sign) for sign in signs if sign in text))
    return tuple(dict.fromkeys((*usual, *hinted)))


def _stands_free(text: str, sign: str) -> bool:
    """Whether a word stands somewhere as a whole; a country code always does."""
    return sign.startswith("+") or re.search(rf"\b{sign}\b", text) is not None


def _plausible(written: str, region: str) -> bool:
    """Whether a national writing looks like that country's: a leading 0, or its usual groups."""
    if region not in WITHOUT_ZERO:
        return written.startswith(("0", "(0"))
    return any(region == where and looks.fullmatch(written) for where, looks in _LOOKS)


@lru_cache(maxsize=4096)
def tidied(written: str) -> str:
    """A number as written, on one line and without marks of direction."""
    return _BLANK.sub(" ", written).strip()


@lru_cache(maxsize=4096)
def read(written: str, regions: tuple[str, ...]) -> str | None:
    """The E.164 form of one written number, None where it is none.

    The 0 of `+46 (0)70` and of `0046-070` is dropped, as the writer means.
    """
    tidy = tidied(written)
    digits = "".join(filter(str.isdecimal, tidy))
    if not SHORTEST <= len(digits) <= LONGEST + 3:
        return None
    if tidy.lstrip("(").startswith("+") or digits.startswith("00"):
        return _international(digits.removeprefix("00"))
    readings = (e164(digits if region != "US" else digits[-10:], region) for region in regions if _plausible(tidy, region))
    return next(filter(None, readings), None)


def read_without_plus(written: str) -> str | None:
    """A number that is called one and begins with its country code but no +."""
    digits = re.sub(r"\D", "", written)
    return _international(digits) if len(digits) > _WITH_A_CODE and digits.startswith(tuple(map(str, CODES.values()))) else None
