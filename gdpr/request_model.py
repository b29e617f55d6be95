"""How much a mail sounds like each kind of request: a linear model over the words of its sentences.

It has learnt from the texts in `bench/requests` (`bench/train_requests.py`), and hears what no table of wordings holds. Each sentence is
judged alone, together with its neighbour, and as part of the whole. What does not sound as if it asked for anything, as nearly all
of an ordinary mail, costs a few sums.
"""

from array import array
from base64 import b64decode
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate, pairwise
from math import exp, sqrt
from zlib import decompress

from gdpr import request_weights as learnt
from gdpr.request_features import BUCKETS, of_pairs, of_word, words
from gdpr.requests import RequestKind
from gdpr.sentences import Sentence

KINDS = tuple(RequestKind)
SILENT = 0.1
"""A part of a mail that asks for anything with less than this probability is not looked at further."""
_ANYTHING = len(KINDS)  # the head behind those of the kinds: whether anything is asked for
_NEVER = -50.0  # a logistic of this is nothing, and its exponential too large
_KNOWN_WORDS = 1 << 13  # so many words, and places, are remembered
_KNOWN_PLACES = 1 << 12


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much a mail sounds like a kind of request, 0–1, and the sentence that sounds most like it."""

    kind: RequestKind
    score: float
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class _Place:
    """A word where it stands: its features and how much they speak for asking."""

    features: tuple[int, ...]
    count: int
    asks: int


_UNHEARD = _Place((), 0, 0)


@dataclass(frozen=True, slots=True)
class _Window:
    """A run of sentences that is judged as one text, by the places of its words, and how likely it asks for anything."""

    begin: int
    end: int
    asks: float


def likenesses(said: Sequence[Sentence]) -> tuple[Likeness, ...]:
    """How much a mail sounds like each kind of request; none of them where no part of it sounds as if it asked for anything."""
    spoken = [words(one.folded) for one in said]
    ends = [0, *accumulate(map(len, spoken))]
    places = _places([word for one in spoken for word in one])
    asking = _Sums(_ANYTHING, places, [place.asks for place in places])
    loud = [_Window(*window, asked) for window in _windows(ends) if (asked := asking.probability(*window)) >= SILENT]
    if not loud:
        return ()
    within = {number for one in loud for number in range(one.begin, one.end)}
    heard = [place if number in within else _UNHEARD for number, place in enumerate(places)]
    return tuple(_likeness(kind, _Sums.of(KINDS.index(kind), places, heard), loud, ends, said) for kind in KINDS)


def _places(spoken: list[str]) -> list[_Place]:
    return list(map(_place, spoken, [*spoken[1:], ""], [*spoken[2:], "", ""]))


def _windows(ends: list[int]) -> set[tuple[int, int]]:
    """Where each sentence, each pair of neighbours, and the whole mail begin and end."""
    alone, paired = pairwise(ends), zip(ends, ends[2:], strict=False)
    return {(begin, end) for begin, end in ((0, ends[-1]), *alone, *paired) if begin < end}


def _likeness(kind: RequestKind, sums: "_Sums", loud: list[_Window], ends: list[int], said: Sequence[Sentence]) -> Likeness:
    """How much the loudest of the windows sounds like this kind, with the sentence of it that does so most."""
    score, begin, end = max((sums.probability(one.begin, one.end) * sqrt(one.asks), one.begin, one.end) for one in loud)
    inside = [place for place in range(len(said)) if begin <= ends[place] < ends[place + 1] <= end]
    return Likeness(kind, score, said[max(inside, key=lambda place: sums.probability(ends[place], ends[place + 1]))])


class _Sums:
    """The weights of one head, added up from the first place on, so that any part of a mail costs one difference."""

    def __init__(self, head: int, places: list[_Place], weights: Iterable[int]) -> None:
        self._step, self._bias = learnt.STEPS[head], learnt.BIASES[head]
        self._weights = [0, *accumulate(weights)]
        self._counts = [0, *accumulate(place.count for place in places)]

    @classmethod
    def of(cls, head: int, places: list[_Place], heard: list[_Place]) -> "_Sums":
        """The sums of a head over the places that are heard."""
        plane = _plane(head)
        return cls(head, places, (sum(map(plane.__getitem__, place.features)) for place in heard))

    def probability(self, begin: int, end: int) -> float:
        """The logistic of the weights of a part, in which each feature has the same share."""
        share = self._step / sqrt(self._counts[end] - self._counts[begin])
        raised = (self._weights[end] - self._weights[begin]) * share + self._bias
        return 1 / (1 + exp(-raised)) if raised > _NEVER else 0.0


@lru_cache(maxsize=_KNOWN_PLACES)
def _place(word: str, following: str, after: str) -> _Place:
    features = (*_of_word(word), *of_pairs(word, following, after))
    return _Place(features, len(features), sum(map(_plane(_ANYTHING).__getitem__, features)))


@lru_cache(maxsize=_KNOWN_WORDS)
def _of_word(word: str) -> tuple[int, ...]:
    return tuple(of_word(word))


@cache
def _planes() -> "array[int]":
    return array("b", decompress(b64decode(learnt.WEIGHTS)))


@cache
def _plane(head: int) -> "array[int]":
    """The weight of each feature for one kind, in the order of KINDS; behind them, that for asking for anything."""
    return _planes()[head * BUCKETS : (head + 1) * BUCKETS]
