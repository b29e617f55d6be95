"""What a mail tells about its sender: one answer for each question, from the findings and the words around them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from detectors.finding import Finding, Kind
from detectors.name import is_person, titled
from gdpr.message import Message
from gdpr.request_rule import fold


@dataclass(frozen=True, slots=True)
class Address:
    """A Swedish postal address in its three parts."""

    street: str
    postal_code: str
    city: str


@dataclass(frozen=True, slots=True)
class Facts:
    """The sender's name, numbers and addresses; `callback` is the number they ask to be called on."""

    name: str | None = None
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    callback: str | None = None
    national_numbers: tuple[str, ...] = ()
    organisation_numbers: tuple[str, ...] = ()
    address: Address | None = None


_BEFORE, _AFTER = 70, 45  # characters around a number in which its role is told

NOT_TO_CALL_BEFORE = re.compile(
    r"(?:\bfax\w*|faksi)[\s.:|(+)\d/-]*\Z|"
    r"\b(?:gammalt|gamla|gammal|tidigare|forra|utgangna|fel|old|former|previous|wrong|gamle|gammel|vanha|alte\w*|forut)\s(?:\w+\s){0,2}(?:nummer|numret|number|nr|mobil\w*|telefon\w*|tel|is|ar)?[\s:=(]{0,3}\Z|"
    r"->[^\n]{0,50}\Z|\b(?:portera|portering|vidarekoppla|koppla|flytta (?:over )?(?:numret|nummer)|port)\b[^.\n]{0,40}\Z|"
    r"\b(?:star (?:det|dar|pa|fortfarande)|svarsgrupp|huvudnummer)\b[^.\n]{0,25}\Z|\binte langre\b[^.\n]{0,40}\Z|\bnumret som star[^.\n]{0,30}\Z|"
    r"(?:bridge|dial-?in|conference|konferens)\b[^.\n]{0,15}\Z|\b(?:not on|inte pa|inte (?:ring\w*|anvand\w*))\b[^.\n]{0,40}\Z"
)
NOT_TO_CALL_AFTER = re.compile(
    r"[\s),(]{0,3}(?:(?:ar|den ar|som ar|is|which is) (?:uppsagd|avstangd|nedlagd|gammal|dead|dod|no longer|disconnected|out of (?:use|order)|fel)|ei ole enaa|tas bort|galler inte|funkar inte|"
    r"finns inte|no longer|has that|he has|->|ska (?:tas )?bort|anvands inte|is not (?:valid|in use))|\s{1,4}->"
)
_REMOVED = re.compile(r"\b(?:hennes|hans|deras|her|his|their)\b[^.\n]{0,60}(?:\b(?:bort|tas bort|remov\w*|delet\w*|radera\w*))\b")
_OURS_TO_CONFIGURE = re.compile(r"->|svarsgrupp|rostbrevlada|vidarekoppl\w+")

