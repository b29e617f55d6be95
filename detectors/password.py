"""Passwords that people send in a mail.

>>> [(found.value, found.raw) for found in detect(Passage("Mitt lösenord är Sommar2031."))]
[('password', 'Sommar2031')]

A desk reads the word password all day: forgotten, wrong, to be changed. Only what can be one counts.
"""

import re
from collections.abc import Iterator

from detectors.finding import Finding
from detectors.passage import Passage
from detectors.sensitive_finding import sensitive

_MENTIONED = (
    *("lösen", "losen", "passw", "passp", "passo", "passc", "_pass", "pwd", "kennwort", "adgangskode", "salasana", "kodord"),
    *("pinkod", "pin-kod", "pin code", "pin-code"),
)
"""One of these stands wherever a password is called one; looking for them first costs little."""

_CALLED = (
    r"(?:l[öo]senord(?:et|en|s)?|l[öo]sen(?:et)?|pass(?:word|wd|phrase|ord(?:et)?|wort|code)|pwd|kennwort|adgangskode(?:n)?|"
    r"salasana(?:ni)?|kodord(?:et)?|(?<=_)pass|pin-?kod(?:en)?|pin[ -]code)"
)
_TO_WHAT = r"(?: \([^)\n]{1,30}\))?(?: (?:till|för|for|to|på|on|i|in)\b[^\n:=.!?]{1,40}?)?"  # "lösenordet till FTP-kontot är …"
_IS = (
    r"[ \t]*(?:(?P<sign>[:=]|=>|→)|\b(?:är|ar|e|lyder|is|was|var|ist|er|on)\b(?: nu| now| fortfarande| still)?:?)"
    r"[ \t]*(?:\r?\n[ \t]*)?"
)
_QUOTE, _NO_QUOTE = r"[\"“”„'‘’`«»]", r"[^\n\"“”„'‘’`«»]"
_QUOTED = rf"{_QUOTE}(?P<quoted>(?!\s){_NO_QUOTE}{{3,64}}){_QUOTE}"
_BARE = r"(?P<bare>(?!\()[^\s\"“”„'‘’`«»<>\[\]{}]{4,64})"
_GIVEN = re.compile(rf"(?<![^\W_])(?<!-){_CALLED}{_TO_WHAT}{_IS}(?:{_QUOTED}|{_BARE})", re.IGNORECASE)

_LETTER_AND_DIGIT = r"(?P<bare>(?=[^\s\d]{0,40}\d)(?=[^\sA-Za-zÅÄÖåäö]{0,40}[A-Za-zÅÄÖåäö])[^\s<>\"]{6,64})"
_WITH = (
    r"(?:(?:med|with)\b[^\n]{1,60}?\b(?:och|and)|(?:användar(?:e|namn)|user(?:name)?|login)\b[^\n]{1,60}?[,;/|]|"
    r"med|mitt|nya|är|använd|with|my|is|use)"
)
_CHANGED = r"(?:bytte?|ändra[dt]e?|satte?|sätta?|changed|set)"
_LOG_IN = r"(?:inlogg(?:ning|ningen|ningsuppgifter|et)?|logga in (?:med|som)|login|log in (?:with|as)|credentials|user/pass)"

# Ways to give a password without calling it one outright: only a word with letters and digits counts there.
OTHERWISE: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (reason, re.compile(rf"\b{way}{_LETTER_AND_DIGIT}", re.IGNORECASE))
    for reason, way in (
        ("stands after the word for password", rf"{_WITH}\s{{1,3}}{_CALLED}\s{{1,3}}"),
        ("what a password was changed to", rf"{_CALLED}\b[^\n.:]{{0,40}}?\b(?:{_CHANGED}|ändrats)\s{{1,3}}(?:till|to)\s{{1,3}}"),
        ("what a password was changed to", rf"{_CHANGED}\s[^\n.:]{{0,30}}?{_CALLED}\s{{1,3}}(?:till|to)\s{{1,3}}"),
    )
)
_AFTER_A_SLASH = re.compile(rf"\b{_LOG_IN}\b[ \t]{{0,3}}[:=]?[ \t]{{0,3}}[^\s/:]{{2,64}}[ \t]?/[ \t]?{_LETTER_AND_DIGIT}", re.IGNORECASE)
_IN_ADDRESS = re.compile(
    r"\b(?:https?|s?ftps?|ssh|imaps?|smtps?|mysql|mariadb|postgres(?:ql)?|mongodb(?:\+srv)?|rediss?|amqps?)://"
    r"[^\s:/@]{0,64}:(?P<bare>[^\s:/@]{3,64})@"
)

