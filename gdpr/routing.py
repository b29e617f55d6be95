"""Which rights a mail asks for: no magic words needed, and in doubt a person decides (law.md R4; GDPR rec. 59)."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice

from detectors.finding import Origin
from gdpr.message import Message
from gdpr.request_circumstances import INFORMS, ONLY_IMAGINED, TO_AUTHORITY, WITHDRAWN, is_foot, sells
from gdpr.request_model import Likeness, likenesses
from gdpr.request_reading import RULES, Wordings, read, reheard
from gdpr.request_rule import fold
from gdpr.requests import ROUTE, ROUTES, RequestKind
from gdpr.sentences import Sentence, sentences

CERTAIN = 0.75
"""From this score a request is opened as what it is; below, a person decides its kind within a working day (R4)."""
MAYBE = 0.5
"""Below this score a mail asks for nothing."""

WORDING_TRUSTED = 0.7
"""What the score of a wording is worth where the model does not hear the same."""
ALONE = 0.9
"""From this score the model alone tells a request; below, some wording must agree."""
ALSO = 0.9
"""From this score the model alone tells one more request, beside a surer one."""
ALSO_WORDED = 0.7
"""From this score a wording tells one more request."""
_CLOSE = 0.15  # between two scores that tell nothing about which request is the main one
SOUNDS_LIKE = "worded like requests of this kind"

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
    sounds = _sounds(message)
    found = _strongest(_heard(message), sounds) if sounds else []  # a wording that the model does not hear at all is mostly mistaken
    own = fold(message.own_text[:READ_AT_MOST]) if found else ""
    if not found or WITHDRAWN.search(own) or TO_AUTHORITY.search(own) or sells(own):
        return ()
    if ONLY_IMAGINED.search(own):
        return (replace(min(found, key=_weight), kind=RequestKind.POLICY_QUESTION, reason="asks what would happen, not that it should"),)
    heard = _not_only_sounding(found)
    rights = [one for one in heard if one.kind not in _SECONDARY]
    heard = [one for one in rights if one.certain or one.reason != SOUNDS_LIKE] or rights or heard
    surest = max(one.score for one in heard)
    return tuple(sorted(heard, key=lambda one: (one.score < surest - _CLOSE, *_weight(one))))


def _not_only_sounding(found: list[RequestFound]) -> list[RequestFound]:
    """Without what is merely heard beside a surer request."""
    surest = max(found, key=lambda one: one.score)
    worded = ALSO_WORDED if surest.certain else MAYBE
    return [one for one in found if one is surest or one.score >= (ALSO if one.reason == SOUNDS_LIKE else worded)]


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


def _asking(said: Iterable[Sentence]) -> Iterator[Sentence]:
    """The sentences without those that only tell the reader how to ask."""
    all_said = list(said)
    mail = "\n".join(one.folded for one in all_said)
    return (one for one in all_said if not INFORMS.search(one.folded) and not is_foot(one.folded, mail))


def _heard(message: Message) -> Iterator[RequestFound]:
    """What the wordings of the mail ask for, sentence by sentence."""
    language = message.language if message.language in RULES else "sv"
    weight = _SUBJECT_OF_A_REPLY if _REPLY.match(message.subject) else 1.0
    said = list(_asking(islice(_linked(message), MOST_SENTENCES)))
    wordings = Wordings("\n".join(one.folded for one in said))
    for one in said:
        for kind, score, reason in read(one.folded, language, wordings):
            heard = round(score * weight, 2) if one.part == "subject" else score
            yield RequestFound(kind, heard, one.start, one.end, one.part, reason, one.text)


def _sounds(message: Message) -> list[RequestFound]:
    """What the mail sounds like to the model, which knows no fixed wordings."""
    reply = _REPLY.match(message.subject)
    own = (one for one in _own_sentences(message) if not (reply and one.part == "subject"))
    return [_sounding(one) for one in map(reheard, likenesses(list(_asking(islice(own, MOST_SENTENCES)))))]


def _sounding(heard: Likeness) -> RequestFound:
    one = heard.sentence
    return RequestFound(heard.kind, heard.score, one.start, one.end, one.part, SOUNDS_LIKE, one.text)


def _strongest(heard: Iterator[RequestFound], sounds: Iterable[RequestFound]) -> list[RequestFound]:
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
    agreed = _agreed(best, {found.kind: found for found in sounds})
    return [found for found in agreed if found.score >= MAYBE and not (declined[found.kind] and found.kind in _DECLINABLE)]


def _agreed(worded: Mapping[RequestKind, RequestFound], sounding: Mapping[RequestKind, RequestFound]) -> Iterator[RequestFound]:
    """Wordings and model together: each makes surer what the other has heard, and the wording has the better reason."""
    for kind in dict.fromkeys((*worded, *sounding)):
        by_wording, by_sound = worded.get(kind), sounding.get(kind)
        doubt = (1 - WORDING_TRUSTED * by_wording.score if by_wording else 1) * (1 - by_sound.score if by_sound else 1)
        found = by_wording or by_sound
        if found:
            score = round(min(0.99, 1 - doubt), 2)
            yield replace(found, score=score if by_wording or score >= ALONE else 0.0)


def _weight(found: RequestFound) -> tuple[bool, bool, bool, int]:
    """Rights before questions, and else as the mail has them."""
    return (found.kind in _SECONDARY, _RANK[found.kind] >= _LIGHTER, found.part != "subject", found.start)
