"""What people should not have sent in a mail: card numbers, passwords and keys, health and the other special categories.

>>> [found.value for found in detect(Passage("Kort 4111 1111 1111 1111, lösenord: Sommar2031"))]
['card', 'password']

The value is the name of the kind alone: what was sent is nobody's fact, and is starred out wherever it is kept or shown.
"""

from collections.abc import Callable, Iterator

from detectors import access_key, password, payment_card, special_category
from detectors.finding import Finding
from detectors.passage import Passage

KINDS: tuple[Callable[[Passage], Iterator[Finding]], ...] = (
    payment_card.detect,
    password.detect,
    access_key.detect,
    special_category.detect,
)


def detect(passage: Passage) -> Iterator[Finding]:
    """Everything sensitive; each span is the secret alone, so that the mail is understood without it (GDPR Art. 5(1)(c))."""
    for detect_kind in KINDS:
        yield from detect_kind(passage)
