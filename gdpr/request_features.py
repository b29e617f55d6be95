"""What the trained model sees of a text: pieces of its words, and which words stand together.

Training (`bench/train_requests.py`) and reading (`gdpr/request_model.py`) share this file, so that both see the same. A feature is a
bucket, the number that CRC-32 makes of it, which needs no table of words. Each place of a text has its features: those of the word that
stands there and of the pairs that begin there. So a part of a text has the features of its places, and no other.
"""

import re
from zlib import crc32

BUCKETS = 1 << 17
_SHORTEST, _LONGEST = 3, 5  # bytes of a piece of a word
_STEM = 5  # characters of a word that survive its ending
_WORD_AT_MOST = 40  # characters; what is longer is no word, and only its beginning is read
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*|\d+")
_SMALL_NUMBER = 2  # digits of an article or a day; what a longer number is does not matter


def words(folded: str) -> list[str]:
    """The words of a folded text (see `request_rule.fold`), in order; a long number is only "0"."""
    return [_plain(word) for word in _WORD.findall(folded)]


def _plain(word: str) -> str:
    return "0" if word.isdigit() and len(word) > _SMALL_NUMBER else word[:_WORD_AT_MOST]


def of_word(word: str) -> list[int]:
    """The pieces of a word, its ends marked, so that another ending and a misspelling still look alike."""
    marked = f"<{word}>".encode("utf-8", "replace")
    lengths = range(_SHORTEST, _LONGEST + 1)
    return [crc32(marked[place : place + length]) % BUCKETS for length in lengths for place in range(len(marked) - length + 1)]


def of_pairs(word: str, following: str, after: str) -> tuple[int, int, int]:
    """A word with the one behind it, whole and by their stems, and by its stem with the one after that ("" past the end)."""
    stem = word[:_STEM]
    return _bucket(f"{word} {following}"), _bucket(f"{stem}~{following[:_STEM]}"), _bucket(f"{stem}~~{after[:_STEM]}")


def features(folded: str) -> list[int]:
    """All features of a text, each as often as it stands there."""
    spoken = words(folded)
    places = zip(spoken, [*spoken[1:], ""], [*spoken[2:], "", ""], strict=False)
    return [bucket for word, following, after in places for bucket in (*of_word(word), *of_pairs(word, following, after))]


def fingerprint() -> int:
    """A number that changes when the features do: weights are worth nothing with other features than they were learnt with."""
    return crc32(repr(features("jag vill se allt ni har om mig enligt art 15, arende 40771")).encode())


def _bucket(feature: str) -> int:
    return crc32(feature.encode("utf-8", "replace")) % BUCKETS
