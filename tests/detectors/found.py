"""What the tests of the detectors share: run all of them on one text, and keep one kind."""

from datetime import date

from detectors.finding import Finding, Kind
from detectors.passage import Passage
from detectors.receiver import NOBODY, Receiver
from detectors.registry import find_all

TODAY = date(2026, 11, 24)


def found(kind: Kind, text: str, language: str = "sv", receiver: Receiver = NOBODY) -> list[Finding]:
    return [one for one in find_all([Passage(text, language=language)], receiver, TODAY) if one.kind is kind]


def values(kind: Kind, text: str, language: str = "sv", receiver: Receiver = NOBODY) -> list[str]:
    return [one.value for one in found(kind, text, language, receiver)]
