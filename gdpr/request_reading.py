"""What one sentence asks for: fixed wordings and combined concepts, in the languages it is written in."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from gdpr import request_rules_en, request_rules_fi_de, request_rules_no_da, request_rules_sv
from gdpr.request_circumstances import DECLINED, HOW_TO_LEAVE, HYPOTHETICAL, is_technical, negated
from gdpr.request_combinations import Combination, combined
from gdpr.request_concepts import CONCEPTS
from gdpr.request_model import Likeness
from gdpr.request_rule import Rule
from gdpr.requests import RequestKind
from gdpr.word_index import WordIndex

Reading = tuple[RequestKind, float, str]
"""A kind, its score and the reason; the score 0 says that it is named only to be declined."""

RULES: dict[str, tuple[Rule, ...]] = {
    "sv": request_rules_sv.RULES,
    "en": request_rules_en.RULES,
    "no": request_rules_no_da.RULES,
    "da": request_rules_no_da.RULES,
    "fi": request_rules_fi_de.RULES_FI,
    "de": request_rules_fi_de.RULES_DE,
}
ENGLISH = re.compile(r"\b(?:the|my|you|your|please|and|me|of|data|gdpr|unsubscribe|delete|request|dpo|dpa|stop)\b")
SWEDISH = re.compile(r"\b(?:jag|och|att|ni|mig|mina|mitt|inte|fran|om|hej|pub|gdpr)\b")

_A_COPY_FIRST = re.compile(r"\b15\b|kopi|copy|copies|utdrag|innsyn|indsigt|auskunft|access|\b(?:first|innan|sedan|forst|before)\b")
_ANY_DATA = re.compile(r"uppgift|data\b|daten|opplysning|oplysning|allt\b|everything|information|tieto|konto|account")
# In one sentence the first kind is only another name for the second, unless it says so too.
NARROWER: tuple[tuple[RequestKind, RequestKind, re.Pattern[str]], ...] = (
    (RequestKind.ERASURE, RequestKind.MARKETING_OPTOUT, _ANY_DATA),
    (RequestKind.OBJECTION, RequestKind.MARKETING_OPTOUT, re.compile(r"profiler|analy|tredje|third")),
    (RequestKind.ACCESS, RequestKind.PORTABILITY, re.compile(r"\b15\b")),
    (RequestKind.ACCESS, RequestKind.ERASURE, _A_COPY_FIRST),
    (RequestKind.ACCESS, RequestKind.WITHDRAW_CONSENT, _A_COPY_FIRST),
)
_TECHNICAL = 0.5  # the sentence is about things an administrator handles
_LOOKALIKES = frozenset(
    {
        RequestKind.ERASURE,
        RequestKind.ACCESS,
        RequestKind.PORTABILITY,
        RequestKind.RECTIFICATION,
        RequestKind.RESTRICTION,
        RequestKind.OBJECTION,
        RequestKind.WITHDRAW_CONSENT,
    }
)
"""The kinds whose words a hosting desk uses of machines too."""
_LEAVING = (RequestKind.MARKETING_OPTOUT, RequestKind.ERASURE)  # what the foot of a newsletter tells how to do


def _spoken(language: str, folded: str) -> tuple[str, ...]:
    """The languages whose wordings are looked for in a sentence: the mail's, and what is mixed into it."""
    also = (("en", ENGLISH), ("sv", SWEDISH))
    return (language, *(other for other, words in also if other != language and words.search(folded)))


@cache
def _rule_index(language: str) -> WordIndex[int]:
    return WordIndex({place: rule.pattern for place, rule in enumerate(RULES[language])})


@cache
def _concept_index(language: str) -> WordIndex[str]:
    return WordIndex(CONCEPTS[language])


class Wordings:
    """The rules and concepts that may match some sentence of a text; what cannot is not tried on any."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._narrowed: dict[str, tuple[WordIndex[int], WordIndex[str]]] = {}

    def possible(self, folded: str, language: str) -> tuple[set[int], set[str]]:
        """The places of the rules, and the names of the concepts, that may match this sentence of the text."""
        if language not in self._narrowed:
            self._narrowed[language] = _rule_index(language).narrowed(self._text), _concept_index(language).narrowed(self._text)
        rules, concepts = self._narrowed[language]
        return rules.possible(folded), concepts.possible(folded)


def _readings(folded: str, language: str, wordings: Wordings) -> Iterator[Reading]:
    """What the rules and the combinations of one language make of a sentence; a request that is declined has score 0."""
    matches: list[tuple[Rule | Combination, re.Match[str]]] = []
    places, concepts = wordings.possible(folded, language)
    for place in sorted(places):
        rule = RULES[language][place]
        if found := rule.pattern.search(folded):
            matches.append((rule, found))
    matches.extend(combined(folded, CONCEPTS[language], concepts))
    for heard, found in matches:
        if not (heard.negatable and negated(folded, found.start(), found.end(), language)):
            yield heard.kind, heard.score, heard.reason
        elif DECLINED.search(folded):
            yield heard.kind, 0.0, heard.reason


def read(folded: str, language: str, wordings: Wordings) -> Iterator[Reading]:
    """The strongest reading of each kind in a sentence of a mail in this language; `wordings` are those of the whole mail."""
    best: dict[RequestKind, tuple[float, str]] = {}
    technical = is_technical(folded)
    for kind, score, reason in (reading for spoken in _spoken(language, folded) for reading in _readings(folded, spoken, wordings)):
        weighed = score * (_TECHNICAL if technical and kind in _LOOKALIKES else 1.0)
        if weighed >= best.get(kind, (0.0, ""))[0]:
            best[kind] = (weighed, reason)
    _drop_lookalikes(best, folded)
    if best and HYPOTHETICAL.search(folded):
        yield RequestKind.POLICY_QUESTION, max(score for score, _ in best.values()), "asks what would happen, not that it should"
        return
    for kind, (score, reason) in best.items():
        yield kind, round(score, 2), reason


def reheard(likeness: Likeness) -> Likeness:
    """The likeness, given what stands in its sentence: something declined or imagined asks for nothing, and a machine's words say less."""
    folded = likeness.sentence.folded
    if likeness.kind in _LEAVING and HOW_TO_LEAVE.search(folded):
        return replace(likeness, score=0.0)
    if likeness.kind not in _LOOKALIKES:
        return likeness
    if DECLINED.search(folded) or HYPOTHETICAL.search(folded):
        return replace(likeness, score=0.0)
    return replace(likeness, score=likeness.score * _TECHNICAL) if is_technical(folded) else likeness


def _drop_lookalikes(best: dict[RequestKind, tuple[float, str]], folded: str) -> None:
    if HOW_TO_LEAVE.search(folded):
        for kind in _LEAVING:
            best.pop(kind, None)
    for kind, narrower, unless in NARROWER:
        if kind in best and narrower in best and not unless.search(folded):
            del best[kind]
