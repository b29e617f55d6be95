"""ID images: each sealed under a key of its own, bound to its mail, part and request, until a person has checked it."""

import json
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, delete, exists, insert, or_, select, update

from detectors.id_document import IdDocument, IdFields, IdReading, Verdict
from gdpr.id_image_records import CHECKED_ENDS, Ending, IdImage, IdSubject, ImageEnd, ImageState, NewIdImage, OpenRequest, Writer
from gdpr.id_image_store import IdImageGoneError
from gdpr.records import OPEN_STATUSES
from storage.id_image_tables import id_image_openings, id_images
from storage.id_subjects import subject_of
from storage.key_deletions import KeyDeletions
from storage.keys import Keyring
from storage.tables import key_deletions, messages, requests

PURPOSE = "id_image"
HELD = (ImageState.WAITING, ImageState.HELD)
_IS_OPEN = requests.c.status.in_(sorted(OPEN_STATUSES))


class SqlIdImages:
    """The ID images of one transaction."""

    def __init__(self, connection: Connection, keyring: Keyring, deletions: KeyDeletions) -> None:
        self._connection = connection
        self._keyring = keyring
        self._deletions = deletions

    def needing(self, contact_id: int) -> tuple[OpenRequest, ...]:
        """The open requests of one person."""
        query = select(requests.c.id, requests.c.kind, messages.c.sender_address).join(messages, requests.c.message_id == messages.c.id)
        rows = self._connection.execute(query.where(requests.c.contact_id == contact_id, _IS_OPEN).order_by(requests.c.id))
        return tuple(OpenRequest(*row) for row in rows)

    def keep(self, image: NewIdImage) -> int:
        """Seal an image; returns its id."""
        key_id = self._keyring.create_ahead(PURPOSE)
        row = {
            "message_id": image.message_id,
            "part": image.part,
            "request_id": image.request_id,
            "received_at": image.received_at,
            "kept_at": image.kept_at,
            "delete_after": image.delete_after,
            "state": ImageState.WAITING,
            "key_id": key_id,
            "sealed": self._keyring.seal(key_id, image.content, _binding(image.message_id, image.part, image.request_id)),
        }
        return int(self._connection.execute(insert(id_images).values(row).returning(id_images.c.id)).scalar_one())

    def one(self, image_id: int) -> IdImage:
        """What is known of a held image without opening it. Raises IdImageGoneError."""
        return _image(self._held(image_id))

    def next_waiting(self) -> int | None:
        """The image that has waited longest to be read, None where none waits."""
        query = select(id_images.c.id).where(id_images.c.state == ImageState.WAITING).order_by(id_images.c.id).limit(1)
        return self._connection.execute(query).scalar()

    def content(self, image_id: int) -> bytes:
        """The bytes of a held image. Raises IdImageGoneError."""
        row = self._held(image_id)
        return self._keyring.open(row.sealed, _bound(row))

    def fields(self, image_id: int) -> IdFields:
        """What was read in it. Raises IdImageGoneError."""
        row = self._held(image_id)
        return IdFields() if row.fields is None else _fields(self._keyring.open(row.fields, _bound(row)))

    def subject(self, image_id: int) -> IdSubject:
        """Whom the image should show, as the profile of the request's person has them. Raises IdImageGoneError."""
        row = self._held(image_id)
        return subject_of(self._connection, self._keyring, row.message_id, row.request_id)

    def writer(self, message_id: int) -> Writer:
        """Who wrote a mail."""
        columns = (messages.c.contact_id, messages.c.sender_address, messages.c.language, messages.c.authenticated)
        return Writer(*self._connection.execute(select(*columns).where(messages.c.id == message_id)).one())

    def was_read(self, image_id: int, reading: IdReading) -> None:
        """Keep what was read, sealed under the image's key; from now on a person is waited for. Raises IdImageGoneError."""
        row = self._held(image_id)
        self._change(
            image_id,
            state=ImageState.HELD,
            verdict=reading.verdict,
            document=reading.document,
            score=reading.score,
            reading=reading.reason,
            fields=self._keyring.seal(row.key_id, _as_bytes(reading.fields), _bound(row)),
        )

    def assign(self, image_id: int, request_id: int) -> None:
        """Bind an image that nobody asked for to a request: it is sealed anew. Raises IdImageGoneError."""
        row = self._held(image_id)
        binding = _binding(row.message_id, row.part, request_id)
        anew = {
            name: self._keyring.seal(row.key_id, self._keyring.open(sealed, _bound(row)), binding)
            for name, sealed in (("sealed", row.sealed), ("fields", row.fields))
            if sealed is not None
        }
        self._change(image_id, request_id=request_id, delete_after=None, **anew)

    def end(self, image_id: int, ending: Ending) -> None:
        """Delete the bytes and owe the key; the note stays. Raises IdImageGoneError."""
        self._deletions.owe(self._held(image_id).key_id)
        self._connection.execute(delete(id_image_openings).where(id_image_openings.c.image_id == image_id))
        self._change(
            image_id,
            state=ImageState.DELETING,
            sealed=None,
            fields=None,
            end=ending.end,
            end_reason=ending.reason,
            matched=list(ending.matched),
            despite=list(ending.despite),
            decided_by=ending.by,
            decided_at=ending.at,
        )

    def was_opened_by(self, image_id: int, actor: str) -> bool:
        """Whether this person has looked at the image."""
        opened = (id_image_openings.c.image_id == image_id, id_image_openings.c.actor == actor)
        return bool(self._connection.execute(select(exists().where(*opened))).scalar())

    def of_request(self, request_id: int) -> tuple[int, ...]:
        """The images of a request that are still held."""
        query = select(id_images.c.id).where(id_images.c.request_id == request_id, id_images.c.state.in_(HELD))
        return tuple(self._connection.execute(query).scalars())

    def held_for(self, request_id: int) -> int:
        """How many images of a request are not gone yet: it must not be closed before."""
        not_gone = (id_images.c.request_id == request_id, id_images.c.state != ImageState.DELETED)
        return len(self._connection.execute(select(id_images.c.id).where(*not_gone)).all())

    def over(self, now: datetime) -> tuple[IdImage, ...]:
        """Every image whose time is up, or whose request is closed."""
        return tuple(_image(row) for row in self._connection.execute(select(id_images).where(is_over(now)).order_by(id_images.c.id)))

    def was_checked(self, message_id: int) -> bool:
        """Whether an image of this mail was checked and deleted, so that no other copy of the mail may keep it."""
        return bool(self._connection.execute(select(exists().where(id_images.c.message_id == message_id, must_leave()))).scalar())

    def conclude(self, now: datetime) -> tuple[int, ...]:
        """Note of every image whose key is destroyed when it was gone; returns their ids."""
        key_owed = exists().where(key_deletions.c.key_id == id_images.c.key_id)
        decided = update(id_images).where(id_images.c.state == ImageState.DELETING, ~key_owed)
        done = decided.values(state=ImageState.DELETED, key_id=None, deleted_at=now).returning(id_images.c.id)
        return tuple(self._connection.execute(done).scalars())

    def _held(self, image_id: int) -> Row[Any]:
        query = select(id_images).where(id_images.c.id == image_id, id_images.c.state.in_(HELD)).with_for_update()
        row = self._connection.execute(query).one_or_none()
        if row is None:
            raise IdImageGoneError(f"No ID image is held under number {image_id}.")
        return row

    def _change(self, image_id: int, **values: object) -> None:
        self._connection.execute(update(id_images).where(id_images.c.id == image_id).values(**values))


