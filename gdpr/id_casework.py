"""The use cases about ID images: kept on arrival, read, checked by a person, deleted; each inside one transaction."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from detectors.id_document import IdReading, Verdict
from gdpr.filing import Filing
from gdpr.id_image_records import CHECKED_ENDS, Ending, IdImage, ImageEnd, NewIdImage
from gdpr.id_images import FieldCheck, agreeing, compare, delete_after, in_doubt, request_for
from gdpr.local_time import local_day
from gdpr.policy import Policy
from gdpr.store import Transaction

SYSTEM = "system"


class Rejection(StrEnum):
    """Why an image is not accepted; named, so that no free text can hold personal data."""

    SOMEBODY_ELSE = "somebody_else"
    EXPIRED = "expired"
    NOT_ACCEPTED = "not_accepted"
    NOT_READABLE = "not_readable"
    LOOKS_CHANGED = "looks_changed"
    NO_ID = "no_id"


class Assurance(StrEnum):
    """What makes a person accept an image although not every field agrees; named for the same reason."""

    FORMER_NAME = "former_name"
    SPELLING = "spelling"
    MASKED = "masked"
    READ_BY_EYE = "read_by_eye"
    CONFIRMED_ON_FILE = "confirmed_on_file"  # asked back over a channel that was on file before


class Refusal(StrEnum):
    """Why a decision about an image does not stand."""

    NOT_OPENED = "Open the image before you decide about it."
    NO_REQUEST = "Nobody asked for this image: choose the request that it is for first."
    PROTECTED = "This person's identity is protected: an image alone proves nothing, use a strong electronic ID."
    IN_DOUBT = "Not every field agrees: say what makes you sure, or reject the image."


class IdCheckRefusedError(Exception):
    """A decision about an image that does not stand; its sentence says what to do."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.value)
        self.refusal = refusal


def keep_images(tx: Transaction, filing: Filing, message_id: int, contact_id: int, policy: Policy, now: datetime) -> None:
    """Seal each picture of the mail that may be an ID image, for the request that it is for, or for a day (Policy §7; I3)."""
    request = request_for(tx.id_images.needing(contact_id))
    until = delete_after(now, policy.identity.unasked_image_hours, asked_for=request is not None)
    for picture in filing.read.id_candidates:
        image = NewIdImage(message_id, picture.part, picture.content, request.id if request else None, filing.read.received_at, now, until)
        image_id = tx.id_images.keep(image)
        tx.audit.write("id_image:kept", _subject(image_id), SYSTEM, now, mail=message_id)


def meet_again(tx: Transaction, message_id: int | None, now: datetime) -> None:
    """Have a mail that was delivered again lose its image too: of one that was checked no copy may stay (Policy §7)."""
    if message_id is not None and tx.id_images.was_checked(message_id):
        tx.mailbox_copies.owe(message_id, now)


def record_reading(tx: Transaction, image_id: int, reading: IdReading, now: datetime) -> None:
    """Keep what was read for the person who checks; a picture that shows no identity document is deleted at once."""
    tx.audit.write("id_image:read", _subject(image_id), SYSTEM, now, verdict=reading.verdict)
    if reading.verdict is Verdict.OTHER:
        end(tx, image_id, Ending(ImageEnd.NO_ID, SYSTEM, now))
    else:
        tx.id_images.was_read(image_id, reading)


def checks_of(tx: Transaction, image_id: int) -> tuple[FieldCheck, ...]:
    """What was read in an image beside what the profile says (I6). Raises IdImageGoneError."""
    image = tx.id_images.one(image_id)
    return compare(tx.id_images.fields(image_id), tx.id_images.subject(image_id), local_day(image.received_at), image.document)


def accept(tx: Transaction, image_id: int, actor: str, now: datetime, assurances: Sequence[Assurance] = ()) -> IdImage:
    """Take the identity as shown, and delete the image; what did not agree needs a reason, and is on record (I3, I6; S2).

    Raises IdCheckRefusedError, and IdImageGoneError where somebody was quicker.
    """
    image, checks = _seen(tx, image_id, actor), checks_of(tx, image_id)
    if image.request_id is None:
        raise IdCheckRefusedError(Refusal.NO_REQUEST)
    if tx.id_images.subject(image_id).protected:
        raise IdCheckRefusedError(Refusal.PROTECTED)
    doubts = in_doubt(checks)
    if doubts and not assurances:
        raise IdCheckRefusedError(Refusal.IN_DOUBT)
    reason = ",".join(assurances) if doubts else ""
    end(tx, image_id, Ending(ImageEnd.ACCEPTED, actor, now, reason, agreeing(checks), doubts))
    return image


def reject(tx: Transaction, image_id: int, reason: Rejection, actor: str, now: datetime) -> None:
    """Do not take the identity as shown, and delete the image (I3). Raises IdCheckRefusedError and IdImageGoneError."""
    _seen(tx, image_id, actor)
    kind = ImageEnd.NO_ID if reason is Rejection.NO_ID else ImageEnd.REJECTED
    end(tx, image_id, Ending(kind, actor, now, reason, agreeing(checks_of(tx, image_id))))


def ask_again(tx: Transaction, image_id: int, reason: Rejection, actor: str, now: datetime) -> None:
    """Delete the image and have the person asked for a better one (I3). Raises IdCheckRefusedError and IdImageGoneError."""
    _seen(tx, image_id, actor)
    end(tx, image_id, Ending(ImageEnd.ASKED_AGAIN, actor, now, reason, agreeing(checks_of(tx, image_id))))


def assign(tx: Transaction, image_id: int, request_id: int, actor: str, now: datetime) -> None:
    """Use an image that nobody asked for for a request after all; a person decides that. Raises IdImageGoneError."""
    tx.id_images.assign(image_id, request_id)
    tx.audit.write("id_image:assigned", _subject(image_id), actor, now, request=request_id)


def delete_for_request(tx: Transaction, request_id: int, now: datetime) -> int:
    """Delete what is left of a request's images, at the latest when it ends (Policy §7; I3); returns how many."""
    left = tx.id_images.of_request(request_id)
    for image_id in left:
        end(tx, image_id, Ending(ImageEnd.REQUEST_OVER, SYSTEM, now))
    return len(left)


def delete_overdue(tx: Transaction, now: datetime) -> tuple[IdImage, ...]:
    """Delete every image whose time is up or whose request is closed, and say which (Policy §7; I3)."""
    over = tx.id_images.over(now)
    for image in over:
        end(tx, image.id, Ending(ImageEnd.REQUEST_OVER if image.request_id else ImageEnd.UNASKED, SYSTEM, now))
    return over


def end(tx: Transaction, image_id: int, ending: Ending) -> None:
    """Delete an image here, and have its copies in the mailbox deleted if it is an ID image."""
    image = tx.id_images.one(image_id)
    tx.id_images.end(image_id, ending)
    details = {"reason": ending.reason, "agreed": ",".join(ending.matched)}
    tx.audit.write(f"id_image:{ending.end}", _subject(image_id), ending.by, ending.at, **details)
    if ending.end in CHECKED_ENDS or (image.verdict is Verdict.ID_DOCUMENT and ending.end is not ImageEnd.NO_ID):
        tx.mailbox_copies.owe(image.message_id, ending.at)


def _seen(tx: Transaction, image_id: int, actor: str) -> IdImage:
    """The image, which nobody decides about without a look at it."""
    image = tx.id_images.one(image_id)
    if not tx.id_images.was_opened_by(image_id, actor):
        raise IdCheckRefusedError(Refusal.NOT_OPENED)
    return image


def _subject(image_id: int) -> str:
    return f"id_image/{image_id}"
