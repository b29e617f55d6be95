"""Payment card numbers, and the security codes beside them.

>>> [found.value for found in detect(Passage("Dra det på 4111 1111 1111 1111"))]
['card']

ISO/IEC 7812-1: the first digits name the issuer, the last is a Luhn check digit.
"""

import re
from collections.abc import Iterator

from detectors.blanks import blank, found_in_numbers, holds_a_number
from detectors.finding import Finding
from detectors.luhn import luhn_holds
from detectors.passage import Passage
from detectors.sensitive_finding import sensitive

_CANDIDATE = re.compile(r"(?<![\w+])(?<!\d[-.,/ ])\d(?:[ \u00a0-]?\d){12,18}(?![ \u00a0-]?\d|[.,/]\d|\w)")
_CODE = re.compile(r"\b(?:cvc|cvv)[- ]?2?(?:[- ]?(?:kod(?:en)?|code|nummer))?[ ]?(?:[:=]|är|is)?[ ]?(\d{3,4})(?!\w)", re.IGNORECASE)

# the first and last beginning of an issuer's numbers, how many digits they have
ISSUED: tuple[tuple[str, str, frozenset[int]], ...] = (
    ("4", "4", frozenset({13, 16, 19})),  # Visa
    ("51", "55", frozenset({16})),  # Mastercard
    ("2221", "2720", frozenset({16})),
    ("34", "34", frozenset({15})),  # American Express
    ("37", "37", frozenset({15})),
    ("300", "305", frozenset({14, 16, 19})),  # Diners Club
    ("3095", "3095", frozenset({14, 16, 19})),
    ("36", "36", frozenset({14, 16, 19})),
    ("38", "39", frozenset({14, 16, 19})),
    ("6011", "6011", frozenset({16, 19})),  # Discover
    ("644", "659", frozenset({16, 19})),
    ("3528", "3589", frozenset({16, 19})),  # JCB
    ("5019", "5019", frozenset({16})),  # Dankort
    *((maestro, maestro, frozenset(range(13, 20))) for maestro in ("5018", "5020", "5038", "5893", "6304", "6759", "6761", "6762", "6763")),
    ("62", "62", frozenset({16, 17, 18, 19})),  # UnionPay
)
_AS_PRINTED = frozenset({(4, 4, 4, 4), (4, 6, 5), (4, 6, 4), (4, 4, 4, 4, 3), (4, 4, 4, 1), (6, 13)})
"""How many digits stand together on the cards themselves."""

_BARE_LENGTHS = frozenset({15, 16})  # others are as often an article's or a parcel's number
_NEAR = 60
_CALLED = re.compile(
    r"(?P<card>(?:kort(?:et|s|n(?:umme)?re?t?)?|card|visa|master ?card|amex|american express|maestro|diners|debit)(?!\w))"
    r"|(?P<other>\b(?:ocr|iban|faktura|invoice|order|kund|customer|kolli|paket|spårning|tracking|ref|ärende|arende|ticket|case|imei|iccid|"
    r"sim|serie|serial|ean|gtin|licens|license|konto|account|bankgiro|plusgiro|bg|pg|avtal|contract|artikel|kvitto|receipt|transaktion|"
    r"transaction|diarie|id))",
    re.IGNORECASE,
)
_WITH_EXPIRY = re.compile(
    r"[\s,;/()]{0,4}(?:\b(?:exp|utg|giltig|valid|cvc|cvv|good thru)|(?:0[1-9]|1[0-2]) ?[/-] ?(?:20)?[2-4]\d\b)", re.IGNORECASE
)

# (what it is called, grouped as on a card) → score; the first row that fits counts.
SCORES: tuple[tuple[str | None, bool | None, float, str], ...] = (
    ("card", None, 0.99, "called a payment card; issuer and check digit hold"),
    ("other", None, 0.2, "called something else, though issuer and check digit hold"),
    (None, True, 0.95, "grouped like a payment card; issuer and check digit hold"),
    (None, False, 0.7, "issuer and check digit of a payment card"),
)


def is_card_number(digits: str) -> bool:
    """Whether an issuer can have given out this number."""
    issued = any(len(digits) in lengths and first <= digits[: len(first)] <= last for first, last, lengths in ISSUED)
    return issued and luhn_holds(digits)


def detect(passage: Passage) -> Iterator[Finding]:
    """Every card number that an issuer can have given out, and each security code called one (PCI DSS 3.3)."""
    if holds_a_number(passage.text):
        yield from _numbers(passage, blank(passage.text))
    lowered = passage.text.lower()
    if "cvc" in lowered or "cvv" in lowered:
        for found in _CODE.finditer(blank(passage.text)):
            yield sensitive(passage, "card", found.span(1), 0.95, "called a card's security code")


def _numbers(passage: Passage, text: str) -> Iterator[Finding]:
    for found in found_in_numbers(_CANDIDATE, text):
        if is_card_number(re.sub(r"\D", "", found.group())):
            yield sensitive(passage, "card", found.span(), *_score(text, found))


def _score(text: str, found: re.Match[str]) -> tuple[float, str]:
    groups = tuple(map(len, re.split(r"\D", found.group())))
    called, grouped = _called(text, found.start(), found.end()), groups in _AS_PRINTED
    if called is None and not grouped and (len(groups) > 1 or groups[0] not in _BARE_LENGTHS):
        return 0.2, "a length or grouping that cards seldom have"
    return next((points, reason) for name, printed, points, reason in SCORES if name in (None, called) and printed in (None, grouped))


def _called(text: str, start: int, end: int) -> str | None:
    """What the nearest word before it calls a number, an expiry date behind it being as good as the word for a card."""
    if _WITH_EXPIRY.match(text, end):
        return "card"
    words = list(_CALLED.finditer(text, max(0, start - _NEAR), start))
    return words[-1].lastgroup if words else None
