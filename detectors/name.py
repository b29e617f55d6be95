r"""Names of people as they sign, introduce themselves, or stand in a header.

>>> [found.value for found in detect(Passage("Mvh\nEva Ek", Origin.SIGNATURE))]
['Eva Ek']
"""

import re
from collections.abc import Iterator

from detectors.finding import Finding, Kind, Origin
from detectors.passage import Passage

_PARTICLE = r"(?:von|van|af|av|de|del|della|der|den|di|da|la|le|el|al|bin|ibn|dos|du|zu|ter|ten)"
_CAPITAL = r"(?:(?:O['’]|Mc|Mac|D['’]|El-|Al-)?[^\W\d_a-zåäöæøéüß][^\W\d_]*(?:['’-][^\W\d_]+)*)"
_INITIAL = r"(?:[^\W\d_a-zåäö]\.)"
NAME = re.compile(rf"(?:(?:Dr|Prof|Mr|Mrs|Ms|Hon)\.?[ ])?({_CAPITAL}(?:[ ](?:{_PARTICLE}[ ])?(?:{_CAPITAL}|{_INITIAL})){{1,4}})(?![\w@])")
_SINGLE = re.compile(rf"{_CAPITAL}(?![\w@])")

_GREETING = (
    r"(?:med )?(?:v(?:ä|a)nlig(?:a|en)?|b(?:ä|a)sta|hj(?:ä|a)rtliga|soliga|varma|gl(?:a|ä)da|bestämda)? ?h(?:ä|a)ls(?:ning(?:ar)?|ar)|"
    r"mvh|m\.v\.h\.?|vänligen|vh|hälsar|hälsn|"
    r"(?:kind |best |warm )?regards|best wishes|sincerely(?: yours)?|yours (?:faithfully|sincerely|truly)|cheers|thanks(?: a lot)?|"
    r"many thanks|best|signed|"
    r"(?:(?:med )?(?:vennlig|venlig|beste|de bedste) )?hils(?:en|ner)|terveisin|ystävällisin terveisin|t\.|(?:mit )?(?:freundliche[nm]|"
    r"beste|viele) gr(?:ü|u)(?:ß|ss)en?|mfg|"
    r"tack(?: på förhand)?|allt gott|kram|undertecknad"
)
_SIGNED = re.compile(rf"^[ \t>*_/~–-]*(?:(?:{_GREETING})[ \t,.!:/]{{1,4}})?[/ ]?", re.IGNORECASE)
_SELF = re.compile(
    rf"\b(?i:jag heter|mitt namn (?:är|ar)|heter jag|my name is|i am called|i'm|jeg heter|jeg hedder|mit navn er|navnet mitt er|"
    rf"nimeni on|olen|ich heiße|ich heisse|mein name ist)\s"
    rf"(?P<name>{_CAPITAL}(?: (?:{_PARTICLE} )?{_CAPITAL}){{1,3}})"
)
_FIELD = re.compile(
    r"^[ \t>*]*(?P<field>(?:för- och efter|fullständigt |full )?namn|kontaktperson|name|full name|your name|navn|fulde navn|nimi|"
    r"namn på kontakt|(?:in)?skicka[td]s? av|avsändare|anmäl(?:are|d av)|beställare|submitted by|"
    r"sent by|contact|(?:inn|ind)sendt av|lähettäjä|"
    r"(?P<first>förnamn|first name|fornavn|etunimi|vorname)|(?P<last>efternamn|last name|surname|etternavn|efternavn|sukunimi|"
    r"nachname))[ \t]*(?:\.{2,}|[:\t]|[ ]{2,})[ \t.:]*(?P<value>[^\n\r]{1,60})",
    re.IGNORECASE | re.MULTILINE,
)
NO_PERSON = re.compile(
    r"\b(?:aps|oyj|gmbh|ltd|inc|llc|llp|plc|sarl|brf|team|support|kundtjänst|kundservice|kundsupport|service|services|desk|office|info|"
    r"order|beställning|"
    r"webb\w*|kontakt\w*|formulär\w*|form|noreply|no-reply|newsletter|nyhetsbrev|mailer|daemon|system|server|admin\w*|ekonomi\w*|"
    r"faktura|billing|accounts?|receivable|sales|sälj|lager|lagret|växel|"
    r"reception|avdelning\w*|förening\w*|skola\w*|kommun\w*|region|stiftelse\w*|akademin?|bolag\w*|firma\w*|byrån?|group|gruppen|"
    r"institut\w*|university|trust|events?|privacy|legal|dataskydd\w*|"
    r"support\w*|tech|hosting|media|solutions|consulting|postmaster|outlook|microsoft|google|delivery|mail|bank|försäkring\w*|"
    r"myndighet\w*|polis\w*|advokatfirma\w*|abuse|"
    r"technician|manager|director|chef|ansvarig|handläggare|officer|lead|associate|solicitor|engineer|konsult|rådgivare|tekniker|"
    r"mäklare|jurist|advokat|delägare|controller|rektor|"
    r"hej|hello|hi|dear|guten|god|good|unsere?|herrn?|frau|damen|united|tack|thanks|regards|hälsningar|mvh|från|till|ämne|skickat|sent|"
    r"tel|telefon|mobil|phone|mobile|växel|fax|bankgiro|plusgiro|org|iphone|android|ipad|sverige|sweden|"
    r"stockholm|göteborg|malmö|box|adress|address|street|road|besök\w*|personnummer|personnr|pnr|kundnummer|ordningsvakt|kundnr|namn|"
    r"name|e-post|email|www|http\w*|enskild|ocr|sms)\b|"
    r"(?:gatan|vägen|tjänst|bygg|måleri|redovisning|keramik|trädgård|konsult|transport|sjukhus|skolan|verket|firman|bolaget|förbundet|"
    r"kanslit|nät|lagret|gränd|torget|nytt|foto|brevet|bladet|tidningen)\b"
)
"""Looked for in small letters, which is far quicker than a pattern that minds no case."""

