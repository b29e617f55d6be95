"""Which of many patterns may match a text, told by plain words: all the others need not be tried.

A match of `radera.{0,60}(?:mina|alla) uppgifter` holds the word "radera" and one of "mina" and "alla", so that a text without them cannot
match. Python finds a word some thirty times faster than it tries a pattern, and a word of many patterns is looked for once.
"""

import re
from collections.abc import Hashable, Mapping
from functools import lru_cache
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Words = frozenset[str]

_TOKEN = re.compile(
    r"(?P<open>\((?:\?(?P<kind><?[=!]|:|P<\w+>))?)|(?P<close>\))|(?P<bar>\|)"
    r"|(?P<times>[*+?]\??|\{(?P<least>\d*)(?:,\d*)?\}\??)"
    r"|(?P<other>\[\^?\]?(?:\\.|[^\]\\])*\]|\\[AbBdDsSwWZ]|[.^$])|\\(?P<escaped>.)|(?P<plain>.)",
    re.DOTALL,
)
_NONE: Words = frozenset()
_BEGINNING = 3  # characters of a word that are looked for before the word


class WordIndex(Generic[Key]):
    """Patterns under their keys, found by the words that they cannot do without."""

    def __init__(self, patterns: Mapping[Key, re.Pattern[str]]) -> None:
        self._always: set[Key] = set()
        self._by_word: dict[str, set[Key]] = {}
        for key, pattern in patterns.items():
            words = needed_words(pattern.pattern)
            for word in words:
                self._by_word.setdefault(word, set()).add(key)
            if not words:
                self._always.add(key)
        self._by_beginning: dict[str, list[str]] = {}
        for word in self._by_word:
            self._by_beginning.setdefault(word[:_BEGINNING], []).append(word)

    def narrowed(self, text: str) -> "WordIndex[Key]":
        """An index for parts of this text, quicker than the whole: it knows only the words that stand in it."""
        narrow = WordIndex[Key]({})
        narrow._always = self._always
        likely = self._by_beginning.keys() & _beginnings(text)
        narrow._by_word = {word: self._by_word[word] for some in likely for word in self._by_beginning[some] if word in text}
        return narrow

    def possible(self, text: str) -> set[Key]:
        """The keys of the patterns that may match; none of the others can."""
        return self._always.union(*[keys for word, keys in self._by_word.items() if word in text])


@lru_cache(maxsize=1)
def _beginnings(text: str) -> frozenset[str]:
    """All that a word in this text can begin with: far quicker to tell than to look for each word."""
    return frozenset(text[place : place + length] for length in range(1, _BEGINNING + 1) for place in range(len(text)))


def needed_words(pattern: str) -> Words:
    """Words of which every match holds at least one; none where that cannot be told."""
    return _alternatives(list(_TOKEN.finditer(pattern))[::-1])


def _alternatives(tokens: list[re.Match[str]]) -> Words:
    """The words of each branch, up to the bracket that closes them."""
    branches = [_branch(tokens)]
    while tokens and tokens.pop()["bar"]:
        branches.append(_branch(tokens))
    return frozenset().union(*branches) if all(branches) else _NONE


def _branch(tokens: list[re.Match[str]]) -> Words:
    """The words of the part of a branch that tells best."""
    parts, run = list[Words](), ""
    while tokens and not (tokens[-1]["bar"] or tokens[-1]["close"]):
        token = tokens.pop()
        words = _alternatives(tokens) if token["open"] else _NONE
        character = token["escaped"] or token["plain"]
        times = tokens.pop() if tokens and tokens[-1]["times"] else None
        if character and not times:
            run += character
            continue
        parts += [frozenset({run}), _NONE if _looks_around(token) or _may_be_absent(times) else words]
        run = ""
    told = [part for part in (*parts, frozenset({run})) if part and all(part)]
    return min(told, key=_cost, default=_NONE)


def _looks_around(token: re.Match[str]) -> bool:
    return (token["kind"] or "")[-1:] in ("=", "!")


def _may_be_absent(times: re.Match[str] | None) -> bool:
    return times is not None and (times[0][0] in "*?" or (times[0][0] == "{" and int(times["least"] or 0) == 0))


def _cost(words: Words) -> float:
    """Few and long words tell best."""
    return len(words) / min(map(len, words)) ** 2
