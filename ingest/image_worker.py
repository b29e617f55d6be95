"""The process that reads pictures: it takes octets from a pipe and answers with what is in them, within limits on memory."""

import os
import resource
import signal
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection

from detectors.id_document import IdReading, Verdict
from detectors.id_image import read_id_image
from detectors.id_pictures import UnreadablePictureError, pictures_of
from detectors.id_text import TextReader
from ingest.text_engines import engine_here

READY = "ready"
LOWER = 5  # mails go first: reading pictures can wait


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one picture may take; `images` is after how many the process is replaced by a new one."""

    seconds: float = 60.0
    start_seconds: float = 120.0
    memory: int = 1_000_000_000  # octets of its own, beyond what files are mapped
    images: int = 200


def serve(pipe: Connection, limits: Limits, find_engine: Callable[[], TextReader | None] = engine_here) -> None:
    """Answer each picture with a reading, until the other end is closed. Runs in a process of its own."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides when to stop
    os.nice(LOWER)
    engine = find_engine()
    _limit_memory(limits.memory)
    pipe.send(READY)
    while True:
        try:
            content = pipe.recv_bytes()
        except (EOFError, OSError):
            return
        pipe.send(reading_of(content, engine))


def reading_of(content: bytes, engine: TextReader | None) -> IdReading:
    """What is in a file; an outcome for each, however broken it is."""
    if engine is None:
        return IdReading(Verdict.UNREAD, reason="no_engine")
    try:
        return read_id_image(pictures_of(content), engine)
    except UnreadablePictureError:
        return IdReading(Verdict.UNREADABLE, reason="broken")
    except MemoryError:
        return IdReading(Verdict.UNREADABLE, reason="too_large")
    except Exception:  # noqa: BLE001 - libraries in other languages raise what they like; the text of it may quote the picture
        return IdReading(Verdict.UNREADABLE, reason="fault")


def _limit_memory(octets: int) -> None:
    # macOS knows the limit and does not heed it; there the reader's watch over time is what remains.
    hard = resource.getrlimit(resource.RLIMIT_DATA)[1]
    resource.setrlimit(resource.RLIMIT_DATA, (octets, hard))
