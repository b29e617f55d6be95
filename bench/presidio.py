"""Presidio's analyzer and Ombud on the same labelled mails, side by side: precision and recall of each kind, and characters a second.

    python -m bench.presidio
    python -m bench.presidio tests/mail/second_set
    OMBUD_CORPORA=/elsewhere python -m bench.presidio

Presidio is installed into an environment of its own under var/ the first time. What makes the comparison fair: docs/detection-peers.md.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import phonenumbers

from bench.detect import chosen_folder
from bench.kinds import KINDS, Labelled, labelled_mails, score
from cli.analysis import analysed, options
from detectors import email_address, national_number, organisation_number, payment_card, phone
from detectors.finding import Finding, Kind
from detectors.overlap import resolve
from detectors.passage import Passage
from detectors.registry import find_all
from gdpr.message import Message
from gdpr.roles import with_roles

PEER = "presidio-analyzer==2.2.366"
PEER_HOME = Path("var/bench/presidio")
SWEDEN = ("SE",)
SEVEN = ("SE", "NO", "DK", "FI", "DE", "GB", "US")  # the countries whose numbers the labelled mails hold
ROUNDS = 5
Values = dict[str, set[str]]
Told = Callable[[Message, tuple[Finding, ...]], tuple[Finding, ...]]


def peer(texts: Sequence[str], regions: Sequence[str], rounds: int = 1) -> tuple[list[list[tuple[str, int, int]]], float]:
    """What Presidio finds in each text, and its fastest round in seconds of the processor."""
    python = PEER_HOME / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(PEER_HOME)], check=True)
        subprocess.run([str(python), "-m", "pip", "install", "--quiet", PEER], check=True)
    command = [str(python), "bench/presidio_peer.py", ",".join(regions), str(rounds)]
    answer = json.loads(subprocess.run(command, input=json.dumps(texts), capture_output=True, text=True, check=True).stdout)
    return answer["found"], answer["seconds"]


def peer_values(mails: Sequence[Labelled], texts: Sequence[str], regions: Sequence[str]) -> Iterator[Values]:
    """Presidio's findings as values; of a phone number that several countries could have, the right one, if it is among them."""
    own = options().receiver
    for mail, text, results in zip(mails, texts, peer(texts, regions)[0], strict=True):
        values: Values = {}
        for compared in KINDS:
            accepted = mail.wanted(compared) | mail.tolerated(compared)
            spans = [text[start:end] for entity, start, end in results if entity == compared.entity]
            found = {_as_value(compared.kind, raw, accepted) for raw in spans}
            values[compared.key] = {value for value in found if not own.owns(_bare(compared.kind, value))}
        yield values


def _as_value(kind: Kind, raw: str, accepted: set[str]) -> str:
    if kind is Kind.EMAIL:
        return raw.lower()
    if kind is Kind.ORGANISATION_NUMBER:
        digits = "".join(filter(str.isdigit, raw))
        return f"{digits[:6]}-{digits[6:]}"
    if kind is not Kind.PHONE:
        return raw
    readings = [number for region in SEVEN if (number := _e164(raw, region))]
    return next((number for number in readings if number in accepted), (readings or [raw])[0])


def _e164(raw: str, region: str) -> str | None:
    try:
        number = phonenumbers.parse(raw, region)
    except phonenumbers.NumberParseException:
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164) if phonenumbers.is_valid_number(number) else None


def _bare(kind: Kind, value: str) -> Finding:
    return Finding(kind, value, value, 0, len(value), 1.0, "")


def our_findings(mails: Sequence[Labelled], texts: Sequence[str], told: Told) -> Iterator[Values]:
    """What our detectors find in each text, handed over in one piece and without a word on who wrote it."""
    reading = options()
    for mail, text in zip(mails, texts, strict=True):
        passage = Passage(text, language=mail.message.language)
        found = told(Message(text=text, passages=(passage,)), find_all([passage], reading.receiver, reading.today))
        yield {compared.key: {one.value for one in found if one.kind is compared.kind and _counts(one)} for compared in KINDS}