_PLACEHOLDER = re.compile(r"(?:[*•●.…_xX#?-]+|\W+)\Z")
_ADDRESS = re.compile(r"(?:https?://|www\.).*|[^@\s]+@[\w-]+(?:\.[\w-]+)+\Z", re.IGNORECASE)
_MORE_THAN_A_WORD = re.compile(r".*?\d|\w*[!#$%&*+=?@^~|\\]\w|[^\W\d_]*[a-zåäö][A-ZÅÄÖ]")
_WHEN = re.compile(r"(?:19|20)\d\d(?:-\d\d-\d\d)?\Z|\d{1,2}[:.]\d\d\Z|\d+(?:st|nd|rd|th|:e|:a|-\w+)\Z")
_REMARKS = frozenset(
    word
    for line in (
        "glömt glömd borta fel felaktigt ogiltigt bytt ändrat samma saknas okänt spärrat låst utgånget hackat läckt krävs behövs inte",
        "enligt minst hjälp tack nytt gammalt återställ återställning fungerar funkar hemligt bifogat nedan ovan skickas kommer",
        "forgot forgotten lost wrong incorrect invalid expired changed same missing unknown locked reset required needed below above",
        "attached help thanks sent please must minimum unchanged hidden none null glemt falsch vergessen väärin unohtunut okay",
    )
    for word in line.split()
)
"""Single words that say something about a password instead of giving it."""


def detect(passage: Passage) -> Iterator[Finding]:
    """Every password that is given, not merely talked about (GDPR Art. 32(1))."""
    lowered = passage.text.lower()
    if any(map(lowered.__contains__, _MENTIONED)):
        yield from _called(passage)
    if "/" in lowered:
        yield from _otherwise(passage, "the second of user/password", _AFTER_A_SLASH)
    if "://" in lowered:
        for found in _IN_ADDRESS.finditer(passage.text):
            yield sensitive(passage, "password", found.span("bare"), 0.99, "a password inside an address")


def _called(passage: Passage) -> Iterator[Finding]:
    for found in _GIVEN.finditer(passage.text):
        if _is_given(passage.text, found):
            yield sensitive(passage, "password", _span(found), 0.97, "called a password")
    for reason, pattern in OTHERWISE:
        yield from _otherwise(passage, reason, pattern)


def _otherwise(passage: Passage, reason: str, pattern: re.Pattern[str]) -> Iterator[Finding]:
    for found in pattern.finditer(passage.text):
        if not _ADDRESS.match(found["bare"]):
            yield sensitive(passage, "password", _span(found), 0.8, reason)


def _is_given(text: str, found: re.Match[str]) -> bool:
    """Whether what follows the word for password is one, not a remark about it."""
    quoted = found["quoted"]
    word = quoted or found["bare"].rstrip(".,;:)!?")
    if len(word) < 4 or _PLACEHOLDER.match(word) or _ADDRESS.match(word) or word.lower() in _REMARKS:
        return False
    if quoted or (_MORE_THAN_A_WORD.match(word) and not _WHEN.match(word)):
        return True
    return bool(found["sign"]) and _stands_alone(text, found)


def _stands_alone(text: str, found: re.Match[str]) -> bool:
    """Whether a plain word is all that its line says after the colon."""
    rest = text[found.end() : found.end() + 40].partition("\n")[0].strip()
    return "\n" not in found.group() and (not rest or rest[0] in ",;/|(") and not found["bare"].endswith(("?", ":"))


def _span(found: re.Match[str]) -> tuple[int, int]:
    """Where the password stands, a full stop or bracket behind it left out; "!" and "?" may be part of it."""
    if found.groupdict().get("quoted"):
        return found.span("quoted")
    return found.start("bare"), found.start("bare") + len(found["bare"].rstrip(".,;:)"))
