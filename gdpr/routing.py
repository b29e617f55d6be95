"""Which rights a mail asks for: no magic words needed, and in doubt a person decides (law.md R4; GDPR rec. 59)."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from detectors.finding import Origin
from gdpr import request_rules_en, request_rules_fi_de, request_rules_no_da, request_rules_sv
from gdpr.message import Message
from gdpr.request_combinations import Combination, combined
from gdpr.request_concepts import CONCEPTS
from gdpr.request_rule import Rule, fold
from gdpr.requests import ROUTE, ROUTES, RequestKind
from gdpr.sentences import Sentence, sentences

CERTAIN = 0.75
"""From this score a request is opened as what it is; below, a person decides its kind within a working day (R4)."""
MAYBE = 0.5
"""Below this score a mail asks for nothing."""

READ_AT_MOST = 12_000  # characters of a mail; who asks for something does so before
MOST_SENTENCES = 250


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

NEGATION = {
    "fi": re.compile(r"\b(?:en|ei|emme|eivat|ala|alkaa|not|never)\b"),
    "de": re.compile(r"\b(?:nicht|kein|keine|keinen|keinerlei|nie|not|never)\b"),
    "": re.compile(
        r"\b(?:inte|ej|icke|aldrig|ingen|inget|inga|varken|utan att|not|never|no|don't|doesn't|without|neither|nor|cannot|isn't|ikke|aldri)\b"
    ),
}
"""The words that turn a request off, by language; "" for Swedish, English, Norwegian and Danish together."""

_NOT_A_NO = re.compile(r"inte (?:langre|bara|minst)|(?:not|no) (?:longer|only|later)|(?:kan|kunde|skulle) (?:ni|du|nan) inte|inte (?:heller )?(?:kund|varit)|ingen (?:relation|kund)|no later|if not|om inte")
_NEAR = 34  # characters before a match in which a "not" is looked for

_VERB = 18  # characters from its beginning in which a match has its verb

DECLINED = re.compile(
    r"\b(?:vill|onskar|begar|kraver|behover)\s(?:\w+\s){0,2}(?:inte|ej)\b|\b(?:inte|ej)\s(?:\w+\s){0,2}(?:ute efter|begart?|bett om|vill ha|intresserad)\b|"
    r"\b(?:rad+era|rensa|slang|ta bort|stryk)\s(?:\w+\s)?(?:inte|ej)\b|\bta inte bort|\bnot (?:asking|requesting|want|looking)\b|\b(?:do not|don't) (?:\w+ )?(?:want you to )?(?:delete|erase|"
    r"remove|ask|want|need|request)\b|\bikke (?:slett|slet|fjern)\w*|\b(?:slett|slet) ikke|\bnicht loschen|\bala\w* poista"
)
"""A request that is named only to say that it is not made."""

WITHDRAWN = re.compile(
    r"(?:tar|drar|vill ta|vill dra) (?:harmed )?tillbaka (?:min|var) (?:begaran|forfragan|ansokan|anmalan)|glom (?:det (?:dar|jag)|min begaran|mitt (?:forra|tidigare))|"
    r"(?:bortse fran|ignorera|stryk) (?:min|mitt) (?:\w+ )?(?:begaran|mail|mejl|forfragan)|behover (?:ni )?inte (?:langre )?radera|(?:disregard|ignore|cancel|withdraw) my "
    r"(?:\w+ )?(?:request|e-?mail|message)|(?:never mind|forget) (?:about )?(?:it|that|my (?:\w+ )?request)|trekker (?:tilbake )?(?:min )?(?:foresporsel|begjaring)|"
    r"trakker min anmodning|ziehe (?:ich )?(?:meine\w* )?(?:anfrage|antrag) zuruck|peru\w* pyynto\w*|har andrat mig.{0,40}(?:behall|lat|spara)"
)
SALES = re.compile(
    r"\b(?:vi (?:hjalper|erbjuder)|hjalper (?:bolag|foretag|organisationer)|boka (?:en )?(?:demo|tid|mote|genomgang)|bjuder vi pa|kostnadsfri\w*|prova gratis|var (?:plattform|tjanst|losning)|"
    r"i min kalender|(?:femton|\d\d) minuter (?:pa|i)|femton minuter|our (?:platform|solution|software|tool|team of experts)|(?:book|schedule) (?:a|me|your)|free (?:audit|trial|consultation|demo)|"
    r"\w* ?demo\b|would you be open|quick (?:call|chat) (?:next|this)|visste du att|did you know|svara bara|just reply|webinar|pa distans|one dashboard|steg for steg|anmal dig)\b"
)
_A_PITCH = 2  # different phrases of a seller in one mail
HYPOTHETICAL = re.compile(
    r"\bom (?:jag|man) (?:\w+ ){0,2}vill\b.{0,80}\bhur (?:gor|gar)|\bom (?:jag|man|nagon|en kund|vi) skulle (?:vilja|onska|begara|be)|hypotetisk|bara (?:veta|en fraga|nyfiken|undrar)|behover (?:alltsa )?inte gora nagot|\bif (?:i|we|they|"
    r"somebody|someone) (?:wanted|were to|was to|should|wished)|hypothetical|what would (?:\w+ ){1,7}have to do|hvis (?:jeg|man) (?:skulle|ville)|wenn ich .{0,40}(?:wurde|wollte)|"
    r"jos haluaisin|(?:nar|innan) (?:jag|vi) bestaller|har inte bestamt mig"
)
TECHNICAL = re.compile(
    r"\b(?:dns|a-?poster?\w*|poster(?:na)? i zon\w*|zon(?:en)?|zone|cname|mx|txt|domanen?|domain|mailbox(?:es)?|postfach|e-?postkonto\w*|brevlad\w*|databas(?:en)?|database|postgres|"
    r"mysql|pg_dump\w*|certifikat\w*|certificate|varmen\w*|ftp|sftp|webbhotell\w*|vps|server(?:n)?|cookiebanner\w*|banner\w*|knapp(?:en)?|besokar\w*|visitors?|our users|kalender|trash|papperskorg\w*|backup\w*|"
    r"php|whois|contact form|kontaktformul\w*|wordpress|plugin|sajten|ip-adress\w*|oppforing\w*|filerne|filer(?:na)?|files)\b"
)
PERSONAL = re.compile(
    r"gdpr|dsgvo|person|om mig|om mej|about me|my (?:personal )?data\b|mina (?:\w+ )?up+gift|art(?:\.|ikel|icle)? ?(?:15|16|17|18|20|21|7)|mitt namn|mitt cv|hold|om meg|tietoni|betraff|dataskydd|privacy"
)
_CLAUSE = re.compile(r"[,;:]\s|\bmen\b|\bbut\b|\bmutta\b|\baber\b")
_NOT_BEHIND = re.compile(r"(?:\s\w{2,4})?\s(?:inte|ej|icke|not|ikke|nicht)\b")
_SHORT = 90  # characters of a sentence that may lean on the one before it
_POINTS_BACK = re.compile(r"\b(?:de|dem|dom|den|det|detta|dessa|it|them|this|that|those|these|disse|dette|ne|se|sie|es|diese|hans|hennes|deras|honom|henne|his|her|their)\b")
_REPLY = re.compile(r"\s*(?:re|sv|vs|vb|aw|fwd?|fw|wg|antw|ang)\s*:", re.IGNORECASE)
_DECLINABLE = frozenset({RequestKind.ERASURE, RequestKind.ACCESS, RequestKind.PORTABILITY})
# In one sentence the first kind is only another name for the second, unless it says so too.
NARROWER: tuple[tuple[RequestKind, RequestKind, re.Pattern[str]], ...] = (
    (RequestKind.ERASURE, RequestKind.MARKETING_OPTOUT, re.compile(r"uppgift|data\b|daten|opplysning|oplysning|allt\b|everything|information|tieto|konto|account")),
    (RequestKind.OBJECTION, RequestKind.MARKETING_OPTOUT, re.compile(r"profiler|analy|tredje|third")),
    (RequestKind.ACCESS, RequestKind.PORTABILITY, re.compile(r"\b15\b")),
)
_INFORMS = re.compile(r"\bdu (?:kan|har (?:alltid )?ratt|far)\b.{0,80}\b(?:ditt|dina|din)\b|\byou (?:can|may|have the right).{0,60}\byour\b|^\s*(?:\[ ?\]|\u2610)")
_HOW_TO_LEAVE = re.compile(r"https?:|www\.|klicka|click|\bto (?:unsubscribe|opt out|be removed|stop receiving)|unsubscribe (?:here|at|by|link)|avregistrera dig|avmeld deg|your subscription")
"""What stands at the foot of every newsletter."""
_SECONDARY = frozenset({RequestKind.POLICY_QUESTION, RequestKind.DPO_QUESTION})
_RANK = {route.kind: place for place, route in enumerate(ROUTES)}
_LIGHTER = _RANK[RequestKind.MARKETING_OPTOUT]
_SUBJECT_OF_A_REPLY = 0.4  # it names the thread, not what is asked for now
_TECHNICAL = 0.5  # the sentence is about things an administrator handles
_LOOKALIKES = frozenset({RequestKind.ERASURE, RequestKind.ACCESS, RequestKind.PORTABILITY, RequestKind.RECTIFICATION, RequestKind.RESTRICTION, RequestKind.OBJECTION, RequestKind.WITHDRAW_CONSENT})


def _negated(text: str, start: int, end: int, language: str) -> bool:
    """Whether a "not" stands just before the words, among them, or as the word after them, in the same clause."""
    before = _CLAUSE.split(text[max(0, start - _NEAR) : start])[-1]
    within = _CLAUSE.split(text[start : min(end, start + _VERB)])[0]
    behind = text[end : end + _NEAR]
    return bool(NEGATION.get(language, NEGATION[""]).search(_NOT_A_NO.sub(" ", before + within))) or bool(_NOT_BEHIND.match(behind))


def _spoken(language: str, folded: str) -> tuple[str, ...]:
    """The languages whose wordings are looked for in a sentence: the mail's, and what is mixed into it."""
    also = (("en", ENGLISH), ("sv", SWEDISH))
    return (language, *(other for other, words in also if other != language and words.search(folded)))


