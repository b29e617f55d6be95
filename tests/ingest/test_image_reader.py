"""The process that reads pictures: documents are told, bombs and broken files end in an outcome, and nothing takes it down."""

import os
import signal
import time
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from PIL import Image

from detectors.id_document import IdDocument, Verdict
from ingest import image_reader
from ingest.image_reader import ImageReader, Limits
from ingest.image_worker import READY, reading_of
from tests.drawings.files import as_file
from tests.drawings.id_documents import driving_licence, passport_page
from tests.drawings.people import PEOPLE
from tests.drawings.sheet import OCR_B, SANS

CORPORA = Path(os.environ.get("OMBUD_CORPORA", Path(__file__).parents[2].parent / "shared"))
HEIF = CORPORA / "corpora/images/img-heif"
MEMORY = 700_000_000
SUFFIXES = (".heic", ".heif", ".hif", ".avif")


@pytest.fixture(scope="module")
def reader() -> Iterator[ImageReader]:
    with ImageReader() as running:
        yield running


@pytest.fixture
def passport() -> bytes:
    if not (OCR_B.exists() and SANS.exists()):
        pytest.skip("fonts-ocr-b or fonts-dejavu-core is not installed")
    return as_file(passport_page(PEOPLE[0]))


def chunk(kind: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4) + kind + data + zlib.crc32(kind + data).to_bytes(4)


def png_bomb(side: int) -> bytes:
    """A few kilobytes that are said to be, and are, a picture of side × side black dots."""
    packer = zlib.compressobj(9)
    rows = b"".join(packer.compress(bytes(side // 8 + 1) * 100) for _ in range(side // 100)) + packer.flush()
    header = side.to_bytes(4) * 2 + bytes([1, 0, 0, 0, 0])
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def saved(picture: Image.Image, kind: str) -> bytes:
    octets = BytesIO()
    picture.save(octets, kind)
    return octets.getvalue()


def peak(reader: ImageReader) -> int:
    status = Path(f"/proc/{reader.pid}/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) * 1024


def test_a_passport_is_read_with_all_that_the_check_needs(reader: ImageReader, passport: bytes) -> None:
    reading = reader.read(passport)
    assert (reading.verdict, reading.document, reading.reason) == (Verdict.ID_DOCUMENT, IdDocument.PASSPORT, "mrz_td3")
    person = PEOPLE[0]
    assert (reading.fields.national_number, reading.fields.birth_date) == (person.national_number, person.born)
    assert reading.fields.expires_on == person.expires_on
    assert person.document_number not in repr(reading)
    assert peak(reader) < MEMORY


GIF_20000 = b"GIF89a" + (20_000).to_bytes(2, "little") * 2 + b"\x80\0\0" + bytes(6) + b",\0\0\0\0 N N\0\x02\x02D\x01\0;"
BOMBS: dict[str, Callable[[], bytes]] = {
    "picture of 50,000 × 50,000": lambda: png_bomb(50_000),
    "animation of 20,000 × 20,000": lambda: (
        b"GIF89a" + (20_000).to_bytes(2, "little") * 2 + b"\x80\0\0" + bytes(6) + b",\0\0\0\0 N N\0\x02\x02D\x01\0;"
    ),
    "page of a square kilometre": lambda: saved(Image.new("RGB", (300, 200)), "PDF").replace(b"0 0 300.0 200.0", b"0 0 9e7 9e7"),
    "empty file": lambda: b"",
    "picture cut off in its header": lambda: saved(Image.new("RGB", (900, 600)), "JPEG")[:300],
    "PDF cut in half": lambda: (whole := saved(Image.new("RGB", (900, 600)), "PDF"))[: len(whole) // 2],
    "text that is called a picture": lambda: b"hello " * 1000,
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_ends_in_a_clear_outcome_within_the_limits(reader: ImageReader, name: str) -> None:
    reading = reader.read(BOMBS[name]())
    assert reading.verdict in (Verdict.UNREADABLE, Verdict.OTHER)
    assert reader.read(saved(Image.new("RGB", (400, 300)), "PNG")).verdict is Verdict.OTHER
    assert peak(reader) < MEMORY


def test_every_odd_and_broken_heic_file_ends_in_a_clear_outcome(reader: ImageReader) -> None:
    if not HEIF.is_dir():
        pytest.skip("the collection of HEIC files is not here; name its folder in OMBUD_CORPORA")
    files = [
        file for file in sorted(HEIF.rglob("*")) if file.suffix in (".heic", ".heif", ".hif", ".avif") and file.stat().st_size < 400_000
    ]
    outcomes = [reader.read(file.read_bytes()).verdict for file in files]
    assert len(outcomes) > 50
    assert set(outcomes) == {Verdict.UNREADABLE, Verdict.OTHER}
    assert peak(reader) < MEMORY


def test_a_process_that_is_killed_is_replaced(passport: bytes) -> None:
    with ImageReader() as reader:
        assert reader.read(b"nothing").verdict is Verdict.UNREADABLE
        first = reader.pid
        assert first
        os.kill(first, signal.SIGKILL)
        time.sleep(0.2)
        assert reader.read(b"nothing").verdict is Verdict.UNREADABLE
        assert reader.pid != first


def test_a_picture_that_takes_too_long_is_unreadable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(image_reader, "serve", sleep_instead)
    with ImageReader(Limits(seconds=0.2)) as reader:
        reading = reader.read(b"a picture")
    assert (reading.verdict, reading.reason) == (Verdict.UNREADABLE, "too_slow")


def test_a_process_that_does_not_start_leaves_pictures_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(image_reader, "serve", end_at_once)
    with ImageReader() as reader:
        assert reader.read(b"a picture").verdict is Verdict.UNREAD


def test_the_process_is_replaced_after_so_many_pictures() -> None:
    with ImageReader(Limits(images=1)) as reader:
        reader.read(b"one")
        first = reader.pid
        reader.read(b"two")
        assert reader.pid != first


def test_without_an_engine_nothing_is_said_to_be_no_document() -> None:
    assert reading_of(b"a picture", None).verdict is Verdict.UNREAD


def test_no_process_is_left_behind() -> None:
    with ImageReader() as reader:
        reader.read(b"one")
        pid = reader.pid
    assert not Path(f"/proc/{pid}").exists()


def test_a_driving_licence_in_half_is_still_read(reader: ImageReader) -> None:
    if not SANS.exists():
        pytest.skip("fonts-dejavu-core is not installed")
    content = as_file(driving_licence(PEOPLE[1]))
    reading = reader.read(content[: int(len(content) * 0.8)])
    assert (reading.verdict, reading.document) == (Verdict.ID_DOCUMENT, IdDocument.DRIVING_LICENCE)


def sleep_instead(pipe: Connection, _: Limits) -> None:
    """A process that takes a picture and never answers."""
    pipe.send(READY)
    time.sleep(60)


def end_at_once(pipe: Connection, _: Limits) -> None:
    """A process that ends before it is ready."""
    pipe.close()
