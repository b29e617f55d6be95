"""Does a mail report a personal-data breach: others' data received or shown, data leaked, or sent to the wrong person?

Precision first: who asks what would happen, offers a service or has trouble with a password of their own reports nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from detectors.finding import Origin
from gdpr.breach_wordings import ASKS_ONLY, WORDINGS, Wording
from gdpr.message import Message
from gdpr.request_circumstances import HYPOTHETICAL, sells
from gdpr.request_rule import fold
from gdpr.sentences import Sentence, sentences
from gdpr.word_index import WordIndex

READ_AT_MOST = 6_000  # characters of a mail; who reports a breach does so at its beginning
MOST_SENTENCES = 80
CERTAIN_FOR_ROBOTS = 0.9
"""A robot's mail must say more than a person's: newsletters, too, tell of leaks."""

TELLING_WORDS = (
    *("annans", "annan kund", "annan person", "någon annan", "nagon annan", "annat företag", "annat foretag", "frammande", "främmande"),
    *("andras", "andra kund", "andra person", "andra anv", "andra männ", "till fel", "läckt", "läcker", "lackt", "lacker", "rojt", "röjt"),
    *("läckage", "datalä", "datala", "dataintr", "incident", "obehörig", "obehorig", "utomstående"),
    *(
        "ligger öpp",
        "ligger opp",
        "ligger ute",
        "helt öpp",
        "helt opp",
        "publik",
        "exponer",
        "offentlig",
        "ladda ner utan",
        "annan av era",
        "spridits",
    ),
    *("one else", "body else", "another", "other customer", "other client", "other people", "other person", "other user", "other compan"),
    *("leak", "breach", "the wrong", "expos", "publicly", "stranger", "different customer", "open to "),
    *("andres", "anden ", "annen ", "andre kund", "lekk", "læk", "brudd", "brud på", "databrud", "uvedkommende", "til feil", "forkert"),
    *("fremde", "anderer", "anderen", "datenpanne", "datenleck", "datenschutzv", "toisen", "muiden", "tietovu", "loukkau", "jonkun"),
)
"""One of these stands in every report: looked for first, for it costs next to nothing."""
_INDEX = WordIndex({place: wording.pattern for place, wording in enumerate(WORDINGS)})


@dataclass(frozen=True, slots=True)
class BreachReport:
    """The sentence that reports a breach: its place, how sure we are, and why."""

    score: float
    part: str
    start: int
    end: int
    reason: str


def breach_report(message: Message, auto: bool = False) -> BreachReport | None:
    """The strongest sentence by which the mail reports a breach, None where none does; robots report too (GDPR Art. 33; B1)."""
    heard = [one for one in _heard(message) if not auto or one.score >= CERTAIN_FOR_ROBOTS]
    if not heard or sells(fold(message.own_text[:READ_AT_MOST])):
        return None
    return max(heard, key=lambda one: one.score)


def _heard(message: Message) -> Iterator[BreachReport]:
    for sentence in islice(_telling_sentences(message), MOST_SENTENCES):
        if HYPOTHETICAL.search(sentence.folded) or ASKS_ONLY.search(sentence.folded):
            continue
        for place in sorted(_INDEX.possible(sentence.folded)):
            wording = WORDINGS[place]
            if _says(wording, sentence.folded):
                yield BreachReport(wording.score, sentence.part, sentence.start, sentence.end, wording.reason)


def _says(wording: Wording, folded: str) -> bool:
    return bool(wording.pattern.search(folded)) and not (wording.unless and wording.unless.search(folded))


def _telling_sentences(message: Message) -> Iterator[Sentence]:
    """The sender's own sentences, of a mail that holds a telling word at all."""
    if not _tells(f"{message.subject}\n{message.own_text[:READ_AT_MOST]}"):
        return
    yield from sentences(message.subject, "subject", 0)
    for passage in message.passages:
        if passage.origin is Origin.AUTHOR:
            yield from sentences(passage.text[:READ_AT_MOST], passage.part, passage.start)


def _tells(text: str) -> bool:
    lowered = text.lower()
    return any(map(lowered.__contains__, TELLING_WORDS))
