"""What a person sees of a picture is drawn anew, in a process of its own."""

import io
from pathlib import Path

import pytest
from PIL import Image

from ingest.image_preview import NoPreviewError, preview
from tests.id_images import picture


def saved(form: str, **how: object) -> bytes:
    kept = io.BytesIO()
    Image.new("RGB", (400, 300), "teal").save(kept, form, **how)
    return kept.getvalue()


def size(jpeg: bytes) -> tuple[int, int]:
    with Image.open(io.BytesIO(jpeg)) as shown:
        assert shown.format == "JPEG"
        return shown.size


def test_a_photo_on_its_side_is_shown_upright_and_without_what_the_camera_wrote() -> None:
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "A camera"
    shown = preview(saved("JPEG", exif=exif))
    assert size(shown) == (300, 400)
    assert b"camera" not in shown


@pytest.mark.parametrize("form", ["PNG", "TIFF", "GIF", "WEBP", "PDF"])
def test_every_format_becomes_a_jpeg(form: str) -> None:
    assert min(size(preview(saved(form)))) > 200


def test_front_and_back_are_shown_below_one_another() -> None:
    back = Image.new("RGB", (400, 200), "white")
    assert size(preview(saved("TIFF", save_all=True, append_images=[back]))) == (400, 500)


@pytest.mark.parametrize("content", [b"", b"no picture at all", picture()[:300], b"%PDF-1.7 but nothing more"])
def test_what_is_broken_says_so(content: bytes) -> None:
    with pytest.raises(NoPreviewError):
        preview(content)


def test_what_takes_too_long_is_given_up() -> None:
    with pytest.raises(NoPreviewError):
        preview(saved("PNG"), seconds=0)


def test_no_file_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    preview(saved("PNG"))
    assert list(tmp_path.rglob("*")) == []
