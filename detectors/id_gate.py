"""Whether a file in a mail can hold the picture of an identity document at all: told from its first octets, in microseconds."""

import re
import warnings
from io import BytesIO
from pathlib import PurePath
from typing import Protocol

MIN_SIDE = 180  # pixels: below that no line of a document can be read
MAX_ASPECT = 4.0  # banners and rules
SMALL_SIDE = 320  # a picture shown within the text, no side longer: a logo or a portrait of a signature
MIN_BYTES = 1_000

# What a file is by its first octets, whatever its name says.
_SIGNATURES: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\xff\xd8\xff", "jpeg"),
    (0, b"\x89PNG\r\n\x1a\n", "png"),
    (0, b"GIF8", "gif"),
    (8, b"WEBP", "webp"),
    (0, b"II*\0", "tiff"),
    (0, b"MM\0*", "tiff"),
    (0, b"BM", "bmp"),
    (0, b"\0\0\0\x0cjP  \r\n", "jpeg2000"),
)
_HEIF_BRAND = re.compile(rb"(?:hei[cxsm]|hev[cxms]|mif[12]|msf1|avi[fs]|mia[fH])")
_PDF_HEAD = 1024  # octets within which a PDF may begin (ISO 32000-2, annex of Acrobat's implementation notes)
# The dictionary of a picture is never packed into an object stream, so it can be found without opening the file.
_PICTURE_IN_PDF = re.compile(rb"/Subtype\s*/Image\b")
_INLINE_PICTURE = re.compile(rb"\bBI\s[\s\S]{1,400}?\sID\s")
_DECLARED = frozenset(f"image/{kind}" for kind in ("jpeg", "jpg", "pjpeg", "png", "heic", "heif", "avif", "webp", "tiff", "gif"))
_SUFFIXES = frozenset({".jpg", ".jpeg", ".jpe", ".png", ".heic", ".heif", ".hif", ".avif", ".webp", ".tif", ".tiff"})


class FileInMail(Protocol):
    """What the gate asks of an attachment."""

    @property
    def content_type(self) -> str:
        """The type that the mail declares."""

    @property
    def filename(self) -> str:
        """The name that the sender gave."""

    @property
    def content(self) -> bytes:
        """The decoded octets."""

    @property
    def inline(self) -> bool:
        """Whether it is shown within the text."""

    @property
    def content_id(self) -> str:
        """How the HTML of the mail refers to it, "" where it does not."""


def may_be_id_image(file: FileInMail) -> bool:
    """Whether a picture must be read to know; a broken one too, for a person may have to look at it. law.md I3."""
    content = file.content
    if len(content) < MIN_BYTES:
        return False
    kind = kind_of(content)
    if kind == "pdf":
        return shows_pictures(content)
    if kind in ("", "heif"):
        return kind == "heif" or _is_called_a_picture(file)
    size = _size_of(content)
    return size is None or not _is_decoration(size, within_text=file.inline and bool(file.content_id))


def kind_of(content: bytes) -> str:
    """The format of a file by its first octets: "jpeg", "heif", "pdf" …; "" where it is no picture."""
    for offset, mark, kind in _SIGNATURES:
        if content.startswith(mark, offset):
            return kind
    if content[4:8] == b"ftyp" and _HEIF_BRAND.search(content[8:64]):
        return "heif"
    return "pdf" if b"%PDF-" in content[:_PDF_HEAD] else ""


def shows_pictures(pdf: bytes) -> bool:
    """Whether there is any picture in this PDF; a letter or an invoice made of text has none."""
    return bool(_PICTURE_IN_PDF.search(pdf) or _INLINE_PICTURE.search(pdf))


def _is_called_a_picture(file: FileInMail) -> bool:
    return file.content_type in _DECLARED or PurePath(file.filename).suffix.lower() in _SUFFIXES


def _is_decoration(size: tuple[int, int], *, within_text: bool) -> bool:
    short, long = sorted(size)
    return short < MIN_SIDE or long > MAX_ASPECT * short or (within_text and long <= SMALL_SIDE)


def _size_of(content: bytes) -> tuple[int, int] | None:
    """Width and height as the header tells; None where it is broken or tells of a bomb."""
    from PIL import Image

    try:
        with warnings.catch_warnings(), Image.open(BytesIO(content)) as picture:
            warnings.simplefilter("ignore")
            return picture.size
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
