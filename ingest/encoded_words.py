"""Header text that was encoded for the journey (RFC 2047), also where a program did it wrong."""

import binascii
import re
from collections.abc import Iterator
from itertools import groupby

from ingest.charsets import decode

# Spaces inside a word and words glued together are forbidden and common, so neither is asked for here.
_WORD = re.compile(r"=\?(?P<charset>[^?\s*]{1,40})(?:\*[^?\s]*)?\?(?P<encoding>[bBqQ])\?(?P<text>[^?]*(?:\?(?!=)[^?]*)*)\?=")
_FOLDING = re.compile(r"[ \t]*[\r\n]+[ \t]*")
_NOT_BASE64 = re.compile(r"[^A-Za-z0-9+/]+")


def decode_header(raw: str) -> str:
    """A header value in plain Unicode on one line: unfolded, so that it cannot carry a second header."""
    value = _unfolded(raw)
    return _unfolded("".join(_pieces(value))) if "=?" in value else value


def _unfolded(value: str) -> str:
    folded = "\n" in value or "\r" in value  # most are not, and this is told sooner than by the pattern
    return (_FOLDING.sub(" ", value) if folded else value).strip()


def _pieces(value: str) -> Iterator[str]:
    """Plain stretches and runs of words; words of one charset are joined as octets, for a letter may be split between two."""
    words: list[tuple[str, bytes]] = []
    done = 0
    for match in _WORD.finditer(value):
        between = value[done : match.start()]
        if between.strip() or not words:
            yield from _texts(words)
            words = []
            yield between
        words.append((match["charset"].lower(), _octets(match["encoding"].lower(), match["text"])))
        done = match.end()
    yield from _texts(words)
    yield value[done:]


def _texts(words: list[tuple[str, bytes]]) -> Iterator[str]:
    for charset, run in groupby(words, key=lambda word: word[0]):
        yield decode(b"".join(octets for _, octets in run), charset)


def _octets(encoding: str, text: str) -> bytes:
    if encoding == "q":
        return binascii.a2b_qp(text.encode("utf-8", "replace"), header=True)
    kept = _NOT_BASE64.sub("", text)
    if len(kept) % 4 == 1:
        kept = kept[:-1]
    return binascii.a2b_base64(kept + "=" * (-len(kept) % 4))
