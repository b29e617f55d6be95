"""The rules for an ID image: what it is for, how long it is held, and what a check compares. All pure."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from detectors.id_document import IdDocument, IdFields
from gdpr.id_image_records import IdSubject, OpenRequest
from gdpr.requests import ROUTE, RequestKind

# Residence permits prove a right to stay; they are no identity document in the list of I6.
ACCEPTED_DOCUMENTS = frozenset({IdDocument.PASSPORT, IdDocument.ID_CARD, IdDocument.DRIVING_LICENCE})
_LETTERS_OF_THEIR_OWN = str.maketrans({"ø": "o", "æ": "ae", "đ": "d", "ł": "l", "ß": "ss", "þ": "th", "ð": "d"})
# ICAO 9303-3 §6
_AS_IN_A_PASSPORT = str.maketrans({"å": "aa", "ä": "ae", "ö": "oe", "ø": "oe", "æ": "ae", "ü": "ue", "ß": "ss", "þ": "th"})


class Result(StrEnum):
    """How one comparison ended; `unknown` is for a person to look at, never a silent yes."""

    MATCH = "match"
    MISMATCH = "mismatch"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class FieldCheck:
    """One comparison; `reason` is a short key without personal data."""

    name: str
    result: Result
    reason: str


def request_for(requests: Iterable[OpenRequest]) -> OpenRequest | None:
    """The open request that an image of this person is for: that which needs the surest identity, the earliest of equals (I5)."""
    needing = [request for request in requests if _identity_level(request) > 0]
    return min(needing, key=lambda request: (-_identity_level(request), request.id), default=None)


def _identity_level(request: OpenRequest) -> int:
    return ROUTE[RequestKind(request.kind)].identity


def delete_after(kept_at: datetime, unasked_hours: int, *, asked_for: bool) -> datetime | None:
    """The last instant at which an image may be held: a day if nobody asked for it; None while its request is open (Policy §7; I3)."""
    return None if asked_for else kept_at + timedelta(hours=unasked_hours)


def compare(fields: IdFields, subject: IdSubject, received_day: date, document: IdDocument | None) -> tuple[FieldCheck, ...]:
    """What was read beside what is on file, field by field, with a reason for each that does not agree (I6)."""
    checks = (
        _document_check(document),
        _name_check(fields.name, subject.names),
        _birth_check(fields.birth_date, subject.birth_date),
        _expiry_check(fields.expires_on, received_day),
        _sender_check(subject),
    )
    return (*checks, _number_check(fields.national_number, subject.national_number)) if subject.national_number else checks


def agreeing(checks: Iterable[FieldCheck]) -> tuple[str, ...]:
    """The names of the fields that agree."""
    return tuple(check.name for check in checks if check.result is Result.MATCH)


def in_doubt(checks: Iterable[FieldCheck]) -> tuple[str, ...]:
    """The names of the fields that do not agree, or could not be compared."""
    return tuple(check.name for check in checks if check.result is not Result.MATCH)


def _document_check(document: IdDocument | None) -> FieldCheck:
    if document is None:
        return FieldCheck("document", Result.UNKNOWN, "not_recognised")
    if document not in ACCEPTED_DOCUMENTS:
        return FieldCheck("document", Result.MISMATCH, "not_accepted")
    return FieldCheck("document", Result.MATCH, "accepted")


def _name_check(read: str, on_file: Sequence[str]) -> FieldCheck:
    if not read.strip():
        return FieldCheck("name", Result.UNKNOWN, "not_read")
    if not any(name.strip() for name in on_file):
        return FieldCheck("name", Result.UNKNOWN, "not_on_file")
    if any(same_name(read, name) for name in on_file):
        return FieldCheck("name", Result.MATCH, "same")
    return FieldCheck("name", Result.MISMATCH, "another_name")


def same_name(read: str, on_file: str) -> bool:
    """Whether every name on file stands in the document, whatever case, accents and order; one name alone proves nothing (I6).

    A document may hold more names than the profile. In a machine-readable zone å is AA, ä AE and ö OE.
    """
    names = _tokens(on_file)
    read_names = _tokens(read)
    seen = {form for token in read_names for form in _forms(token)}
    return len(names) > 1 and len(read_names) > 1 and all(seen & _forms(name) for name in names)


def _tokens(name: str) -> list[str]:
    lower = unicodedata.normalize("NFC", name).lower()
    return "".join(letter if letter.isalpha() else " " for letter in lower.replace("'", "").replace("’", "")).split()


def _forms(token: str) -> set[str]:
    """The token without accents, and as a passport spells it."""
    return {_without_accents(token.translate(table)) for table in (_LETTERS_OF_THEIR_OWN, _AS_IN_A_PASSPORT)}


def _without_accents(token: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFD", token) if not unicodedata.combining(letter))


def _birth_check(read: date | None, on_file: date | None) -> FieldCheck:
    if read is None or on_file is None:
        return FieldCheck("birth_date", Result.UNKNOWN, "not_read" if read is None else "not_on_file")
    same = read == on_file
    return FieldCheck("birth_date", Result.MATCH if same else Result.MISMATCH, "same" if same else "another_day")


def _expiry_check(expires_on: date | None, received_day: date) -> FieldCheck:
    if expires_on is None:
        return FieldCheck("valid", Result.UNKNOWN, "not_read")
    valid = expires_on >= received_day
    return FieldCheck("valid", Result.MATCH if valid else Result.MISMATCH, "valid" if valid else "expired")


def _number_check(read: str, on_file: str) -> FieldCheck:
    if not read:
        return FieldCheck("national_number", Result.UNKNOWN, "not_read")
    same = _digits(read)[-10:] == _digits(on_file)[-10:]
    return FieldCheck("national_number", Result.MATCH if same else Result.MISMATCH, "same" if same else "another_number")


def _digits(number: str) -> str:
    return "".join(digit for digit in number if digit.isdecimal())


def _sender_check(subject: IdSubject) -> FieldCheck:
    """An image alone proves the possession of an image: it must have come the way the request came, and that way must be sure (I6)."""
    if subject.request_sender and subject.image_sender != subject.request_sender:
        return FieldCheck("sender", Result.MISMATCH, "another_address")
    if not subject.image_authenticated:
        return FieldCheck("sender", Result.UNKNOWN, "sender_not_checked")
    return FieldCheck("sender", Result.MATCH, "same_address")


def birth_date_of(national_number: str) -> date | None:
    """The birth date in a national number of twelve digits, masked or not; None where there is none (lag 1991:481 §18)."""
    digits = "".join(digit for digit in national_number[:8] if digit.isdecimal())
    if len(digits) < len("YYYYMMDD"):
        return None
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:8])
    try:
        return date(year, month, day - 60 if day > 60 else day)  # a coordination number adds 60
    except ValueError:
        return None
