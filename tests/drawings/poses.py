"""How people photograph, scan and send: a drawing made worse in one way or another, the same each time."""

import random
from collections.abc import Callable
from io import BytesIO

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageEnhance, ImageFilter

Picture = Image.Image
Pose = Callable[[Picture, random.Random], Picture]
TABLE = (120, 90, 60)


def tilted(degrees: float) -> Pose:
    """Turned by an angle, on a table."""
    return lambda picture, _: picture.rotate(degrees, expand=True, fillcolor=TABLE, resample=Image.Resampling.BICUBIC)


def in_perspective(picture: Picture, chance: random.Random) -> Picture:
    """Seen from aside."""
    width, height = picture.size
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    moved = corners + np.array([[chance.uniform(0.02, 0.12) * width * sx, chance.uniform(0.02, 0.1) * height * sy] for sx, sy in _INWARDS])
    matrix = cv2.getPerspectiveTransform(corners, moved.astype(np.float32))
    seen = cv2.warpPerspective(np.asarray(picture), matrix, (width, height), borderValue=TABLE)
    return Image.fromarray(seen)


_INWARDS = ((1, 1), (-1, 1), (-1, -1), (1, -1))


def blurred(radius: float) -> Pose:
    """Out of focus."""
    return lambda picture, _: picture.filter(ImageFilter.GaussianBlur(radius))


def shaken(picture: Picture, _: random.Random) -> Picture:
    """Moved while the shutter was open."""
    kernel = np.zeros((7, 7), np.float32)
    kernel[3, :] = 1 / 7
    return Image.fromarray(cv2.filter2D(np.asarray(picture), -1, kernel))


def as_jpeg(quality: int) -> Pose:
    """Saved with losses."""

    def saved(picture: Picture, _: random.Random) -> Picture:
        octets = BytesIO()
        picture.save(octets, "JPEG", quality=quality)
        return Image.open(BytesIO(octets.getvalue())).convert("RGB")

    return saved


def noisy(picture: Picture, chance: random.Random) -> Picture:
    """Taken in the dark."""
    grains = np.random.default_rng(chance.randrange(2**32)).normal(0, 22, (picture.height, picture.width, 3))
    return Image.fromarray(np.clip(np.asarray(picture) + grains, 0, 255).astype(np.uint8))


def sized(side: int) -> Pose:
    """Made smaller or larger."""

    def scaled(picture: Picture, _: random.Random) -> Picture:
        factor = side / max(picture.size)
        return picture.resize((round(picture.width * factor), round(picture.height * factor)), Image.Resampling.LANCZOS)

    return scaled


def shaded(picture: Picture, _: random.Random) -> Picture:
    """With the shadow of the one who takes the photo across it."""
    shade = Image.linear_gradient("L").rotate(35, expand=True).resize(picture.size).point(lambda value: 90 + value * 0.6)
    return Image.composite(picture, Image.new("RGB", picture.size), shade)


def glaring(picture: Picture, chance: random.Random) -> Picture:
    """With the reflection of a lamp."""
    glare = Image.new("L", picture.size)
    x, y = chance.uniform(0.1, 0.3) * picture.width, chance.uniform(0.3, 0.5) * picture.height
    ImageDraw.Draw(glare).ellipse((x, y, x + picture.width * 0.16, y + picture.height * 0.16), fill=255)
    return Image.composite(Image.new("RGB", picture.size, "white"), picture, glare.filter(ImageFilter.GaussianBlur(30)))


def cropped(picture: Picture, _: random.Random) -> Picture:
    """With its edges outside the photo."""
    return picture.crop((int(picture.width * 0.03), int(picture.height * 0.03), int(picture.width * 0.99), int(picture.height * 0.97)))


def masked(picture: Picture, _: random.Random) -> Picture:
    """The portrait and one more place blacked out, as the letter allows."""
    covered = picture.copy()
    draw = ImageDraw.Draw(covered)
    draw.rectangle((picture.width * 0.02, picture.height * 0.2, picture.width * 0.3, picture.height * 0.75), fill="black")
    return covered


def grey(picture: Picture, _: random.Random) -> Picture:
    """Copied in black and white, with more contrast."""
    return ImageEnhance.Contrast(picture.convert("L")).enhance(1.6).convert("RGB")


def on_a_table(picture: Picture, chance: random.Random) -> Picture:
    """A photo by a phone in which the document fills a third."""
    scene = Image.new("RGB", (2400, 1800), TABLE)
    draw = ImageDraw.Draw(scene)
    for y in range(0, 1800, 40):
        draw.line((0, y, 2400, y + 60), fill=(105, 78, 50), width=6)
    small = sized(1100)(picture, chance)
    mask = Image.new("L", small.size, 255).rotate(7, expand=True)
    scene.paste(small.rotate(7, expand=True, resample=Image.Resampling.BICUBIC), (500, 500), mask)
    return scene


POSES: tuple[tuple[str, Pose], ...] = (
    ("plain", lambda picture, _: picture),
    ("tilted 8", tilted(8)),
    ("tilted -17", tilted(-17)),
    ("tilted 40", tilted(40)),
    ("turned 90", tilted(90)),
    ("turned 180", tilted(180)),
    ("turned 270", tilted(270)),
    ("in perspective", in_perspective),
    ("blurred", blurred(1.6)),
    ("shaken", shaken),
    ("jpeg 30", as_jpeg(30)),
    ("noisy", noisy),
    ("small", sized(700)),
    ("shaded", shaded),
    ("glaring", glaring),
    ("cropped", cropped),
    ("masked", masked),
    ("grey", grey),
    ("on a table", on_a_table),
)
