"""Wordings looked for in text that an engine read: without case, accents and the spaces it may have lost."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unicodedata import normalize

_LOOK_ALIKE = str.maketrans("01|5", "olis")  # read as digits within words
_SPECIAL = str.maketrans({"ß": "ss", "ø": "o", "æ": "ae", "ł": "l", "đ": "d", "ı": "i", "œ": "oe", "τ": "t"})
_NOT_A_LETTER = re.compile(r"[\W\d_]+")
_LABEL = 2  # words before a colon
_LONG, _LONG_OF_SEVERAL = 8, 7  # letters: a term of fewer must stand alone, a longer one may be run together with others


def folded(text: str) -> str:
    """Words in small letters without accents, a space between them; digits that stand within a word as the letters they look like.

    >>> folded("UPPEHÅLLSTILLST\u00c5ND / Né(e) le: 06.12.1965")
    'uppehallstillstand ne e le'
    """
    plain = "".join(letter for letter in normalize("NFKD", text.lower().translate(_SPECIAL)) if not "\u0300" <= letter <= "\u036f")
    words = (_as_word(word) for word in plain.split())
    return " ".join(_NOT_A_LETTER.sub(" ", " ".join(words)).split())


def _as_word(word: str) -> str:
    return word.translate(_LOOK_ALIKE) if sum(letter.isalpha() for letter in word) > len(word) / 2 else word


@dataclass(frozen=True, slots=True)
class Term:
    """A wording to look for: as words of its own where it is short, else also where an engine ran words together."""

    words: str
    letters: str

    @classmethod
    def of(cls, wording: str) -> "Term":
        """The term for a wording as it is printed."""
        words = folded(wording)
        return cls(f" {words} ", words.replace(" ", ""))

    def is_in(self, line: "Words") -> bool:
        """Whether a line has it."""
        return self.words in line.spaced or (self.may_run_together and self.letters in line.letters)

    @property
    def may_run_together(self) -> bool:
        """Whether it is long enough not to stand within other words by chance."""
        return len(self.letters) >= (_LONG_OF_SEVERAL if " " in self.words.strip() else _LONG)


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text, ready to be searched."""

    spaced: str
    letters: str
    count: int
    is_answer: bool

    @classmethod
    def of(cls, text: str) -> "Words":
        """The words of a line as it was read; "Körkort: B" is the answer to a question, not the title of a document."""
        words = folded(text)
        label, colon, answer = text.partition(":")
        is_answer = bool(colon and answer.strip()) and len(label.split()) <= _LABEL
        return cls(f" {words} ", words.replace(" ", ""), len(words.split()), is_answer)


def terms(wordings: Sequence[str]) -> tuple[Term, ...]:
    """The terms for these wordings."""
    return tuple(map(Term.of, wordings))


def found(wanted: Sequence[Term], lines: Sequence[Words]) -> Iterator[Term]:
    """Those of the terms that stand in any of the lines."""
    return (term for term in wanted if any(term.is_in(line) for line in lines))
