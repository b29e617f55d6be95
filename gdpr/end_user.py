"""Is the person who asks an end user of a customer: somebody whose data stands on a site that we only host?

Then we are the processor, the customer is the controller, and nothing is confirmed or disclosed by us. Precision first: a
mail that does not name the hosting relation is our own customer's or anybody's, and is answered as such.
"""

import re
from dataclasses import dataclass

from gdpr.message import Message
from gdpr.request_rule import compiled, fold
from gdpr.sentences import sentences

READ_AT_MOST = 6_000

_WORDS = {
    "site": r"(?:\w*sajt\w*|\w*sida\w*|hemsid\w*|\w*webb?plats\w*|\w*butik\w*|\w*shop\w*|\w*forum\w*|\w*site\w*|\w*store\b|"
    r"\w*blogg?\w*|\w*forening\w*|klubb\w*|domanen?|domain|service|tjanst\w*|app(?:en)?|[\w-]+\.(?:se|com|nu|org|net|example)\b)",
    "server": r"(?:serv(?:er|rar)\w*|webbhotell\w*|plattform\w*|infrastruktur|hosting|platform|infrastructure|datacenter)",
}

_RELATION = compiled(
    r"\b(?:som|vilken) (?:ni|ftech) (?:\w+ )?(?:hostar|driftar|drivs|driver at|har hand om|hyser|har pa era)\b"
    r"|\b<site>\b.{0,60}\b(?:ligger|hostas|driftas|drivs|hostad|driftad|finns|lagras|kors) (?:\w+ )?(?:hos|av|pa|via) "
    r"(?:er\b|ftech|era <server>|er <server>)"
    r"|\b(?:en av )?(?:er|era|ert|ftechs) kund(?:er|en|ers|ens|s)?\b.{0,60}\b<site>"
    r"|\b<site>\b.{0,60}\b(?:som )?(?:ar|tillhor|ags av|drivs av) (?:en )?(?:av )?(?:er|era) kund(?:er)?\b"
    r"|\b<site>\b.{0,60}\b(?:is |are )?(?:hosted|stored|run|kept) (?:by|with|on|at) (?:you|your|ftech)\b"
    r"|\b(?:you|ftech) (?:\w+ )?hosts?\b.{0,40}\b<site>|\b<site>\b.{0,40}\b(?:that|which) (?:you|ftech) (?:\w+ )?host\b"
    r"|\b(?:one of )?your (?:hosting )?customers?'?s?\b.{0,60}\b<site>"
    r"|\b<site>\b.{0,60}\b(?:belongs to|is run by) (?:one of )?your customers?"
    r"|\b<site>\b.{0,60}\b(?:ligger|hostes|driftes) (?:hos|av|pa) (?:dere|jer|ftech)\b"
    r"|\b<site>\b.{0,60}\b(?:bei ihnen|von ihnen) gehostet",
    _WORDS,
)
_OWN_SITE = compiled(
    r"\b(?:min|var|mitt|vart|vara|mina|my|our|meine|unsere) (?:egen |eget |own |nya |new )?(?:\w+ )?<site>"
    r"|\b(?:vi|jag) (?:\w+ )?(?:har|hyr) (?:\w+ ){0,3}(?:webbhotell|server|konto|abonnemang) hos er"
    r"|\bwe (?:\w+ )?(?:host|rent|have) (?:\w+ ){0,3}(?:with|from) you|"
    r"\b(?:jag|vi) ar kund(?:er)? hos er|\b(?:i am|we are) (?:a )?customers? of yours",
    _WORDS,
)
_SITE = re.compile(r"\b(?:https?://)?(?:www\.)?((?:[a-z0-9-]+\.)+[a-z]{2,24})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class EndUser:
    """The sentence that tells that a hosted site is meant, and the site if it is named."""

    site: str
    part: str
    start: int
    end: int


def end_user(message: Message, own_domains: tuple[str, ...]) -> EndUser | None:
    """What tells that the sender is an end user of a site we host, None where nothing does (GDPR Art. 28(3)(e); law.md §3 ENDUSER)."""
    text = message.own_text[:READ_AT_MOST]
    if _OWN_SITE.search(fold(text)):
        return None
    for passage in message.new_text:
        for sentence in sentences(passage.text[:READ_AT_MOST], passage.part, passage.start):
            if _RELATION.search(sentence.folded):
                return EndUser(_site(f"{sentence.text} {message.subject} {text}", own_domains), sentence.part, sentence.start, sentence.end)
    return None


def _site(text: str, own_domains: tuple[str, ...]) -> str:
    """The first domain that is written out and is neither ours nor the domain of an address."""
    for found in _SITE.finditer(text):
        domain = found[1].lower()
        if text[max(0, found.start() - 1) : found.start()] != "@" and not domain.endswith(own_domains):
            return domain
    return ""
