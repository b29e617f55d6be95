"""The drawings as files, as they come in mails."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from PIL.Image import Image

from detectors.id_document import IdDocument
from tests.drawings.id_documents import DOCUMENTS, identity_card, identity_card_back
from tests.drawings.others import OTHERS
from tests.drawings.people import PEOPLE, Person
from tests.drawings.poses import POSES, Pose

ZONED = frozenset({"passport", "back of an identity card"})
PLAINLY = ("plain", "tilted 8", "jpeg 30", "on a table")


@dataclass(frozen=True, slots=True)
class Drawn:
    """One file with what it shows; `document` is None where it shows no identity document."""

    name: str
    content: bytes
    document: IdDocument | None = None
    person: Person | None = None
    has_zone: bool = False


def identity_documents(only: str = "") -> Iterator[Drawn]:
    """Each document in each pose, another person each time; scans in a PDF too. `only` names the one that is wanted."""
    for i, (title, document, draw) in enumerate(DOCUMENTS):
        for j, (pose_name, pose) in enumerate(POSES):
            person, name = PEOPLE[(i + j) % len(PEOPLE)], f"{title}, {pose_name}"
            if only in ("", name):
                yield Drawn(name, as_file(posed(draw(person), pose, name)), document, person, title in ZONED)
    for person in PEOPLE[:3]:
        name = f"scan of both sides, {person.place}"
        if only in ("", name):
            both = scanned(identity_card(person), identity_card_back(person))
            yield Drawn(name, both, IdDocument.ID_CARD, person, has_zone=True)


def other_things(only: str = "") -> Iterator[Drawn]:
    """What is no identity document, each in a few poses. `only` names the one that is wanted."""
    poses = dict(POSES)
    for title, draw in OTHERS:
        for pose_name in PLAINLY:
            name = f"{title}, {pose_name}"
            if only in ("", name):
                yield Drawn(name, as_file(posed(draw(), poses[pose_name], name)))


def posed(picture: Image, pose: Pose, seed: str) -> Image:
    """The drawing in a pose; the seed makes chance the same each time."""
    return pose(picture, random.Random(seed))


def as_file(picture: Image) -> bytes:
    """A JPEG, as phones make them."""
    octets = BytesIO()
    picture.save(octets, "JPEG", quality=88)
    return octets.getvalue()


def scanned(*sides: Image) -> bytes:
    """A PDF with one page of A4 at 150 dots an inch, cards in their true size on it."""
    from PIL import Image as Images

    page = Images.new("RGB", (1240, 1754), "white")
    for number, side in enumerate(sides):
        page.paste(side.resize((680, 430)), (180, 200 + number * 560))
    octets = BytesIO()
    page.save(octets, "PDF", resolution=150)
    return octets.getvalue()
