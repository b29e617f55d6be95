"""What a picture shows: the zone with its check digits decides; else the words that stand on identity documents.

law.md I3, I6.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detectors.id_document import IdDocument, IdFields, IdReading, Verdict
from detectors.id_evidence import Evidence, weigh
from detectors.id_fields import fields_of_text, fields_of_zone, together
from detectors.id_text import TextLine, TextReader
from detectors.mrz import Zone
from detectors.mrz_lines import find_zone, zone_rows

if TYPE_CHECKING:
    from PIL.Image import Image

FIRST_SIDE = 960  # pixels: as fast as recall allows
ZONE_HOLDS, ZONE_IN_PART = 0.99, 0.95
_FEW_WORDS = 3  # lines: a picture with fewer is worth no second look


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
    """One picture: as it is, then turned, until something is seen in it."""
    reading = IdReading(Verdict.OTHER, reason="no_text")
    for turned, lines in _views(picture, engine):
        seen = _judged(lines)
        if seen.verdict is Verdict.ID_DOCUMENT:
            return _with_zone(seen, turned, lines, engine)
        reading = max(reading, seen, key=lambda one: one.score)
    return reading


def _views(picture: "Image", engine: TextReader) -> Iterator[tuple["Image", Sequence[TextLine]]]:
    for turn in (0, *engine.turns):
        turned = picture.rotate(turn, expand=True) if turn else picture
        lines = engine.lines(_smaller(turned))
        yield turned, lines
        if len(lines) < _FEW_WORDS and not turn and engine.turns == (180,):
            return


def _smaller(picture: "Image", side: int = FIRST_SIDE) -> "Image":
    smaller = picture.copy()
    smaller.thumbnail((side, side))
    return smaller


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


def _with_zone(seen: IdReading, picture: "Image", lines: Sequence[TextLine], engine: TextReader) -> IdReading:
    """The same reading, from a closer look where the zone was too small for its check digits."""
    if seen.score >= ZONE_HOLDS or not zone_rows(lines) or max(picture.size) <= FIRST_SIDE:
        return seen
    closer = _judged(engine.lines(picture))
    return replace(closer, fields=together(closer.fields, seen.fields)) if closer.score >= max(seen.score, ZONE_IN_PART) else seen
