"""What a mail tells about its sender: one answer for each question, from the findings and the words around them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from detectors.finding import Finding, Kind
from gdpr.callback import callback_of, may_be_called
from gdpr.message import Message
from gdpr.sender_name import name_of
from gdpr.surroundings import Around


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


NOT_THEIRS = re.compile(
    r"\b(?:skapa\w*|lagg(?:a|er)? (?:upp|till|in)|ta bort|tas bort|radera\w*|stang(?:a|er)?|byt(?:a|er)? (?:losen|namn)|hanvisa\w*|"
    r"vidarebefordra\w*|svarsgrupp|rostbrevlada|inloggning|login|"
    r"(?:e-?post)?konto\w*|postlad\w*|brevlad\w*|mailbox\w*|mejlbox|alias|onskad|create|delete|remove|forward\w*|offboard\w*|redirect|"
    r"set up|postfach|leiten|loschen|slett\w*|"
    r"slet\w*|fjern\w*|e-postkonto\w*|postboks|luo|poista\w*|meddelande till|bounce\w*|studs\w*|skickade? (?:till|fran)|sent (?:to|"
    r"from)|mails? (?:to|from)|mejl (?:till|fran)|kan inte (?:skicka|ta emot))\b"
)
THEIRS = re.compile(
    r"(?:\b(?:min|mitt|mina|my|mein\w*|min egen)\s(?:\w+\s){0,2}(?:\w*adress\w*|e-?post\w*|mejl\w*|mail\w*|e-?mail\w*|address)|"
    r"\b(?:registr\w+|rekister\w+|nas|nar mig|reach|nas pa|"
    r"svar(?:a|et)?\s(?:\w+\s){0,2}till|kopia till|confirm to|reply to|copy to|skriv till|anvandarnamn\w*|username))\b[^\n]{0,50}\Z"
)


def _emails(message: Message, findings: list[Finding], around: Around) -> Iterator[str]:
    own = {message.sender.address if message.sender else "", *(address.address for address in message.reply_to)}
    for found in findings:
        if found.value not in own and (THEIRS.search(around.before(found)) or not NOT_THEIRS.search(around.statement(found))):
            yield found.value


def _address(findings: list[Finding], around: Around) -> Address | None:
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
    around = Around(message)
    phones = [found for found in own[Kind.PHONE] if may_be_called(found, around)]
    return Facts(
        name=name_of(message, own[Kind.NAME]),
        emails=tuple(dict.fromkeys(_emails(message, own[Kind.EMAIL], around))),
        phones=_values(phones),
        callback=callback_of(message, phones),
        national_numbers=_values(own[Kind.NATIONAL_NUMBER]),
        organisation_numbers=_values(own[Kind.ORGANISATION_NUMBER]),
        address=_address(own[Kind.ADDRESS], around),
    )
