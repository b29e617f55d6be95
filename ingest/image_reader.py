"""Pictures are read in a process of its own: what breaks it, fills the memory or takes too long harms nothing else."""

import multiprocessing
from collections import OrderedDict
from hashlib import sha256
from threading import Lock

from detectors.id_document import IdReading, Verdict
from ingest.image_worker import READY, Limits, serve

__all__ = ["ImageReader", "Limits"]

_TOO_SLOW = IdReading(Verdict.UNREADABLE, reason="too_slow")
_DIED = IdReading(Verdict.UNREADABLE, reason="died")
_NO_PROCESS = IdReading(Verdict.UNREAD, reason="no_process")
_REMEMBERED = 1_000


class ImageReader:
    """Reads one picture at a time, for any thread; the process starts with the first. Close it at the end.

    No octet of a picture is written to a file, and nothing of its content is logged. The logo that stands in every mail of a
    sender is read once; of a picture that shows an identity document nothing is remembered.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._lock = Lock()
        self._worker: _Worker | None = None
        self._others: OrderedDict[bytes, IdReading] = OrderedDict()

    def read(self, content: bytes) -> IdReading:
        """What is in this file; `unreadable` where it broke the limits, `unread` where nothing is there to read it."""
        digest = sha256(content).digest()
        with self._lock:
            if known := self._others.get(digest):
                return known
            reading = self._read(content)
            if reading.verdict is Verdict.OTHER:
                self._others[digest] = reading
                if len(self._others) > _REMEMBERED:
                    self._others.popitem(last=False)
            return reading

    def _read(self, content: bytes) -> IdReading:
        try:
            worker = self._ready_worker()
        except (OSError, EOFError):
            self._stop()
            return _NO_PROCESS
        try:
            return worker.ask(content)
        except (OSError, EOFError) as trouble:
            self._stop()
            return _TOO_SLOW if isinstance(trouble, TimeoutError) else _DIED

    def close(self) -> None:
        """End the process."""
        with self._lock:
            self._stop()

    def __enter__(self) -> "ImageReader":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def pid(self) -> int | None:
        """The number of the process, None while there is none."""
        return self._worker.pid if self._worker else None

    def _ready_worker(self) -> "_Worker":
        if self._worker and not self._worker.is_worn:
            return self._worker
        self._stop()
        self._worker = _Worker(self._limits)
        self._worker.wait_until_ready()
        return self._worker

    def _stop(self) -> None:
        if self._worker:
            self._worker.kill()
        self._worker = None


class _Worker:
    """The process and the pipe to it. What it does not answer in time is a TimeoutError, its death an EOFError or an OSError."""

    def __init__(self, limits: Limits) -> None:
        # Not forked: this process has threads, whose locks a fork would copy as they happen to stand.
        context = multiprocessing.get_context("spawn")
        self._limits, self._asked = limits, 0
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs, limits), daemon=True, name="ombud-images")
        self._process.start()
        theirs.close()

    @property
    def pid(self) -> int | None:
        return self._process.pid

    @property
    def is_worn(self) -> bool:
        """Whether it has read its share, or is gone."""
        return self._asked >= self._limits.images or not self._process.is_alive()

    def wait_until_ready(self) -> None:
        if self._answer(self._limits.start_seconds) != READY:
            raise EOFError("The process that reads pictures did not start.")

    def ask(self, content: bytes) -> IdReading:
        self._asked += 1
        self._pipe.send_bytes(content)
        answer = self._answer(self._limits.seconds)
        if not isinstance(answer, IdReading):
            raise EOFError("The process that reads pictures answered something else.")
        return answer

    def kill(self) -> None:
        self._pipe.close()
        self._process.kill()
        self._process.join()
        self._process.close()

    def _answer(self, seconds: float) -> object:
        if not self._pipe.poll(seconds):
            raise TimeoutError("The process that reads pictures takes too long.")
        return self._pipe.recv()
