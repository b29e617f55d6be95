"""Mails in files: `.eml` files, folders of them, mboxes, and standard input."""

import sys
from collections.abc import Iterator
from contextlib import closing
from mailbox import mbox
from pathlib import Path

from cli.exits import WrongUseError

_MBOX_START = b"From "
_ONE_MAIL = frozenset({".eml", ".mail", ".mime", ".msg"})
_SUFFIXES = _ONE_MAIL | {".mbox", ".txt", ""}


def mails_in(path: str) -> Iterator[tuple[str, bytes]]:
    """Each mail under this path with the name to show for it; of a folder, files in the order of their names."""
    if path == "-":
        yield "-", sys.stdin.buffer.read()
        return
    place = Path(path)
    if place.is_dir():
        for file in sorted(found for found in place.rglob("*") if found.is_file() and found.suffix.lower() in _SUFFIXES):
            yield from _in_file(file, str(file.relative_to(place)))
    elif place.is_file():
        yield from _in_file(place, path)
    else:
        raise WrongUseError(f"There is no file or folder {path}; name an .eml file, a folder, an mbox, or - for standard input.")


def _in_file(file: Path, name: str) -> Iterator[tuple[str, bytes]]:
    with file.open("rb") as stream:
        is_mbox = file.suffix.lower() not in _ONE_MAIL and stream.read(len(_MBOX_START)) == _MBOX_START
    if not is_mbox:
        yield name, file.read_bytes()
        return
    with closing(mbox(file, create=False)) as box:
        for number, key in enumerate(box.keys(), 1):
            yield (f"{name}#{number}" if len(box) > 1 else name), box.get_bytes(key)
