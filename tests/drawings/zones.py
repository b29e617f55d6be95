"""Machine-readable zones with valid check digits, written apart from the reader that they test (ICAO 9303-3 §4.9, §6)."""

from datetime import date
from itertools import cycle

from tests.drawings.people import Person

LETTERS = str.maketrans({"Å": "AA", "Ä": "AE", "Ö": "OE", "Ø": "OE", "Ü": "UE", "É": "E", " ": "<", "-": "<"})


def passport(person: Person) -> list[str]:
    """Two rows of 44, the national number in the optional field as in a Swedish passport."""
    number, born, expires = _checked(person.document_number.ljust(9, "<")), _checked(_day(person.born)), _checked(_day(person.expires_on))
    optional = _checked(person.national_number.replace("-", "").ljust(14, "<"))
    return [
        f"P<SWE{_names(person)}".ljust(44, "<"),
        f"{number}SWE{born}{person.sex}{expires}{optional}" + _digit(number + born + expires + optional),
    ]


def card(person: Person) -> list[str]:
    """Three rows of 30, as on the back of a Swedish national identity card."""
    first = f"I<SWE{_checked(person.document_number.ljust(9, '<'))}{person.national_number.replace('-', '')}".ljust(30, "<")
    born, expires = _checked(_day(person.born)), _checked(_day(person.expires_on))
    composite = _digit(first[5:] + born + expires + "<" * 11)
    return [first, f"{born}{person.sex}{expires}SWE{'<' * 11}{composite}", _names(person).ljust(30, "<")]


def _names(person: Person) -> str:
    return f"{person.surname.translate(LETTERS)}<<{person.given_names.translate(LETTERS)}"


def _day(day: date) -> str:
    return f"{day:%y%m%d}"


def _checked(field: str) -> str:
    return field + _digit(field)


def _digit(field: str) -> str:
    values = (0 if letter == "<" else int(letter, 36) for letter in field)
    return str(sum(value * weight for value, weight in zip(values, cycle((7, 3, 1)), strict=False)) % 10)
