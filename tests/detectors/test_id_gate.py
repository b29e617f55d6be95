"""The gate: every file that may show a document passes, whatever it is called; logos, letters and tables do not."""

import time
from io import BytesIO

import pytest
from PIL import Image

from detectors.id_gate import may_be_id_image
from gdpr.message import Attachment


def drawn(width: int, height: int, kind: str = "PNG") -> bytes:
    picture = Image.effect_noise((width, height), 60).convert("RGB")
    octets = BytesIO()
    picture.save(octets, kind)
    return octets.getvalue()


def attached(content: bytes, content_type: str = "image/png", filename: str = "IMG_1.png", *, cid: str = "") -> Attachment:
    return Attachment("2", filename, content_type, content, inline=bool(cid), content_id=cid)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP", "TIFF", "BMP", "PDF"])
def test_a_picture_passes_in_every_format(kind: str) -> None:
    assert may_be_id_image(attached(drawn(800, 500, kind)))


@pytest.mark.parametrize(
    ("content_type", "filename"), [("application/octet-stream", "x"), ("text/plain", "note.txt"), ("image/heic", "a.HEIC")]
)
def test_a_picture_passes_whatever_it_is_called(content_type: str, filename: str) -> None:
    assert may_be_id_image(attached(drawn(800, 500, "JPEG"), content_type, filename))


@pytest.mark.parametrize("size", [(150, 150), (179, 800), (1600, 300)])
def test_icons_and_banners_stay_outside(size: tuple[int, int]) -> None:
    assert not may_be_id_image(attached(drawn(*size)))


def test_a_small_picture_within_the_text_is_a_logo_and_a_large_one_may_be_a_photo() -> None:
    assert not may_be_id_image(attached(drawn(300, 200), cid="logo@x"))
    assert may_be_id_image(attached(drawn(300, 200)))
    assert may_be_id_image(attached(drawn(1200, 900), cid="photo@x"))


def test_a_pdf_made_of_text_stays_outside() -> None:
    text = b"%PDF-1.4\n1 0 obj <</Type/Catalog>> endobj\n" + b"BT (Faktura) Tj ET\n" * 100
    assert not may_be_id_image(attached(text, "application/pdf", "faktura.pdf"))


def test_what_is_called_a_picture_and_is_broken_passes_for_a_person_to_see() -> None:
    assert may_be_id_image(attached(b"broken " * 400, "image/jpeg", "korkort.jpg"))
    assert may_be_id_image(attached(drawn(800, 500)[:1500]))


def test_other_files_stay_outside() -> None:
    assert not may_be_id_image(attached(b"a;b;c\n" * 400, "text/csv", "table.csv"))
    assert not may_be_id_image(attached(b"PK\x03\x04" + bytes(4000), "application/zip", "x.zip"))


def test_a_header_that_tells_of_a_bomb_passes_to_the_reader_that_has_limits() -> None:
    bomb = bytearray(drawn(400, 300))
    bomb[16:24] = (50_000).to_bytes(4) * 2
    assert may_be_id_image(attached(bytes(bomb)))


def test_it_takes_a_fifth_of_a_millisecond() -> None:
    files = [attached(drawn(800, 500, kind)) for kind in ("PNG", "JPEG", "PDF")]
    may_be_id_image(files[0])
    begin = time.process_time()
    for _ in range(100):
        for file in files:
            may_be_id_image(file)
    assert (time.process_time() - begin) / 300 < 0.001  # measured: 0.0002 s; the rest is for slow machines
