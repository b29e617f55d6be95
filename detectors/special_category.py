"""Health and the other special categories, where a mail plainly says them of a person.

>>> [(found.value, found.raw) for found in detect(Passage("Jag är sjukskriven för utmattning och ber om anstånd."))]
[('health', 'sjukskriven för utmattning')]

GDPR Art. 9(1) and, for offences, Art. 10. That somebody is on sick leave is data on health already (C-101/01 Lindqvist, 50).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from detectors import special_category_words as words
from detectors.finding import Finding
from detectors.passage import Passage
from detectors.sensitive_finding import sensitive

_GAP = r"\s{1,3}"
_SWEDISH = (
    rf"(?:(?:jag|han|hon|hen|jeg|hun|(?:min|mitt|vår|vårt|hans|hennes){_GAP}(?:{words.RELATIVES})){_GAP}(?:{words.SV_VERBS})"
    rf"|(?:har|är|fick|lider|blev){_GAP}(?:jag|han|hon|hen))(?:{_GAP}(?:{words.SV_FILLERS})){{0,5}}{_GAP}"
)
_ENGLISH = (
    rf"(?:i|he|she|(?:my|our|his|her){_GAP}(?:{words.RELATIVES}))(?:{_GAP}(?:{words.EN_VERBS})|['’](?:ve|m|s))"
    rf"(?:{_GAP}(?:{words.EN_FILLERS})){{0,6}}{_GAP}"
)
_OWNED = (
    rf"(?:min|mitt|mina|hans|hennes|my|his|her){_GAP}"
    rf"(?:(?:svåra|kroniska|egen|egna|pågående|tidigare|severe|chronic|own|ongoing|recent){_GAP})?"
)
_SAID = f"(?:{_SWEDISH}|{_ENGLISH})"
_SAID_OR_OWNED = f"(?:{_SWEDISH}|{_ENGLISH}|{_OWNED})"

_CAUSE = (
    rf"(?:{_GAP}(?:för|på grund av|p\.?g\.?a\.?|till följd av|efter|med diagnosen|med|due to|because of|after|with)"
    rf"(?:{_GAP}(?!(?:till|tills|until|och|and|från|from)\b)[\w-]{{3,30}}){{1,2}})?"
)
_NAME = rf"{_GAP}(?!(?:är|visar|is|att|som|that)\b)[\w-]{{3,30}}(?:{_GAP}(?!(?:och|and|för|in|i|så)\b)[\w-]{{3,30}})?"
_ONE_MORE = rf"(?:{_GAP}(?!(?:och|and|i|in|att)\b)[\w-]{{3,30}})?"
_OF = rf"(?:{_GAP}(?:i|med|with){_GAP}[\w-]{{3,30}})?"
_AND_NO_JOKE = rf"(?!{_GAP}(?:när|when|över|over|av|at|from)\b)"
_IN_UNION = rf"(?:medlem i|med i|ansluten till|member of){_GAP}"
_IN_PARTY = rf"(?:medlem i|med i|aktiv i|politiskt aktiv i|member of){_GAP}"
_NO_TOPIC = r"(?!\w|[-.]\w| (?:app|site|website|blog|podcast|forum|domain|page|shop|store|clinic|charity|newsletter)\b)"


@dataclass(frozen=True, slots=True)
class Statement:
    """One way to say something sensitive: who it is said of, the telling words between `before` and `after`, and how sure that is."""

    value: str
    said_of: str
    telling: str
    reason: str
    score: float = 0.9
    before: str = ""
    after: str = ""

    @property
    def pattern(self) -> re.Pattern[str]:
        """What finds it; the group `said` is what must not be seen."""
        longest_first = sorted(self.telling.split("|"), key=len, reverse=True)
        telling = "|".join(re.escape(word).replace(r"\ ", _GAP) for word in longest_first)
        return re.compile(rf"(?<!\w){self.said_of}(?P<said>{self.before}(?:{telling}){self.after}){_NO_TOPIC}", re.IGNORECASE)


STATEMENTS: tuple[Statement, ...] = (
    Statement("health", _SAID_OR_OWNED, words.SICK_LEAVE, "somebody's sick leave", after=_CAUSE),
    Statement("health", _SAID_OR_OWNED, words.DIAGNOSIS, "somebody's diagnosis", after=_NAME),
    Statement("health", _SAID_OR_OWNED, words.GROWTHS, "somebody's illness", before=r"\w{0,20}"),
    Statement("health", _SAID_OR_OWNED, words.ILLNESSES, "somebody's illness, treatment or condition"),
    Statement("health", _SAID_OR_OWNED, words.STROKES, "somebody's illness", after=_AND_NO_JOKE),
    Statement("health", _SAID, words.GRAVELY, "somebody's illness", after=_OF),
    Statement("union", _SAID, words.UNIONS, "somebody's union membership", before=_IN_UNION),
    Statement("politics", _SAID, words.PARTIES, "somebody's party", before=_IN_PARTY),
    Statement("religion", _SAID, words.FAITHS, "somebody's belief"),
    Statement("sexuality", _SAID, words.SEXUALITIES, "somebody's sexual orientation"),
    Statement("origin", _SWEDISH, words.ORIGINS, "somebody's ethnic origin", score=0.8),
    Statement("offence", _SAID, words.OFFENCES, "somebody's offence", after=_ONE_MORE),
)
_WORD = re.compile(r"\w+")


def _longest_words(phrases: str) -> frozenset[str]:
    """Of each phrase the longest word, which hardly stands anywhere else."""
    return frozenset(max(_WORD.findall(phrase), key=len) for phrase in phrases.split("|"))


_COMPILED = tuple((statement, _longest_words(statement.telling), statement.pattern) for statement in STATEMENTS)
_ANY_OF_THEM = frozenset[str]().union(*(words_of_it for _, words_of_it, _ in _COMPILED))
_GROWTHS = tuple(words.GROWTHS.split("|"))

_SENTENCE_END = re.compile(r"[.!?\n]")
_FIGURE_OF_SPEECH = re.compile(r"nästan|höll på att|almost|nearly|\b(?:om|ifall|if) \Z", re.IGNORECASE)
_BEFORE = 30


def detect(passage: Passage) -> Iterator[Finding]:
    """Every clear statement on a person's health, union, belief …; figures of speech and topics of a website are none (Art. 9(1))."""
    text = passage.text
    lowered = text.lower()
    spoken = set(_WORD.findall(lowered))
    grows = any(map(lowered.__contains__, _GROWTHS))  # they end longer words too
    if spoken.isdisjoint(_ANY_OF_THEM) and not grows:
        return
    for statement, telling, pattern in _COMPILED:
        if not spoken.isdisjoint(telling) or (grows and statement.before):
            for found in pattern.finditer(text):
                if _is_meant(text, found.start()):
                    yield sensitive(passage, statement.value, found.span("said"), statement.score, statement.reason)


def _is_meant(text: str, start: int) -> bool:
    """Whether the words just before, in the same sentence, leave a statement that begins at `start` standing."""
    clause = _SENTENCE_END.split(text[max(0, start - _BEFORE) : start])[-1]
    return not _FIGURE_OF_SPEECH.search(clause)
