"""A picture as a person may look at it: one JPEG, whatever came, drawn in a process that breaks alone and writes no file."""

import multiprocessing
import resource
import signal
from collections.abc import Sequence
from io import BytesIO
from itertools import islice
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

from detectors.id_pictures import UnreadablePictureError, pictures_of

if TYPE_CHECKING:
    from PIL.Image import Image

PAGES = 3  # front, back and one more
QUALITY = 88
SECONDS = 30.0
MEMORY = 1_500_000_000  # octets


class NoPreviewError(Exception):
    """The picture cannot be shown: it is broken, too large, or took too long."""


def preview(content: bytes, seconds: float = SECONDS) -> bytes:
    """The picture, or its first pages below one another, as one JPEG without anything else that was in the file. Raises NoPreviewError."""
    # Not forked: this process has threads, whose locks a fork would copy as they happen to stand.
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs,), daemon=True, name="ombud-preview")
    process.start()
    theirs.close()
    try:
        ours.send_bytes(content)
        drawn = ours.recv_bytes() if ours.poll(seconds) else b""
    except (OSError, EOFError):
        drawn = b""
    finally:
        ours.close()
        process.kill()
        process.join()
    if not drawn:
        raise NoPreviewError("The picture cannot be shown: it is broken, too large, or took too long.")
    return drawn


def _serve(pipe: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, resource.getrlimit(resource.RLIMIT_DATA)[1]))
    try:
        pipe.send_bytes(drawn(pipe.recv_bytes()))
    except (UnreadablePictureError, MemoryError, OSError, EOFError):
        pipe.send_bytes(b"")


def drawn(content: bytes) -> bytes:
    """The first pages as one JPEG. Raises UnreadablePictureError."""
    pages = list(islice(pictures_of(content), PAGES))
    if not pages:
        raise UnreadablePictureError("There is no picture in it.")
    kept = BytesIO()
    _below_one_another(pages).save(kept, "JPEG", quality=QUALITY)
    return kept.getvalue()


def _below_one_another(pages: Sequence["Image"]) -> "Image":
    from PIL import Image  # only the drawing process needs it

    if len(pages) == 1:
        return pages[0]
    whole = Image.new("RGB", (max(page.width for page in pages), sum(page.height for page in pages)), "white")
    top = 0
    for page in pages:
        whole.paste(page, (0, top))
        top += page.height
    return whole
