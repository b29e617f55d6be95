"""On which of their phone numbers the sender asks to be called."""

import re
from collections.abc import Iterator

from detectors.finding import Finding
from gdpr.message import Message
from gdpr.request_rule import fold
from gdpr.surroundings import SENTENCE

CALL = re.compile(
    r"\bring(?! ?(?:klock|aldrig|inte|list|ned))\b|\bringa (?:upp )?(?:mig|oss|tillbaka|till mig)|\b(?:kan|vill|skulle|far|hoppas|"
    r"onskar)\s(?:\w+\s){1,4}ring(?:a|er)\b|\bblir? uppringd|\bsla (?:mig |oss )?en "
    r"(?:signal|pling)|\blyft\w* (?:pa )?luren|\b(?:aterkom|hor av (?:er|dig))\s(?:garna )?(?:per|via|pa) telefon|"
    r"\b(?:ater)?uppringning\w*|\bta (?:ett|"
    r"en) (?:snabbt |kort )?samtal|\bpling pa|"
    r"\b(?:please|pls|kindly|just|to|and|or|you|can|could|you'd|and) (?:phone|ring|call|telephone)\b(?! (?:center|centre|log|record))|"
    r"\b(?:call|phone|ring) (?:me|us|him|her|my)\b|"
    r"\bgive (?:me|us|him|her) a (?:\w+ )?(?:call|ring|bell|buzz)|\b(?:can|could|would|will) (?:you|someone|somebody|anyone|"
    r"one of you) (?:\w+ )?(?:call|phone|ring|telephone)\b|\bcall ?back\b|"
    r"\bget on a call|\bphone call\b|\bring(?:e)? (?:til )?(?:meg|mig|oss|os)\b|\bkan .{0,30}\bringe\b|\bring(?:e)? (?:til )?(?:meg|"
    r"mig)?|\bsoitt(?:aa|akaa|aisi\w*|okaa)\b|\bsoittopyyn\w+|"
    r"\bruckruf\w*|\brueckruf\w*|\brufen sie|\banrufen\b|\bruf\w* .{0,25}(?:zuruck|an)\b"
)
_CALLING = ("ring", "call", "phone", "ruf", "soit", "pling", "signal", "telefon", "samtal", "luren", "bell", "buzz")
"""One of these stands in all that `CALL` finds; looking for them first costs little."""

NO_CALL = re.compile(
    r"\b(?:inte|aldrig|ej|slipp\w*)\b.{0,25}\b(?:uppringd|kontaktad per telefon)\b|"
    r"\b(?:inte|aldrig|ej|slipp\w*|not|never|don't|nicht|kein\w*|ikke|aldri|ei|ala)\b.{0,40}\b(?:ring\w*|call\w*|phone|telephone|"
    r"telefon\w*|soit\w*|ruckruf|anruf\w*|rufen)\b|"
    r"\b(?:ring\w*|call|phone|telephone|ruckruf|soitta\w*)\b(?:\s(?:mig|oss|me|us|upp|gerne|helst|wird|bitte|\w{1,3})){0,2}\s(?:inte|aldrig|never|not|nicht|ikke|ei)\b"
)
_ASKED_NEAR = 260  # characters after "ring mig" in which the number follows


def _calls(message: Message) -> Iterator[int]:
    """Where in the body the sender asks to be called; a call that is declined is none."""
    for passage in message.new_text:
        lowered = passage.text.lower()
        if not any(map(lowered.__contains__, _CALLING)):
            continue
        text = fold(passage.text)
        begin = 0
        for cut in (*SENTENCE.finditer(text), None):
            end = cut.start() if cut else len(text)
            asked = CALL.search(text, begin, end)
            if asked and not NO_CALL.search(text, begin, end):
                yield passage.start + asked.start() if passage.part == "body" else -1
            begin = cut.end() if cut else end


def callback_of(message: Message, phones: list[Finding]) -> Finding | None:
    """The first number after the words that ask for a call, else the first the sender gives; None where no call is asked for."""
    if not phones:
        return None
    for asked in _calls(message):
        after = [found for found in phones if found.part == "body" and asked <= found.start <= asked + _ASKED_NEAR]
        return (after or phones)[0]
    return None
