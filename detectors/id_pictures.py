"""Octets of a file in, upright pictures of bounded size out: JPEG, PNG, HEIC, WebP, TIFF, GIF and the first pages of a PDF."""

import warnings
from collections.abc import Iterator
from contextlib import closing
from io import BytesIO
from typing import TYPE_CHECKING

from detectors.id_gate import kind_of

if TYPE_CHECKING:
    from PIL.Image import Image
    from pypdfium2 import PdfDocument, PdfPage

MAX_PIXELS = 64_000_000  # of the file, before it is made smaller: phones of today make 50 million
MAX_SIDE = 1_920  # of a picture handed out: the small print of a document photographed on a table can still be read
MAX_FRAMES = 3
MAX_PAGES = 4
MIN_SHARE = 0.03  # of a page that pictures must cover: an ID card in its true size covers 7 % of A4
PAGE_SCALE = 200 / 72  # dots an inch
# What the libraries let through when the octets are damaged.
_DAMAGE = (OSError, ValueError, SyntaxError, EOFError, MemoryError, OverflowError, RuntimeError)


class UnreadablePictureError(Exception):
    """The file is broken, or too large to be opened; let a person look at it."""


def pictures_of(content: bytes) -> Iterator["Image"]:
    """Each picture in the file, upright and in RGB, no side longer than MAX_SIDE. Raises UnreadablePictureError."""
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            yield from _pages(content) if kind_of(content) == "pdf" else _frames(content)
        except UnreadablePictureError:
            raise
        except (*_DAMAGE, Image.DecompressionBombError) as trouble:
            raise UnreadablePictureError("The picture cannot be opened.") from trouble


def _frames(content: bytes) -> Iterator["Image"]:
    from pi_heif import register_heif_opener
    from PIL import Image, ImageFile, ImageOps

    register_heif_opener()
    ImageFile.LOAD_TRUNCATED_IMAGES = True  # what came of a mail cut off on its way is read as far as it goes
    with Image.open(BytesIO(content)) as picture:
        for number in range(min(getattr(picture, "n_frames", 1), MAX_FRAMES)):
            picture.seek(number)
            if picture.width * picture.height > MAX_PIXELS:
                raise UnreadablePictureError("The picture has too many pixels.")
            picture.draft("RGB", (MAX_SIDE, MAX_SIDE))
            yield _in_size(ImageOps.exif_transpose(picture))


def _in_size(picture: "Image") -> "Image":
    """The picture made smaller where it is larger than needed, on white where it is see-through."""
    from PIL import Image

    if picture.mode.startswith("I") or picture.mode == "F":  # 16 bits of grey
        picture = picture.point(lambda value: value / 256).convert("L")
    picture.thumbnail((MAX_SIDE, MAX_SIDE))
    if "A" in picture.getbands() or "transparency" in picture.info:
        see_through = picture.convert("RGBA")
        picture = Image.new("RGBA", see_through.size, "white")
        picture.alpha_composite(see_through)
    return picture.convert("RGB")


def _pages(content: bytes) -> Iterator["Image"]:
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        with closing(PdfDocument(content)) as document:
            for number in range(min(len(document), MAX_PAGES)):
                with closing(document[number]) as page:
                    if _is_pictured(document, page):
                        yield _rendered(page)
    except PdfiumError as trouble:
        raise UnreadablePictureError("The PDF cannot be opened.") from trouble


def _is_pictured(document: "PdfDocument", page: "PdfPage") -> bool:
    """Whether pictures cover enough of a page to show a document, or to be a scan of one in strips."""
    from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

    width, height = page.get_size()
    covered = 0.0
    for found in page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE], max_depth=4):
        left, bottom, right, top = found.get_bounds()
        covered += max(right - left, 0) * max(top - bottom, 0)
    return bool(covered >= MIN_SHARE * width * height)


def _rendered(page: "PdfPage") -> "Image":
    longest = max(page.get_size())
    scale = min(PAGE_SCALE, MAX_SIDE / longest) if longest else PAGE_SCALE
    picture: Image = page.render(scale=scale, may_draw_forms=False).to_pil()
    return picture.convert("RGB")
