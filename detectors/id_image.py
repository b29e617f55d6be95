"""What a picture shows: the zone with its check digits decides; else the words that stand on identity documents.

law.md I3, I6.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detectors.id_document import IdDocument, IdFields, IdReading, Verdict
from detectors.id_evidence import Evidence, weigh
from detectors.id_fields import fields_of_text, fields_of_zone, together
from detectors.id_text import TextLine, TextReader
from detectors.mrz import Zone
from detectors.mrz_lines import find_zone

if TYPE_CHECKING:
    from PIL.Image import Image

ZONE_HOLDS, ZONE_IN_PART = 0.99, 0.95
_FEW_LINES = 3  # a picture with fewer is worth no second look
_CLOSER = 0.7  # of the longer side: where all text stands in a smaller part of the picture, that part is looked at by itself
_MARGIN = 2.0  # heights of a line


def read_id_image(pictures: Iterable["Image"], engine: TextReader) -> IdReading:
    """The surest reading of the pictures of one file, with the fields of all that show a document: front and back of a card."""
    best = IdReading(Verdict.OTHER, reason="no_picture")
    for picture in pictures:
        reading = _read(picture, engine)
        if reading.verdict is Verdict.ID_DOCUMENT and best.verdict is Verdict.ID_DOCUMENT:
            first, second = sorted((best, reading), key=lambda one: -one.score)
            best = replace(first, fields=together(first.fields, second.fields))
        elif best.verdict is not Verdict.ID_DOCUMENT:
            best = reading
    return best


def _read(picture: "Image", engine: TextReader) -> IdReading:
    """One picture; a document that is small in it, such as one photographed on a table, is looked at from nearer by."""
    lines = engine.lines(picture)
    seen = _judged(lines)
    if seen.score >= ZONE_HOLDS or len(lines) < _FEW_LINES or not (part := _part_with_text(picture, lines)):
        return seen
    closer = _judged(engine.lines(part))
    return max(closer, seen, key=lambda one: (one.verdict is Verdict.ID_DOCUMENT, one.score))


def _part_with_text(picture: "Image", lines: Sequence[TextLine]) -> "Image | None":
    """The part in which all lines stand; None where that is most of the picture."""
    reach = [(line, line.length / 2 + _MARGIN * line.height) for line in lines]
    left, right = min(line.x - far for line, far in reach), max(line.x + far for line, far in reach)
    top, bottom = min(line.y - far for line, far in reach), max(line.y + far for line, far in reach)
    box = (max(int(left), 0), max(int(top), 0), min(int(right), picture.width), min(int(bottom), picture.height))
    is_small = max(box[2] - box[0], box[3] - box[1]) < _CLOSER * max(picture.size)
    return picture.crop(box) if is_small else None


def _judged(lines: Sequence[TextLine]) -> IdReading:
    evidence = weigh(lines)
    zone = find_zone(lines)
    if zone:
        fields = together(fields_of_zone(zone), fields_of_text(lines))
        score = ZONE_HOLDS if zone.holds else ZONE_IN_PART
        return IdReading(Verdict.ID_DOCUMENT, _kind(zone, evidence), score, f"mrz_{zone.format}", fields)
    if evidence.suffices:
        return IdReading(Verdict.ID_DOCUMENT, evidence.kind, evidence.score, "words", fields_of_text(lines))
    return IdReading(Verdict.OTHER, None, evidence.score, "words" if lines else "no_text", IdFields())


def _kind(zone: Zone, evidence: Evidence) -> IdDocument:
    if zone.code[:1] in ("P", "V"):
        return IdDocument.PASSPORT
    if zone.code[1:2] == "R" or evidence.kind is IdDocument.RESIDENCE_PERMIT:
        return IdDocument.RESIDENCE_PERMIT
    return IdDocument.ID_CARD