_INTRODUCING = ("heter", "namn", "name", "called", "i'm", "hedder", "navn", "nimeni", "olen", "heiß", "heiss")
_FIELD_NAMES = ("namn", "name", "navn", "nimi", "kontaktperson", "av", "avsänd", "anmäl", "beställ", "by", "lähett", "contact")
"""One of these stands in every text that `_SELF`, or `_FIELD`, finds; looking for them first costs little."""

_AFTER_A_NAME = re.compile(r"[,|·•;:(/\d\t\r]|\s[-–]\s|\s{2,}")
_ACRONYM = re.compile(r"\b(?:[A-ZÅÄÖ]{2,}|Oy|OÜ)\b")
_LAST_LINES = 14


def is_person(words: str) -> bool:
    """Whether the words look like a person's name and not like a firm, a role, a greeting or a label."""
    return bool(NAME.fullmatch(words)) and not NO_PERSON.search(words.lower()) and (words.isupper() or not _ACRONYM.search(words))


def titled(name: str) -> str:
    """A name typed in small letters or in capitals, in the usual case."""
    if name.islower() or name.isupper():
        return re.sub(r"[^\W\d_]+", lambda word: word.group().capitalize(), name)
    return name


def _finding(passage: Passage, start: int, words: str, points: float, reason: str) -> Finding:
    end = passage.start + start + len(words)
    return Finding(Kind.NAME, titled(words), words, passage.start + start, end, points, reason, passage.origin, passage.part)


def _signed(passage: Passage) -> Iterator[Finding]:
    """The first line near the end that begins with a name, after a greeting or alone: what follows is title and firm."""
    offset = 0
    lines = passage.text.split("\n")
    for number, line in enumerate(lines):
        if 0 < len(line) < 120 and (number >= len(lines) - _LAST_LINES or passage.origin is Origin.SIGNATURE):
            opening = _SIGNED.match(line)
            begin = opening.end() if opening else 0
            words = _AFTER_A_NAME.split(line[begin:], maxsplit=1)[0].rstrip(" .!")
            if is_person(words):
                yield _finding(passage, offset + begin, words, 0.8, "signed with it")
                return
        offset += len(line) + 1


def _introduced(passage: Passage) -> Iterator[Finding]:
    for found in _SELF.finditer(passage.text):
        if is_person(found["name"]):
            yield _finding(passage, found.start("name"), found["name"], 0.85, "introduces themselves")


def _filled_in(passage: Passage) -> Iterator[Finding]:
    """The name fields of a web form, first and last name put together."""
    first: re.Match[str] | None = None
    for found in _FIELD.finditer(passage.text):
        value = found["value"].strip()
        if found["first"]:
            first = found
        elif found["last"] and first and _SINGLE.match(value):
            words = f"{first['value'].strip()} {value}"
            start, end = passage.start + first.start("value"), passage.start + found.end("value")
            raw = passage.text[first.start("value") : found.end("value")]
            yield Finding(Kind.NAME, titled(words), raw, start, end, 0.95, "filled in as a name", passage.origin, passage.part)
        elif is_person(titled(value)):
            yield _finding(passage, found.start("value"), value, 0.95, "filled in as a name")


def detect(passage: Passage) -> Iterator[Finding]:
    """The names that the writer of the passage gives as a name of a person: signed, introduced, filled in."""
    lowered = passage.text.lower()
    if any(map(lowered.__contains__, _FIELD_NAMES)):
        yield from _filled_in(passage)
    if any(map(lowered.__contains__, _INTRODUCING)):
        yield from _introduced(passage)
    if passage.part != "subject":
        yield from _signed(passage)
