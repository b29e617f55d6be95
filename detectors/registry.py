"""All detectors, and the one door to them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date

from detectors import email_address, name, national_number, organisation, organisation_number, phone, postal_address, sensitive
from detectors.finding import Finding
from detectors.overlap import resolve
from detectors.passage import Passage
from detectors.receiver import NOBODY, Receiver

Detector = Callable[[Passage], Iterator[Finding]]

DETECTORS: tuple[Detector, ...] = (
    email_address.detect,
    national_number.detect,
    organisation_number.detect,
    phone.detect,
    postal_address.detect,
    name.detect,
    organisation.detect,
    sensitive.detect,
)


def find_all(passages: Iterable[Passage], receiver: Receiver = NOBODY, today: date | None = None) -> tuple[Finding, ...]:
    """What all detectors find in these passages, one reading for each piece of text, the receiver's own left out."""
    dated = [passage if today is None else replace(passage, today=today) for passage in passages if passage.text]
    found = resolve(finding for passage in dated for detect in DETECTORS for finding in detect(passage))
    return tuple(finding for finding in found if not receiver.owns(finding))
