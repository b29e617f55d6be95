"""What is said around a request: that it is not made, taken back, imagined, sold, or about a machine.

The patterns read folded text (see `request_rule.fold`).
"""

import re

NEGATION = {
    "fi": re.compile(r"\b(?:en|ei|emme|eivat|ala|alkaa|not|never)\b"),
    "de": re.compile(r"\b(?:nicht|kein|keine|keinen|keinerlei|nie|not|never)\b"),
    "": re.compile(
        r"\b(?:inte|ej|icke|aldrig|ingen|inget|inga|varken|utan att|not|never|no|don't|doesn't|without|neither|nor|cannot|isn't|ikke|"
        r"aldri)\b"
    ),
}
"""The words that turn a request off, by language; "" for Swedish, English, Norwegian and Danish together."""

_NOT_A_NO = re.compile(
    r"inte (?:langre|bara|minst)|(?:not|no) (?:longer|only|later)|(?:kan|kunde|skulle) (?:ni|du|nan) inte|inte (?:heller )?(?:kund|"
    r"varit)|ingen (?:relation|kund)|no later|if not|om inte"
)
_NEAR = 26  # characters before a match in which a "not" is looked for

_VERB = 18  # characters from its beginning in which a match has its verb

_CLAUSE = re.compile(r"[,;:.!?]\s|\bmen\b|\bbut\b|\bmutta\b|\baber\b")
_NOT_BEHIND = re.compile(r"(?:\s\w{2,4})?\s(?:inte|ej|icke|not|ikke|nicht)\b")

DECLINED = re.compile(
    r"\b(?:vill|onskar|begar|kraver|behover)\s(?:\w+\s){0,2}(?:inte|ej)\b|\b(?:inte|ej)\s(?:\w+\s){0,2}(?:ute efter|begart?|bett om|"
    r"vill ha|intresserad)\b|"
    r"\b(?:rad+era|rensa|slang|ta bort|stryk)\s(?:\w+\s)?(?:inte|ej)\b|\bta inte bort|\bnot (?:asking|requesting|want|looking)\b|"
    r"\b(?:do not|don't) (?:\w+ )?(?:want you to )?(?:delete|erase|"
    r"remove|ask|want|need|request)\b|\bikke (?:slett|slet|fjern)\w*|\b(?:slett|slet) ikke|\bnicht loschen|\bala\w* poista"
)
"""A request that is named only to say that it is not made."""

WITHDRAWN = re.compile(
    r"(?:tar|drar|vill ta|vill dra) (?:harmed )?tillbaka (?:min|var) (?:begaran|forfragan|ansokan|anmalan)|glom (?:det (?:dar|jag)|"
    r"min begaran|mitt (?:forra|tidigare))|"
    r"(?:bortse fran|ignorera|stryk) (?:min|mitt) (?:\w+ )?(?:begaran|mail|mejl|forfragan)|behover (?:ni )?inte (?:langre )?radera|"
    r"(?:disregard|ignore|cancel|withdraw) my "
    r"(?:\w+ )?(?:request|e-?mail|message)|(?:never mind|forget) (?:about )?(?:it|that|my (?:\w+ )?request)|"
    r"trekker (?:tilbake )?(?:min )?(?:foresporsel|begjaring)|"
    r"trakker min anmodning|ziehe (?:ich )?(?:meine\w* )?(?:anfrage|antrag) zuruck|peru\w* pyynto\w*|har andrat mig.{0,40}(?:behall|lat|"
    r"spara)"
)
HYPOTHETICAL = re.compile(
    r"\bom (?:jag|man) (?:\w+ ){0,2}vill\b.{0,80}\bhur (?:gor|gar)|\bom (?:jag|man|nagon|en kund|vi) skulle (?:vilja|onska|begara|be)|"
    r"\bif (?:i|we|they|somebody|someone) (?:wanted|were to|was to|should|wished)|what would (?:\w+ ){1,7}have to do|"
    r"hvis (?:jeg|man) (?:skulle|ville)|wenn ich .{0,40}(?:wurde|wollte)|jos haluaisin"
)
"""A sentence that asks what would happen."""

ONLY_IMAGINED = re.compile(
    r"hypotetisk|hypothetical|behover (?:alltsa )?inte gora nagot|har inte bestamt mig|nothing to do (?:now|yet)|(?:no|"
    r"any) action (?:is )?needed"
)
"""A mail that says of itself that nothing is to be done."""

TO_AUTHORITY = re.compile(
    r"\b(?:dear|kara|hei|liebe) (?:data protection (?:agency|authority|commission\w*)|(?:integritetsskydd|datainspektion|datatilsyn)\w*)|"
    r"(?:lodg\w+|submit\w*|fil(?:e|ing)|einreichen|lamna\w* in|inger|anfor).{0,400}\b(?:the following|folgende[nrsm]?|foljande) "
    r"(?:data )?(?:controller|company|verantwortliche\w*|unternehmen|stelle|personuppgiftsansvarig\w*|bolag|foretag)|"
    r"\bcomplaint with you\b|\b(?:organi[sz]ation|company) (?:failed to comply|did not reply)",
    re.DOTALL,
)
"""A complaint about some company, addressed to the authority and sent to us by mistake or for our files."""

