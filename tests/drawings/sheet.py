"""A sheet to draw on: text in DejaVu Sans, zones in OCR-B."""

from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

OCR_B = Path("/usr/share/fonts/opentype/ocr-b/OCRB.otf")
SANS = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")  # the type that comes with Pillow has no Å, Ä and Ö

Colour = tuple[int, int, int]
INK: Colour = (20, 20, 30)
FAINT: Colour = (70, 80, 100)


class Sheet:
    """A picture that grows by text and shapes; places are in pixels from the upper left."""

    def __init__(self, width: int, height: int, colour: Colour = (255, 255, 255)) -> None:
        self.picture = Image.new("RGB", (width, height), colour)
        self._draw = ImageDraw.Draw(self.picture)

    def text(self, place: tuple[float, float], words: str, size: float = 18, colour: Colour = INK) -> None:
        """Words, from their upper left corner."""
        self._draw.text(place, words, font=ImageFont.truetype(SANS, size * 0.88), fill=colour)

    def zone(self, place: tuple[float, float], rows: Sequence[str], size: float) -> None:
        """The rows of a machine-readable zone, in OCR-B."""
        font = ImageFont.truetype(OCR_B, size)
        for number, row in enumerate(rows):
            self._draw.text((place[0], place[1] + number * size * 1.7), row, font=font, fill=INK)

    def box(self, corners: tuple[float, float, float, float], colour: Colour) -> None:
        """A filled rectangle."""
        self._draw.rectangle(corners, fill=colour)

    def curve(self, corners: tuple[float, float, float, float], colour: Colour, width: int = 2) -> None:
        """An arc."""
        self._draw.arc(corners, 10, 300, fill=colour, width=width)

    def guilloche(self, colour: Colour) -> None:
        """The fine lines under the print of a document."""
        width, height = self.picture.size
        for i in range(-20, 40):
            self._draw.arc((i * 30 - 200, -height / 2, i * 30 + 400, height * 1.5), 0, 360, fill=colour)
        for y in range(0, height, 9):
            self._draw.line((0, y, width, y + 25), fill=colour)

    def portrait(self, corners: tuple[float, float, float, float]) -> None:
        """A face, as far as a printer of documents would accept it."""
        left, top, right, bottom = corners
        width, height = right - left, bottom - top
        self.box(corners, (200, 205, 210))
        self._draw.ellipse((left + width * 0.05, bottom - height * 0.35, right - width * 0.05, bottom + height * 0.2), fill=(60, 70, 110))
        self._draw.ellipse((left + width * 0.25, top + height * 0.15, right - width * 0.25, bottom - height * 0.25), fill=(214, 176, 150))
        self.box((left, bottom, right, bottom + height * 0.22), self.picture.getpixel((int(left), int(bottom + 2))))  # type: ignore[arg-type]

    def fields(self, left: float, top: float, rows: Sequence[tuple[str, str]], step: float, sizes: tuple[float, float] = (12, 19)) -> None:
        """Labels with their values underneath."""
        for number, (label, value) in enumerate(rows):
            self.text((left, top + number * step), label, sizes[0], FAINT)
            self.text((left, top + number * step + sizes[0] * 1.25), value, sizes[1])
