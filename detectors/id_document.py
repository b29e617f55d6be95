"""What was seen in a picture: an identity document, something else, or nothing that could be read."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Verdict(StrEnum):
    """How the reading of a picture ended. `unread` and `unreadable` are for a person to look at, never a silent no."""

    ID_DOCUMENT = "id_document"
    OTHER = "other"
    UNREADABLE = "unreadable"  # broken, too large, or too slow
    UNREAD = "unread"  # no engine is there to read it


class IdDocument(StrEnum):
    """The kinds of identity document that are told apart (law.md I6)."""

    PASSPORT = "passport"
    ID_CARD = "id_card"  # national identity card, Skatteverkets ID card, cards of the EU and EEA
    DRIVING_LICENCE = "driving_licence"
    RESIDENCE_PERMIT = "residence_permit"


@dataclass(frozen=True, slots=True)
class IdFields:
    """What the check of an identity needs and no more: never the number of the document (law.md I3, I6)."""

    name: str = ""
    birth_date: date | None = None
    national_number: str = ""
    expires_on: date | None = None


@dataclass(frozen=True, slots=True)
class IdReading:
    """The outcome for one picture; `reason` is a short key without personal data ("mrz_td3", "words")."""

    verdict: Verdict
    document: IdDocument | None = None
    score: float = 0.0
    reason: str = ""
    fields: IdFields = IdFields()