SALES = re.compile(
    r"\b(?:vi (?:hjalper|erbjuder)|hjalper (?:bolag|foretag|organisationer)|boka (?:en )?(?:demo|tid|mote|genomgang)|bjuder vi pa|"
    r"kostnadsfri\w*|prova gratis|var (?:plattform|tjanst|losning)|"
    r"i min kalender|(?:femton|\d\d) minuter (?:pa|i)|femton minuter|our (?:platform|solution|software|tool|team of experts)|(?:book|"
    r"schedule) (?:a|me|your)|free (?:audit|trial|consultation|demo)|"
    r"\w* ?demo\b|would you be open|quick (?:call|chat) (?:next|this)|visste du att|did you know|svara bara|just reply|webinar|"
    r"pa distans|one dashboard|steg for steg|anmal dig)\b"
)
_A_PITCH = 2  # different phrases of a seller in one mail
TECHNICAL = re.compile(
    r"\b(?:dns|a-?poster?\w*|poster(?:na)? i zon\w*|zon(?:en)?|zone|cname|mx|txt|domanen?|domain|mailbox(?:es)?|postfach|"
    r"e-?postkonto\w*|brevlad\w*|databas(?:en)?|database|postgres|"
    r"mysql|pg_dump\w*|certifikat\w*|certificate|varmen\w*|ftp|sftp|webbhotell\w*|vps|server(?:n)?|cookiebanner\w*|banner\w*|"
    r"knapp(?:en)?|besokar\w*|visitors?|our users|kalender|trash|papperskorg\w*|backup\w*|"
    r"php|whois|contact form|kontaktformul\w*|wordpress|plugin|sajten|ip-adress\w*|oppforing\w*|filerne|filer(?:na)?|files)\b"
)
PERSONAL = re.compile(
    r"gdpr|dsgvo|person|om mig|om mej|about me|my (?:personal )?data\b|mina (?:\w+ )?up+gift|art(?:\.|ikel|icle)? ?(?:15|16|17|18|20|21|"
    r"7)|mitt namn|mitt cv|hold|om meg|tietoni|betraff|dataskydd|privacy|\b(?:your|era?|jeres|ihre[rn]?) (?:data ?ba[ns]|files\b|filer\b)|"
    r"databasen deres|tietokannastanne|\b(?:remove|delete|erase|wipe) me\b|\b(?:bort|radera|stryk|slett|slet) m[ei]j?g\b"
)
INFORMS = re.compile(
    r"\bdu (?:kan|har (?:alltid )?ratt|far)\b.{0,80}\b(?:ditt|dina|din)\b|\byou (?:can|may|have the right).{0,60}\byour\b|^\s*(?:\[ ?\]|"
    r"\u2610)"
)
_BARE_LINK = re.compile(r"\W*(?:unsubscribe|opt out|avregistrera(?: dig)?|avsluta prenumeration(?:en)?|avmeld(?: deg)?|abmelden)\W*")
HOW_TO_LEAVE = re.compile(
    r"https?:|www\.|klicka|click|(?<!want )(?<!wish )(?<!like )(?<!need )(?<!ask )\bto (?:unsubscribe|opt out|be removed|stop receiving)|"
    r"unsubscribe (?:here|at|by|link)|"
    r"avregistrera dig|avmeld deg|your subscription"
)
"""What stands at the foot of every newsletter."""


def negated(text: str, start: int, end: int, language: str) -> bool:
    """Whether a "not" stands just before the words, among them, or as the word after them, in the same clause."""
    before = _CLAUSE.split(text[max(0, start - _NEAR) : start])[-1]
    within = _CLAUSE.split(text[start : min(end, start + _VERB)])[0]
    behind = text[end : end + _NEAR]
    return bool(NEGATION.get(language, NEGATION[""]).search(_NOT_A_NO.sub(" ", before + within))) or bool(_NOT_BEHIND.match(behind))


def is_foot(folded: str, mail: str) -> bool:
    """Whether a sentence is the bare "Unsubscribe" at the foot of a mail that wants to be clicked on: a link that lost its address."""
    return bool(_BARE_LINK.fullmatch(folded) and HOW_TO_LEAVE.search(mail))


def is_technical(folded: str) -> bool:
    """Whether a sentence is about what an administrator handles, and not about a person's data."""
    return bool(TECHNICAL.search(folded)) and not PERSONAL.search(folded)


def sells(own: str) -> bool:
    """Whether a mail offers a service: who sells data protection uses all its words and asks for nothing."""
    return len({found.group() for found in SALES.finditer(own)}) >= _A_PITCH
