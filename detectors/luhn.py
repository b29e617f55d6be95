"""The check digit of Swedish national and organisation numbers."""

_DOUBLED = (0, 2, 4, 6, 8, 1, 3, 5, 7, 9)


def luhn_holds(digits: str) -> bool:
    """Whether the last digit is the modulus-10 check digit of the others (Skatteverket SKV 704).

    >>> luhn_holds("8507099805"), luhn_holds("8507099806")
    (True, False)
    """
    total = 0
    for place, digit in enumerate(reversed(digits)):
        total += _DOUBLED[int(digit)] if place % 2 else int(digit)
    return total % 10 == 0