def _as_found(message: Message, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    return findings


def _counts(one: Finding) -> bool:
    """Whether a finding is an answer: a national number is one whoever it belongs to."""
    return one.is_own or one.kind is Kind.NATIONAL_NUMBER


def our_facts(mails: Sequence[Labelled]) -> Iterator[Values]:
    """What Ombud files on the sender's profile."""
    reading = options()
    for mail in mails:
        row = analysed("", mail.content, reading)
        yield {compared.key: set(row[compared.key]) for compared in KINDS}


def accuracy(mails: Sequence[Labelled]) -> Iterator[str]:
    """The table of precision and recall, on whole mails and on the new text alone."""
    whole, new = [mail.whole for mail in mails], [mail.new for mail in mails]
    results = (
        ("the whole mail; right is what belongs on the sender's profile", "Ombud, as filed", list(our_facts(mails))),
        ("", "Presidio, Sweden", list(peer_values(mails, whole, SWEDEN))),
        ("", "Presidio, seven countries", list(peer_values(mails, whole, SEVEN))),
        ("the new text alone, in one piece; right is the same", "Ombud's detectors", list(our_findings(mails, new, _as_found))),
        ("", "Ombud, told whose it is", list(our_findings(mails, new, with_roles))),
        ("", "Presidio, Sweden", list(peer_values(mails, new, SWEDEN))),
        ("", "Presidio, seven countries", list(peer_values(mails, new, SEVEN))),
    )
    for ground, name, found in results:
        if ground:
            yield f"\n{ground}\n{'':<50}precision   recall       F1   right  wrong  missed"
        for compared in KINDS:
            yield f"{name:<28}{compared.name:<22}{score(mails, found, compared)}"


def _same_kinds(text: str) -> None:
    passage = Passage(text)
    detectors = (email_address, national_number, organisation_number, phone, payment_card)
    resolve(found for detector in detectors for found in detector.detect(passage))


def _matcher(regions: Sequence[str]) -> Callable[[str], None]:
    def match(text: str) -> None:
        for region in regions:
            list(phonenumbers.PhoneNumberMatcher(text, region))

    return match


def _forget() -> None:
    """Empty our caches: the same mail does not come five times in life."""
    for name, module in list(sys.modules.items()):
        if name.startswith("detectors."):
            for thing in vars(module).values():
                if hasattr(thing, "cache_clear"):
                    thing.cache_clear()


def _seconds(work: Callable[[str], object], texts: Sequence[str]) -> float:
    fastest = float("inf")
    for _ in range(ROUNDS):
        _forget()
        begin = time.process_time()
        for text in texts:
            work(text)
        fastest = min(fastest, time.process_time() - begin)
    return fastest


def speed(texts: Sequence[str]) -> Iterator[str]:
    """Characters for each second of the processor, the fastest of some rounds."""
    characters = sum(map(len, texts))
    measured = (
        ("Ombud, all its kinds", _seconds(lambda text: find_all([Passage(text)]), texts)),
        ("Ombud, the kinds that Presidio looks for", _seconds(_same_kinds, texts)),
        ("Presidio, Sweden", peer(texts, SWEDEN, ROUNDS)[1]),
        ("Presidio, seven countries", peer(texts, SEVEN, ROUNDS)[1]),
        ("bare PhoneNumberMatcher, Sweden", _seconds(_matcher(SWEDEN), texts)),
        ("bare PhoneNumberMatcher, seven countries", _seconds(_matcher(SEVEN), texts)),
    )
    yield f"\n{len(texts)} mails, {characters} characters; fastest of {ROUNDS} rounds, processor time"
    for name, seconds in measured:
        yield f"{name:<44}{characters / seconds / 1000:>9.0f} thousand characters/s"


def main() -> None:
    """Compare and print."""
    mails = labelled_mails(chosen_folder())
    for line in (*accuracy(mails), *speed([mail.whole for mail in mails])):
        print(line, flush=True)


if __name__ == "__main__":
    main()
