"""The sender's own name, from the signature, the text or the From header."""

import re

from detectors.finding import Finding
from detectors.name import NO_PERSON, is_person, titled
from gdpr.message import Message
from gdpr.request_rule import fold

_DAEMON = re.compile(r"(?:mailer-?daemon|post-?master|mail-?delivery\w*|double-?bounce)\Z")
_SIGNED, _FILLED_IN = 0.8, 0.9  # a name with a higher score was introduced, or filled in
_FIRST_NAME = re.compile(r"[^\W\d_]+(?: [^\W\d_])?\.?")


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
    if is_person(name) and (mine or not _is_firm(name, message.sender.domain)):
        return name
    return name if mine and _FIRST_NAME.fullmatch(name) and not NO_PERSON.search(name.lower()) else ""


def name_of(message: Message, signed: list[Finding]) -> str | None:
    """The sender's name in its fullest form: a form's field, the signature where it is theirs, the From header."""
    filled = next((found.value for found in signed if found.score > _FILLED_IN), None)
    if filled:
        return filled
    if message.sender and _DAEMON.match(message.sender.address.partition("@")[0]):
        return None
    header = _in_header(message)
    introduced = next((found.value for found in signed if found.score > _SIGNED), None)
    if introduced and " " not in header:
        return introduced
    in_header = _tokens(header)
    for found in signed:
        name = re.sub(r"^(?:Dr|Prof|Mr|Mrs|Ms)\.? ", "", found.value)
        tokens = _tokens(name)
        if not header or (tokens & in_header and len(tokens) >= len(in_header)):
            return name
    return header or None
