"""Reading pictures takes seconds each: whoever waits is told how far it has come, and which must be looked at."""

from collections import Counter

import typer

from detectors.id_document import IdReading, Verdict
from ingest.image_reader import ImageReader

EVERY = 10


class CountingReader:
    """Reads pictures one after another in one process, started with the first; what is told goes to standard error."""

    def __init__(self, reader: ImageReader) -> None:
        self._reader = reader
        self._outcomes: Counter[Verdict] = Counter()

    def read(self, content: bytes) -> IdReading:
        """What is in a picture."""
        reading = self._reader.read(content)
        self._outcomes[reading.verdict] += 1
        if self._outcomes.total() % EVERY == 0:
            typer.echo(f"{self._outcomes.total()} pictures read, {self._outcomes[Verdict.ID_DOCUMENT]} identity documents ...", err=True)
        return reading

    def tell_what_is_left(self) -> None:
        """Say how many pictures a person must look at."""
        if broken := self._outcomes[Verdict.UNREADABLE]:
            typer.echo(f"{broken} pictures are broken or too large; look at them yourself.", err=True)
        if unread := self._outcomes[Verdict.UNREAD]:
            typer.echo(f"{unread} pictures were not read, for neither RapidOCR nor tesseract runs here; look at them yourself.", err=True)