def is_over(now: datetime) -> ColumnElement[bool]:
    """Whether an image is held longer than its rule allows: its time is up, or its request is closed (I3)."""
    closed = exists().where(requests.c.id == id_images.c.request_id, ~_IS_OPEN)
    return and_(id_images.c.state.in_(HELD), or_(id_images.c.delete_after <= now, closed))


def must_leave() -> ColumnElement[bool]:
    """Whether an image that was deleted here must leave the mailbox too: somebody or something said that it is an ID image."""
    said = or_(id_images.c.end.in_(sorted(CHECKED_ENDS)), id_images.c.verdict == Verdict.ID_DOCUMENT)
    return and_(id_images.c.end.is_not(None), id_images.c.end != ImageEnd.NO_ID, said)


def _image(row: Row[Any]) -> IdImage:
    return IdImage(
        id=row.id,
        message_id=row.message_id,
        part=row.part,
        request_id=row.request_id,
        received_at=row.received_at,
        state=ImageState(row.state),
        verdict=Verdict(row.verdict) if row.verdict else None,
        document=IdDocument(row.document) if row.document else None,
        delete_after=row.delete_after,
    )


def _bound(row: Row[Any]) -> bytes:
    return _binding(row.message_id, row.part, row.request_id)


def _binding(message_id: int, part: str, request_id: int | None) -> bytes:
    return f"|mail/{message_id}|part/{part}|request/{request_id or 0}".encode("utf-8", "surrogatepass")


def _as_bytes(fields: IdFields) -> bytes:
    days = (day.isoformat() if day else "" for day in (fields.birth_date, fields.expires_on))
    return json.dumps([fields.name, *days, fields.national_number]).encode()


def _fields(content: bytes) -> IdFields:
    name, born, expires, number = json.loads(content)
    return IdFields(name, _day(born), number, _day(expires))


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
