"""Looks for a picture in every octet of every file: whole, in pieces, and as base64 however it is broken into lines."""

import base64
from collections.abc import Iterable, Iterator
from pathlib import Path

PIECE = 48  # octets: no other file holds such a run by accident
EVERY = 997


def pieces_of(picture: bytes) -> tuple[bytes, ...]:
    """Pieces from all over the picture, each as it is and as base64 at each of the three offsets it can have there."""
    starts = range(0, len(picture) - PIECE, EVERY)
    return tuple(piece for start in starts for piece in _forms(picture[start : start + PIECE]))


def _forms(piece: bytes) -> Iterator[bytes]:
    yield piece
    for offset in range(3):
        yield base64.b64encode(piece[offset : offset + 39])  # 52 letters, which a line of 76 holds at most offsets


def found_in(folders: Iterable[Path], picture: bytes) -> list[Path]:
    """The files below these folders that hold a piece of the picture."""
    pieces = pieces_of(picture)
    return [file for folder in folders for file in folder.rglob("*") if file.is_file() and _holds(file, pieces)]


def _holds(file: Path, pieces: Iterable[bytes]) -> bool:
    try:
        content = file.read_bytes()
    except (FileNotFoundError, OSError):  # gone, or a socket
        return False
    joined = content.replace(b"\r\n", b"").replace(b"\n", b"")
    return any(piece in content or piece in joined for piece in pieces)
