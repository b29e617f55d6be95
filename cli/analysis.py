"""One mail as the line that `ombud analyse --json` prints: every key always there."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any

from config.policy_file import load_policy
from detectors.finding import OWN_ORIGINS, Finding, Kind, Origin
from detectors.id_document import IdReading, Verdict
from detectors.passage import Passage
from detectors.receiver import Receiver
from detectors.registry import find_all
from gdpr.facts import Facts, facts_of
from gdpr.message import MailAddress, Message
from gdpr.records import Outcome
from gdpr.roles import with_roles
from gdpr.routing import RequestFound, request_kinds
from gdpr.screening import screen
from ingest.id_candidates import id_candidates
from ingest.parse import parse
from ingest.quarantine import StepFailed

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Options:
    """How mails are read and shown: whose numbers do not count, on which day, and whether the mail itself is wanted too.

    `read_image` looks at pictures; without it none is looked at.
    """

    receiver: Receiver
    today: date
    full: bool = False
    read_image: Callable[[bytes], IdReading] | None = None


def options(*, full: bool = False, read_image: Callable[[bytes], IdReading] | None = None) -> Options:
    """The receiver of the policy that Ombud ships, and today."""
    return Options(load_policy().controller.receiver, datetime.now(UTC).date(), full, read_image)


def analysed(name: str, content: bytes, options: Options) -> Row:
    """What is understood of one mail; one that breaks a step is quarantined, with the step and the kind of fault."""
    try:
        with StepFailed.naming("analyse"):
            return _row(name, parse(content), options)
    except StepFailed as failed:
        return {"file": name, "outcome": Outcome.QUARANTINED.value, **_answers(Message(), (), Facts(), auto=False), "reason": failed.reason}


def _row(name: str, message: Message, options: Options) -> Row:
    subject = Passage(message.subject, Origin.AUTHOR, "subject", 0, message.language)
    findings = with_roles(message, find_all((subject, *message.passages), options.receiver, options.today))
    screening = screen(message)
    requests = () if screening.auto else request_kinds(message)
    return {
        "file": name,
        "outcome": (Outcome.SCREENED if screening.auto else Outcome.FILED).value,
        **_answers(message, requests, facts_of(message, findings, screening.kind), auto=screening.auto),
        "id_documents": list(_id_documents(message, options)),
        "findings": [_finding(found) for found in findings],
        "reason": screening.reason,
        **({"message": _whole(message)} if options.full else {}),
    }


def _answers(message: Message, requests: Iterable[RequestFound], facts: Facts, *, auto: bool) -> Row:
    return {
        "lang": message.language,
        "auto": auto,
        "requests": [_request(found) for found in requests],
        "name": facts.name,
        "emails": list(facts.emails),
        "phones": list(facts.phones),
        "callback": facts.callback,
        "personnummer": list(facts.national_numbers),
        "orgnr": list(facts.organisation_numbers),
        "address": asdict(facts.address) if facts.address else None,
        "id_documents": [],
        "findings": [],
    }


def _id_documents(message: Message, options: Options) -> Iterator[Row]:
    """The identity documents among the pictures of a mail, those in forwarded mails and in winmail.dat too."""
    if not options.read_image:
        return
    for candidate in id_candidates(message.attachments):
        reading = options.read_image(candidate.content)
        if reading.verdict is Verdict.ID_DOCUMENT and reading.document:
            yield {"part": candidate.part, "filename": candidate.filename, "type": reading.document.value, "score": reading.score}


def _request(found: RequestFound) -> Row:
    return {
        "kind": found.kind.value,
        "score": found.score,
        "certain": found.certain,
        "part": found.part,
        "start": found.start,
        "end": found.end,
        "reason": found.reason,
    }


def _finding(found: Finding) -> Row:
    return {
        "kind": found.kind.value,
        "value": found.value,
        "raw": found.masked if found.kind is Kind.SENSITIVE else found.raw,
        "origin": found.origin.value,
        "role": found.role.value if found.origin in OWN_ORIGINS else None,
        "part": found.part,
        "start": found.start,
        "end": found.end,
        "score": round(found.score, 2),
        "reason": found.reason,
        "other_readings": [asdict(reading) for reading in found.other_readings],
    }


def _whole(message: Message) -> Row:
    return {
        "subject": message.subject,
        "from": _address(message.sender) if message.sender else None,
        "to": [_address(one) for one in message.to],
        "cc": [_address(one) for one in message.cc],
        "reply_to": [_address(one) for one in message.reply_to],
        "sent_at": message.sent_at.isoformat() if message.sent_at else None,
        "message_id": message.message_id,
        "in_reply_to": message.in_reply_to,
        "references": list(message.references),
        "text": message.text,
        "own_text": message.own_text,
        "signature": message.written_by(Origin.SIGNATURE),
        "quoted": message.written_by(Origin.QUOTED, Origin.FORWARDED),
        "attachments": [
            {"filename": one.filename, "content_type": one.content_type, "size": one.size, "sha256": sha256(one.content).hexdigest()}
            for one in message.attachments
        ],
    }


def _address(one: MailAddress) -> Row:
    return {"name": one.name, "address": one.address}
