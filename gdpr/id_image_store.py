"""What the use cases about ID images need of a memory; `storage` implements it."""

from datetime import datetime
from typing import Protocol

from detectors.id_document import IdFields, IdReading
from gdpr.id_image_records import Ending, IdImage, IdSubject, NewIdImage, OpenRequest, Writer


class IdImageGoneError(Exception):
    """The image is not held any more: somebody decided already, or its time was up."""


class IdImages(Protocol):
    """Pictures of identity documents, sealed under a key each, until they are checked."""

    def needing(self, contact_id: int) -> tuple[OpenRequest, ...]:
        """The open requests of one person."""

    def keep(self, image: NewIdImage) -> int:
        """Seal an image; returns its id."""

    def one(self, image_id: int) -> IdImage:
        """What is known of a held image without opening it. Raises IdImageGoneError."""

    def next_waiting(self) -> int | None:
        """The image that has waited longest to be read, None where none waits."""

    def content(self, image_id: int) -> bytes:
        """The bytes of a held image. Raises IdImageGoneError."""

    def fields(self, image_id: int) -> IdFields:
        """What was read in it. Raises IdImageGoneError."""

    def subject(self, image_id: int) -> IdSubject:
        """Whom the image should show, as the profile of the request's person has them. Raises IdImageGoneError."""

    def writer(self, message_id: int) -> Writer:
        """Who wrote a mail."""

    def was_read(self, image_id: int, reading: IdReading) -> None:
        """Keep what was read, sealed under the image's key; from now on a person is waited for. Raises IdImageGoneError."""

    def assign(self, image_id: int, request_id: int) -> None:
        """Bind an image that nobody asked for to a request: it is sealed anew. Raises IdImageGoneError."""

    def end(self, image_id: int, ending: Ending) -> None:
        """Delete the bytes and owe the key; the note stays. Raises IdImageGoneError."""

    def was_opened_by(self, image_id: int, actor: str) -> bool:
        """Whether this person has looked at the image."""

    def of_request(self, request_id: int) -> tuple[int, ...]:
        """The images of a request that are still held."""

    def held_for(self, request_id: int) -> int:
        """How many images of a request are not gone yet: it must not be closed before."""

    def over(self, now: datetime) -> tuple[IdImage, ...]:
        """Every image whose time is up, or whose request is closed."""

    def was_checked(self, message_id: int) -> bool:
        """Whether an image of this mail was checked and deleted, so that no other copy of the mail may keep it."""


class MailboxCopies(Protocol):
    """Mails in the mailbox that hold an image which was deleted here."""

    def owe(self, message_id: int, at: datetime) -> None:
        """Have every copy of the mail looked for, in each mailbox that it came by."""

    def is_tombstone(self, digest: str) -> int | None:
        """The mail whose redacted copy has this digest, None if it is no such copy."""
