"""Which of six languages a text is written in, by counting common words and telling letters.

>>> language_of("Hei, kan dere slette kontoen min?")
'no'
>>> language_of("0123")
'sv'
"""

import re
from collections import Counter, defaultdict

from detectors.language_words import LETTERS, WORDS

DEFAULT = "sv"
LANGUAGES = tuple(language for language, _ in WORDS)
ENOUGH = 4000  # characters; a longer text says nothing new
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)?")
_ADDRESS = re.compile(r"[^\s@/]{0,60}[@/]\S{0,200}")


def _voters() -> dict[str, tuple[tuple[str, float], ...]]:
    """Each word with the languages it speaks for; a shared word splits its vote."""
    spoken: dict[str, set[str]] = defaultdict(set)
    for language, words in WORDS:
        for word in words.split():
            spoken[word].add(language)
    return {word: tuple((language, 1.0 / len(found) ** 2) for language in found) for word, found in spoken.items()}


_VOTERS = _voters()
_TELLING = tuple((letter, tuple(languages.split()), weight) for letter, languages, weight in LETTERS)


def _votes(text: str) -> dict[str, float]:
    votes = dict.fromkeys(LANGUAGES, 0.0)
    for word, count in Counter(filter(_VOTERS.__contains__, _WORD.findall(text))).items():
        for language, weight in _VOTERS[word]:
            votes[language] += weight * count
    for letter, languages, weight in _TELLING:
        if letter in text:
            for language in languages:
                votes[language] += weight * min(text.count(letter), 5)
    return votes


def _without_addresses(text: str) -> str:
    return _ADDRESS.sub(" ", text) if "@" in text or "/" in text else text


def language_of(text: str) -> str:
    """The ISO 639-1 code of the text's main language: sv, en, no, da, fi or de; Swedish where nothing tells."""
    votes = _votes(_without_addresses(text[:ENOUGH]).lower().replace("’", "'"))
    best = max(LANGUAGES, key=votes.__getitem__)
    return best if votes[best] > 0 else DEFAULT