CALL = re.compile(
    r"\bring(?! ?(?:klock|aldrig|inte|list|ned))\b|\bringa (?:upp )?(?:mig|oss|tillbaka|till mig)|\b(?:kan|vill|skulle|far|hoppas|onskar)\s(?:\w+\s){1,4}ring(?:a|er)\b|\bblir? uppringd|\bsla (?:mig |oss )?en "
    r"(?:signal|pling)|\blyft\w* (?:pa )?luren|\b(?:aterkom|hor av (?:er|dig))\s(?:per|via|pa) telefon|\buppring\w+|\bta (?:ett|en) (?:snabbt |kort )?samtal|\bpling pa|"
    r"\b(?:please|pls|kindly|just|to|and|or|you|can|could|you'd|and) (?:phone|ring|call|telephone)\b(?! (?:center|centre|log|record))|\b(?:call|phone|ring) (?:me|us|him|her|my)\b|"
    r"\bgive (?:me|us|him|her) a (?:\w+ )?(?:call|ring|bell|buzz)|\b(?:can|could|would|will) (?:you|someone|somebody|anyone|one of you) (?:\w+ )?(?:call|phone|ring|telephone)\b|\bcall ?back\b|"
    r"\bget on a call|\bphone call\b|\bring(?:e)? (?:til )?(?:meg|mig|oss|os)\b|\bkan .{0,30}\bringe\b|\bring(?:e)? (?:til )?(?:meg|mig)?|\bsoitt(?:aa|akaa|aisi\w*|okaa)\b|\bsoittopyyn\w+|"
    r"\bruckruf\w*|\brueckruf\w*|\brufen sie|\banrufen\b|\bruf\w* .{0,25}(?:zuruck|an)\b"
)
NO_CALL = re.compile(
    r"\b(?:inte|aldrig|ej|slipp\w*|not|never|don't|nicht|kein\w*|ikke|aldri|ei|ala)\b.{0,40}\b(?:ring\w*|call\w*|phone|telephone|telefon\w*|soit\w*|ruckruf|anruf\w*|rufen)\b|"
    r"\b(?:ring\w*|call|phone|telephone|ruckruf|soitta\w*)\b.{0,25}\b(?:inte|aldrig|never|not|nicht|ikke|ei)\b"
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n\s*\n")
_ASKED_NEAR = 260  # characters after "ring mig" in which the number follows

NOT_THEIRS = re.compile(
    r"\b(?:skapa\w*|lagg(?:a|er)? (?:upp|till|in)|ta bort|tas bort|radera\w*|stang(?:a|er)?|byt(?:a|er)? (?:losen|namn)|hanvisa\w*|vidarebefordra\w*|svarsgrupp|rostbrevlada|inloggning|login|"
    r"(?:e-?post)?konto\w*|postlad\w*|brevlad\w*|mailbox\w*|mejlbox|alias|onskad|create|delete|remove|forward\w*|offboard\w*|redirect|set up|postfach|leiten|loschen|slett\w*|"
    r"slet\w*|fjern\w*|e-postkonto\w*|postboks|luo|poista\w*|meddelande till|bounce\w*|studs\w*|skickade? (?:till|fran)|sent (?:to|from)|mails? (?:to|from)|mejl (?:till|fran)|kan inte (?:skicka|ta emot))\b"
)
THEIRS = re.compile(
    r"(?:\b(?:min|mitt|mina|my|mein\w*|min egen)\s(?:\w+\s){0,2}(?:\w*adress\w*|e-?post\w*|mejl\w*|mail\w*|e-?mail\w*|address)|\b(?:registr\w+|rekister\w+|nas|nar mig|reach|nas pa|"
    r"svar(?:a|et)?\s(?:\w+\s){0,2}till|kopia till|confirm to|reply to|copy to|skriv till|anvandarnamn\w*|username))\b[^\n]{0,50}\Z"
)


class _Around:
    """The words around a finding, folded once for a mail."""

    def __init__(self, message: Message) -> None:
        self._parts = {"body": fold(message.text), "subject": fold(message.subject)}

    def before(self, found: Finding, reach: int = _BEFORE) -> str:
        return self._parts.get(found.part, "")[max(0, found.start - reach) : found.start]

    def after(self, found: Finding, reach: int = _AFTER) -> str:
        return self._parts.get(found.part, "")[found.end : found.end + reach]

    def line(self, found: Finding) -> str:
        text = self._parts.get(found.part, "")
        end = text.find("\n", found.end)
        return text[text.rfind("\n", 0, found.start) + 1 : end if end != -1 else len(text)]

    def sentence(self, found: Finding) -> str:
        text = self._parts.get(found.part, "")
        begin = max((cut.end() for cut in _SENTENCE.finditer(text, max(0, found.start - 200), found.start)), default=max(0, found.start - 200))
        end = next((cut.start() for cut in _SENTENCE.finditer(text, found.end, found.end + 200)), min(len(text), found.end + 200))
        return text[begin:end]


def _is_theirs_to_call(found: Finding, around: _Around) -> bool:
    if NOT_TO_CALL_BEFORE.search(around.before(found)) or NOT_TO_CALL_AFTER.match(around.after(found)):
        return False
    if _OURS_TO_CONFIGURE.search(around.line(found)):
        return False
    return not _REMOVED.search(around.sentence(found))


def _calls(message: Message) -> Iterator[int]:
    """Where in the body the sender asks to be called; a call that is declined is none."""
    for passage in message.new_text:
        text = fold(passage.text)
        begin = 0
        for cut in (*_SENTENCE.finditer(text), None):
            end = cut.start() if cut else len(text)
            asked = CALL.search(text, begin, end)
            if asked and not NO_CALL.search(text, begin, end):
                yield passage.start + asked.start() if passage.part == "body" else -1
            begin = cut.end() if cut else end


def _callback(message: Message, phones: list[Finding]) -> str | None:
    """The first number after the words that ask for a call, else the first the sender gives."""
    if not phones:
        return None
    for asked in _calls(message):
        after = [found for found in phones if found.part == "body" and asked <= found.start <= asked + _ASKED_NEAR]
        return (after or phones)[0].value
    return None


def _emails(message: Message, findings: list[Finding], around: _Around) -> Iterator[str]:
    own = {message.sender.address if message.sender else "", *(address.address for address in message.reply_to)}
    for found in findings:
        if found.value not in own and (THEIRS.search(around.before(found)) or not NOT_THEIRS.search(around.sentence(found))):
            yield found.value


def header_name(written: str) -> str:
    """A display name as a person writes it: "Ek, Eva" and "Eva Ek via lista" are Eva Ek."""
    words = re.sub(r"\s+(?:via|from|på|hos|at|@|\(|\||-|–)\s.*", "", written.strip(" \"'")).strip()
    last, comma, first = words.partition(", ")
    words = f"{first} {last}" if comma and first and not re.search(r"\d", first) else words
    return titled(re.sub(r"^(?:Dr|Prof|Mr|Mrs|Ms|Herr|Frau|Fru)\.? ", "", words))


def _is_firm(name: str, domain: str) -> bool:
    """Whether the domain is made of the same words: "Kravservice Nord" at kravservice-nord.example."""
    letters = re.sub(r"[^a-z]", "", fold(domain))
    return all(token in letters for token in _tokens(name))


def _tokens(name: str) -> set[str]:
    return set(re.findall(r"\w+", fold(name)))


def _in_header(message: Message) -> str:
    """The name in From where it is a person's: it looks like one, or the address begins with it."""
    if message.sender is None:
        return ""
    name = header_name(message.sender.name)
    local = set(re.findall(r"[a-z]+", fold(message.sender.address.partition("@")[0])))
    mine = bool(_tokens(name) & local)
    if (is_person(name) and (mine or not _is_firm(name, message.sender.domain))) or (re.fullmatch(r"[^\W\d_]+(?: [^\W\d_])?\.?", name) and mine):
        return name
    return ""


def _name(message: Message, signed: list[Finding]) -> str | None:
    """The sender's name in its fullest form: a form's field, the signature where it is theirs, the From header."""
    filled = next((found.value for found in signed if found.score > 0.9), None)
    if filled:
        return filled
    header = _in_header(message)
    for found in signed:
        name = re.sub(r"^(?:Dr|Prof|Mr|Mrs|Ms)\.? ", "", found.value)
        shared = _tokens(name) & _tokens(header)
        if not header or (shared and len(_tokens(name)) >= len(_tokens(header))):
            return name
    return header or None


def _address(findings: list[Finding], around: _Around) -> Address | None:
    for found in findings:
        if not re.search(r"\b(?:gamla|gammal|tidigare|old|former|fran)\b[^.\n]{0,30}\Z", around.before(found)):
            return Address(*found.value.split("\n"))
    return None


def _values(findings: Iterable[Finding]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found.value for found in findings))


def facts_of(message: Message, findings: Iterable[Finding]) -> Facts:
    """What the sender says of themselves in the new text; numbers that are old, others' or to be configured are left out (I7)."""
    own: dict[Kind, list[Finding]] = {kind: [] for kind in Kind}
    for found in findings:
        if found.is_own:
            own[found.kind].append(found)
    around = _Around(message)
    phones = [found for found in own[Kind.PHONE] if _is_theirs_to_call(found, around)]
    return Facts(
        name=_name(message, own[Kind.NAME]),
        emails=tuple(dict.fromkeys(_emails(message, own[Kind.EMAIL], around))),
        phones=_values(phones),
        callback=_callback(message, phones),
        national_numbers=_values(own[Kind.NATIONAL_NUMBER]),
        organisation_numbers=_values(own[Kind.ORGANISATION_NUMBER]),
        address=_address(own[Kind.ADDRESS], around),
    )
