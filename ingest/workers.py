"""Mails read in processes of their own, several ahead, and filed here one after the other in their order."""

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from dataclasses import replace
from datetime import datetime
from threading import Lock, Thread

from gdpr.filing import ReadMail
from gdpr.message import RawMail
from gdpr.records import Outcome
from gdpr.store import Store
from ingest.batches import MEGABYTE
from ingest.pipeline import file_read, read
from ingest.quarantine import StepFailed, shelve
from ingest.rules import Rules

CHUNK_MAILS, CHUNK_BYTES = 16, MEGABYTE
AHEAD = 3  # chunks in work for each process

Reading = ReadMail | StepFailed


class ReadingPool:
    """A handler for the poller, like reading in this process but on more cores. Close it at the end.

    A mail that kills its process is put in quarantine, and only that one: all that were being read at the time are
    read again, each with a process to itself.
    """

    def __init__(self, rules: Rules, store: Store, clock: Callable[[], datetime], processes: int) -> None:
        self._rules, self._store, self._clock = rules, store, clock
        self._processes = processes
        self._lock = Lock()
        self._pool = _pool(processes)
        self._careful = _pool(1)

    def handle(self, raws: Iterable[RawMail]) -> Iterator[tuple[RawMail, Outcome]]:
        """Take mails to their outcomes, in their order."""
        for _ in range(self._processes):  # a process takes a second to start: meanwhile the first mails are fetched
            self._submit([])
        for chunk, future in self._ahead(in_chunks(raws)):
            for raw, reading in zip(chunk, self._readings(chunk, future), strict=True):
                yield raw, self._finish(raw, reading)

    def close(self) -> None:
        """End the processes."""
        for pool in (self._pool, self._careful):
            pool.shutdown(cancel_futures=True)

    def _ahead(self, chunks: Iterable[Sequence[RawMail]]) -> Iterator[tuple[Sequence[RawMail], "Future[list[Reading]]"]]:
        waiting: deque[tuple[Sequence[RawMail], Future[list[Reading]]]] = deque()
        for chunk in chunks:
            waiting.append((chunk, self._submit(chunk)))
            if len(waiting) > AHEAD * self._processes:
                yield waiting.popleft()
        yield from waiting

    def _submit(self, chunk: Sequence[RawMail]) -> "Future[list[Reading]]":
        with self._lock:
            try:
                return self._pool.submit(read_all, chunk, self._rules)
            except BrokenExecutor:
                self._pool = _pool(self._processes)
                return self._pool.submit(read_all, chunk, self._rules)

    def _readings(self, chunk: Sequence[RawMail], future: "Future[list[Reading]]") -> Iterable[Reading]:
        try:
            return future.result()
        except BrokenExecutor:
            return (self._read_alone(raw) for raw in chunk)

    def _read_alone(self, raw: RawMail) -> Reading:
        with self._lock:
            try:
                return self._careful.submit(read_all, [raw], self._rules).result()[0]
            except BrokenExecutor:
                self._careful = _pool(1)
                return StepFailed("parse", "the reading process died of this mail")

    def _finish(self, raw: RawMail, reading: Reading) -> Outcome:
        try:
            if isinstance(reading, StepFailed):
                raise reading
            return file_read(raw, reading, self._rules, self._store, self._clock())
        except StepFailed as failed:
            return shelve(raw, failed, self._store, self._clock())


def in_chunks(raws: Iterable[RawMail]) -> Iterator[Sequence[RawMail]]:
    """A few mails at a time: handing over one by one would cost as much as reading."""
    chunk: list[RawMail] = []
    for raw in raws:
        chunk.append(raw)
        if len(chunk) == CHUNK_MAILS or sum(len(mail.content) for mail in chunk) >= CHUNK_BYTES:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def read_all(raws: Sequence[RawMail], rules: Rules) -> list[Reading]:
    """What each mail holds, or the step that broke on it. Runs in a reading process."""
    return [_read(raw, rules) for raw in raws]


def _read(raw: RawMail, rules: Rules) -> Reading:
    try:
        return _without_ballast(read(raw, rules))
    except StepFailed as failed:
        return failed


def _without_ballast(mail: ReadMail) -> ReadMail:
    """Without what filing never looks at: a photo takes longer to hand over than a text to read."""
    attachments = tuple(attachment.without_content() for attachment in mail.message.attachments)
    return replace(mail, message=replace(mail.message, html="", attachments=attachments))


def _pool(processes: int) -> ProcessPoolExecutor:
    # Not forked: this process has threads, whose locks a fork would copy as they happen to stand.
    return ProcessPoolExecutor(processes, multiprocessing.get_context("spawn"), _prepare)


def _prepare() -> None:
    """A reading process leaves when its parent ends, however it ends, and not when the terminal says so."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_leave_with_parent, daemon=True).start()


def _leave_with_parent() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(0)
