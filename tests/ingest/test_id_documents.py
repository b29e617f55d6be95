"""A sample of drawings, read by a real process: documents in many poses are told, other papers and cards are not.

The whole set, with the collections and the peers beside it, is measured by `python -m bench.id_images`.
"""

from collections.abc import Iterator

import pytest

from detectors.id_document import IdDocument, Verdict
from ingest.image_reader import ImageReader
from ingest.image_worker import reading_of
from ingest.text_tesseract import TesseractText, is_installed
from tests.drawings.files import Drawn, identity_documents, other_things
from tests.drawings.sheet import OCR_B, SANS

SHOWN = (
    "passport, tilted 8", "passport, turned 180", "passport, jpeg 30", "identity card, turned 90", "identity card, grey",
    "back of an identity card, in perspective", "identity card, masked", "driving licence, on a table", "driving licence, blurred",
    "scan of both sides, UMEÅ",
)  # fmt: skip
NOT_SHOWN = (
    "letter that speaks of licences, plain", "invoice, plain", "power of attorney, plain",
    "curriculum vitae, plain", "certificate of registration, plain", "gym card, tilted 8", "library card, plain",
    "bank card, jpeg 30", "screenshot of a mailbox, plain",
    "timetable of a gym, plain", "landscape, plain",
)  # fmt: skip


@pytest.fixture(scope="module")
def reader() -> Iterator[ImageReader]:
    if not (OCR_B.exists() and SANS.exists()):
        pytest.skip("fonts-ocr-b or fonts-dejavu-core is not installed")
    with ImageReader() as running:
        yield running


def drawing(name: str) -> Drawn:
    return next(drawn for drawn in (*identity_documents(only=name), *other_things(only=name)))


@pytest.mark.parametrize("name", SHOWN)
def test_an_identity_document_is_told_in_any_pose(reader: ImageReader, name: str) -> None:
    drawn = drawing(name)
    reading = reader.read(drawn.content)
    assert (reading.verdict, reading.document) == (Verdict.ID_DOCUMENT, drawn.document), reading.score


@pytest.mark.parametrize("name", NOT_SHOWN)
def test_other_papers_cards_and_pictures_are_not(reader: ImageReader, name: str) -> None:
    reading = reader.read(drawing(name).content)
    assert reading.verdict is Verdict.OTHER, reading.score


def test_the_second_engine_reads_a_passport_too() -> None:
    if not (is_installed() and OCR_B.exists() and SANS.exists()):
        pytest.skip("tesseract-ocr-swe is not installed")
    reading = reading_of(drawing("passport, turned 180").content, TesseractText())
    assert (reading.verdict, reading.document) == (Verdict.ID_DOCUMENT, IdDocument.PASSPORT)
