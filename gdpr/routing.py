"""Which rights a mail asks for: no magic words needed, and in doubt a person decides (law.md R4; GDPR rec. 59)."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from detectors.finding import Origin
from gdpr.message import Message
from gdpr.request_circumstances import INFORMS, ONLY_IMAGINED, WITHDRAWN, sells
from gdpr.request_reading import RULES, Wordings, read
from gdpr.request_rule import fold
from gdpr.requests import ROUTE, ROUTES, RequestKind
from gdpr.sentences import Sentence, sentences

CERTAIN = 0.75
"""From this score a request is opened as what it is; below, a person decides its kind within a working day (R4)."""
MAYBE = 0.5
"""Below this score a mail asks for nothing."""

READ_AT_MOST = 12_000  # characters of a mail; who asks for something does so before
MOST_SENTENCES = 250
_SHORT = 90  # characters of a sentence that may lean on the one before it
_POINTS_BACK = re.compile(
    r"\b(?:de|dem|dom|den|det|detta|dessa|it|them|this|that|those|these|disse|dette|ne|se|sie|es|diese|hans|hennes|deras|honom|henne|"
    r"his|her|their)\b"
)
_REPLY = re.compile(r"\s*(?:re|sv|vs|vb|aw|fwd?|fw|wg|antw|ang)\s*:", re.IGNORECASE)
_SUBJECT_OF_A_REPLY = 0.4  # it names the thread, not what is asked for now
_DECLINABLE = frozenset({RequestKind.ERASURE, RequestKind.ACCESS, RequestKind.PORTABILITY})
_SECONDARY = frozenset({RequestKind.POLICY_QUESTION, RequestKind.DPO_QUESTION})
_RANK = {route.kind: place for place, route in enumerate(ROUTES)}
_LIGHTER = _RANK[RequestKind.MARKETING_OPTOUT]


@dataclass(frozen=True, slots=True)
class RequestFound:
    """One right that the mail asks for, with the place of the sentence that asks and why we think so.

    `start` and `end` are offsets into the text of `part`, "body" or "subject".
    """

    kind: RequestKind
    score: float
    start: int
    end: int
    part: str
    reason: str
    sentence: str = ""

    @property
    def certain(self) -> bool:
        """Whether the kind may stand without a person's decision."""
        return self.score >= CERTAIN

    @property
    def queue(self) -> str:
        """The queue that answers this kind."""
        return ROUTE[self.kind].queue


def request_kinds(message: Message) -> tuple[RequestFound, ...]:
    """Each right that the sender asks for in their own words, the weightiest first; none for an ordinary support mail.

    A request that is taken back is none; one that is only thought of is a question about the policy (R4, GDPR Art. 12(2)).
    """
    found = _strongest(_heard(message))
    own = fold(message.own_text[:READ_AT_MOST]) if found else ""
    if not found or WITHDRAWN.search(own) or sells(own):
        return ()
    if ONLY_IMAGINED.search(own):
        return (replace(min(found, key=_weight), kind=RequestKind.POLICY_QUESTION, reason="asks what would happen, not that it should"),)
    rights = [one for one in found if one.kind not in _SECONDARY]
    return tuple(sorted([one for one in rights if one.certain] or rights or found, key=_weight))


def _own_sentences(message: Message) -> Iterator[Sentence]:
    yield from sentences(message.subject, "subject", 0)
    left = READ_AT_MOST
    for passage in message.passages:
        if passage.origin is Origin.AUTHOR and left > 0:
            yield from sentences(passage.text[:left], passage.part, passage.start)
            left -= len(passage.text)


def _linked(message: Message) -> Iterator[Sentence]:
    """The sentences, one that only points back ("De ska bort.") together with the one before it."""
    before: Sentence | None = None
    for sentence in _own_sentences(message):
        yield sentence
        if before and before.part == sentence.part and len(sentence.text) < _SHORT and _POINTS_BACK.search(sentence.folded):
            folded = f"{before.folded}. {sentence.folded}"
            yield Sentence(sentence.text, folded, sentence.part, sentence.start, sentence.end)
        before = sentence


def _heard(message: Message) -> Iterator[RequestFound]:
    language = message.language if message.language in RULES else "sv"
    weight = _SUBJECT_OF_A_REPLY if _REPLY.match(message.subject) else 1.0
    said = [one for one in islice(_linked(message), MOST_SENTENCES) if not INFORMS.search(one.folded)]
    wordings = Wordings("\n".join(one.folded for one in said))
    for one in said:
        for kind, score, reason in read(one.folded, language, wordings):
            heard = round(score * weight, 2) if one.part == "subject" else score
            yield RequestFound(kind, heard, one.start, one.end, one.part, reason, one.text)


def _strongest(heard: Iterator[RequestFound]) -> list[RequestFound]:
    """Each kind once, by its strongest sentence; a second one adds a little, and one that declines it ("radera INTE") settles it."""
    best: dict[RequestKind, RequestFound] = {}
    declined: Counter[RequestKind] = Counter()
    for found in heard:
        if found.score == 0:
            declined[found.kind] += 1
            continue
        known = best.get(found.kind)
        if known is None:
            best[found.kind] = found
        else:
            stronger, other = (found, known) if found.score > known.score else (known, found)
            best[found.kind] = replace(stronger, score=round(min(0.99, stronger.score + 0.1 * other.score), 2))
    return [found for found in best.values() if found.score >= MAYBE and not (declined[found.kind] and found.kind in _DECLINABLE)]


def _weight(found: RequestFound) -> tuple[bool, bool, bool]:
    """Sure before unsure, rights before questions, and else as the mail has them."""
    return (not found.certain, found.kind in _SECONDARY, _RANK[found.kind] >= _LIGHTER)
