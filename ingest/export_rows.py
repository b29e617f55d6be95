"""The rows of one source, read once and kept on disk without a name, so that a package of any size fits in memory."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from tempfile import TemporaryFile
from typing import IO, Any

from detectors.receiver import Receiver
from gdpr.export import Row, Source, Subject
from gdpr.redaction import without_others


@dataclass(frozen=True, slots=True)
class KeptRows:
    """What one source told; the file has no name and is gone when it is closed."""

    source: Source
    file: IO[bytes]
    fields: tuple[str, ...]
    count: int

    @property
    def name(self) -> str:
        """The name of its files."""
        return f"{self.source.category}-{self.source.system}"

    def rows(self) -> Iterator[dict[str, Any]]:
        """Every row, in the order in which it was told."""
        self.file.seek(0)
        for line in self.file:
            yield json.loads(line)


def keep(source: Source, subject: Subject, receiver: Receiver) -> KeptRows:
    """Read a source to its end, others' data taken out (GDPR Art. 15(4)). Raises SourceFailedError."""
    file = TemporaryFile()  # noqa: SIM115 - closed by the package that it becomes
    fields: dict[str, None] = {}
    count = 0
    try:
        for row in source.rows(subject):
            cleaned = clean(row, subject, receiver)
            fields.update(dict.fromkeys(cleaned))
            file.write(json.dumps(cleaned, ensure_ascii=False).encode() + b"\n")
            count += 1
    except BaseException:
        file.close()
        raise
    return KeptRows(source, file, tuple(fields), count)


def clean(row: Row, subject: Subject, receiver: Receiver) -> dict[str, Any]:
    """The row without others' names, numbers and addresses."""
    return {name: _cleaned(value, subject, receiver) for name, value in row.items()}


def _cleaned(value: Any, subject: Subject, receiver: Receiver) -> Any:
    if isinstance(value, str):
        return without_others(value, subject.who, receiver)
    if isinstance(value, list):
        return [_cleaned(one, subject, receiver) for one in value]
    return value