def _readings(sentence: Sentence, language: str) -> Iterator[tuple[RequestKind, float, str]]:
    """What the rules and the combinations of one language make of a sentence; a request that is declined has score 0."""
    folded = sentence.folded
    matches: list[tuple[Rule | Combination, re.Match[str]]] = []
    for rule in RULES[language]:
        found = rule.pattern.search(folded)
        if found:
            matches.append((rule, found))
    matches.extend(combined(folded, CONCEPTS[language]))
    for heard, found in matches:
        if not (heard.negatable and _negated(folded, found.start(), found.end(), language)):
            yield heard.kind, heard.score, heard.reason
        elif DECLINED.search(folded):
            yield heard.kind, 0.0, heard.reason


def _read(sentence: Sentence, language: str) -> Iterator[RequestFound]:
    """What one sentence asks for: the strongest reading of each kind."""
    technical = bool(TECHNICAL.search(sentence.folded)) and not PERSONAL.search(sentence.folded)
    best: dict[RequestKind, tuple[float, str]] = {}
    heard = (reading for spoken in _spoken(language, sentence.folded) for reading in _readings(sentence, spoken))
    for kind, score, reason in heard:
        score *= _TECHNICAL if technical and kind in _LOOKALIKES else 1.0
        if score >= best.get(kind, (0.0, ""))[0]:
            best[kind] = (score, reason)
    if _HOW_TO_LEAVE.search(sentence.folded):
        best.pop(RequestKind.MARKETING_OPTOUT, None)
        best.pop(RequestKind.ERASURE, None)
    for kind, narrower, unless in NARROWER:
        if kind in best and narrower in best and not unless.search(sentence.folded):
            del best[kind]
    for kind, (score, reason) in best.items():
        yield RequestFound(kind, round(score, 2), sentence.start, sentence.end, sentence.part, reason, sentence.text)


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
            folded = f"{before.folded} {sentence.folded}"
            yield Sentence(sentence.text, folded, sentence.part, sentence.start, sentence.end)
        before = sentence


