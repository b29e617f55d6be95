"""What is remembered of an ID image: while it is held, and the note that stays when it is gone (law.md I3)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from detectors.id_document import IdDocument, Verdict


class ImageState(StrEnum):
    """How far an image is on its way to being deleted."""

    WAITING = "waiting"  # nobody has read it yet
    HELD = "held"  # a person is to look at it
    DELETING = "deleting"  # decided: its bytes are gone from the table, its key is owed
    DELETED = "deleted"  # key destroyed, logs emptied


class ImageEnd(StrEnum):
    """Why an image was deleted."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    ASKED_AGAIN = "asked_again"
    NO_ID = "no_id"  # it shows no identity document
    UNASKED = "unasked"  # nobody asked for it, and its time was up
    REQUEST_OVER = "request_over"


class OpeningPurpose(StrEnum):
    """Why an image is looked at; one of a few words, so that the record holds no personal data (B3)."""

    CHECK = "identity"
    SECOND_LOOK = "second_look"
    SORT = "sort_out"  # what it shows, and whom it concerns


# The ends after which the mail itself must lose the image too: somebody or something said that it is one.
CHECKED_ENDS = frozenset({ImageEnd.ACCEPTED, ImageEnd.REJECTED, ImageEnd.ASKED_AGAIN})


@dataclass(frozen=True, slots=True)
class NewIdImage:
    """An image on its way to the store, which seals it under a key of its own."""

    message_id: int
    part: str
    content: bytes
    request_id: int | None
    received_at: datetime
    kept_at: datetime
    delete_after: datetime | None


@dataclass(frozen=True, slots=True)
class IdImage:
    """An image without its bytes. `score` and `reason` are those of its reading."""

    id: int
    message_id: int
    part: str
    request_id: int | None
    received_at: datetime
    state: ImageState
    verdict: Verdict | None
    document: IdDocument | None
    delete_after: datetime | None


@dataclass(frozen=True, slots=True)
class Ending:
    """The note that stays: what was decided, why, by whom and when, and which fields agreed; no value of any field."""

    end: ImageEnd
    by: str
    at: datetime
    reason: str = ""
    matched: tuple[str, ...] = ()
    despite: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenRequest:
    """An open request of one person, as far as the choice of what an image is for needs it."""

    id: int
    kind: str
    sender_address: str


@dataclass(frozen=True, slots=True)
class IdSubject:
    """The person whom an image should show, as the profile knows them, and the mails that the image and the request came in."""

    names: tuple[str, ...]
    birth_date: date | None
    national_number: str
    protected: bool
    image_sender: str
    image_authenticated: bool
    request_sender: str


@dataclass(frozen=True, slots=True)
class Writer:
    """Who wrote the mail that an image came in, as far as a letter to them needs it."""

    contact_id: int | None
    address: str
    language: str
    authenticated: bool