def _heard(message: Message) -> Iterator[RequestFound]:
    language = message.language if message.language in RULES else "sv"
    is_reply = bool(_REPLY.match(message.subject))
    for sentence in islice(_linked(message), MOST_SENTENCES):
        if _INFORMS.search(sentence.folded):
            continue
        for found in _read(sentence, language):
            weakened = found.part == "subject" and is_reply
            yield replace(found, score=round(found.score * _SUBJECT_OF_A_REPLY, 2)) if weakened else found


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


def request_kinds(message: Message) -> tuple[RequestFound, ...]:
    """Each right that the sender asks for in their own words, the weightiest first; none for an ordinary support mail.

    A request that is taken back is none; one that is only thought of is a question about the policy (R4, GDPR Art. 12(2)).
    """
    found = _strongest(_heard(message))
    if not found:
        return ()
    own = fold(message.own_text[:READ_AT_MOST])
    if WITHDRAWN.search(own) or _sells(own):
        return ()
    if HYPOTHETICAL.search(own):
        return _as_question(found)
    rights = [one for one in found if one.kind not in _SECONDARY and one.certain]
    kept = rights or [one for one in found if one.kind not in _SECONDARY] or found
    return tuple(sorted(kept, key=_weight))


def _sells(own: str) -> bool:
    """Whether the mail offers a service: who sells data protection uses all its words and asks for nothing."""
    return len({found.group() for found in SALES.finditer(own)}) >= _A_PITCH


def _as_question(found: list[RequestFound]) -> tuple[RequestFound, ...]:
    first = min(found, key=_weight)
    return (replace(first, kind=RequestKind.POLICY_QUESTION, reason="asks what would happen, not that it should"),)
