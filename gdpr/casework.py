"""The use cases: load, decide, save, record; each inside one transaction."""

from dataclasses import replace
from datetime import datetime

from detectors.finding import OWN_ORIGINS, Finding
from detectors.masking import mask
from detectors.passage import Passage
from gdpr.acknowledging import acknowledgement
from gdpr.clock import deadlines
from gdpr.events import Event, received
from gdpr.filing import Filing
from gdpr.id_casework import keep_images, meet_again
from gdpr.message import Message
from gdpr.policy import Policy
from gdpr.queue_casework import open_queues
from gdpr.records import LedgerEntry, NewMessage, NewRequest, Outcome
from gdpr.reply_casework import heed
from gdpr.request_moments import first_attention_at
from gdpr.requests import ROUTE
from gdpr.routing import RequestFound
from gdpr.store import Transaction
from gdpr.warnings import warnings


def file_message(tx: Transaction, filing: Filing, policy: Policy, now: datetime) -> Outcome:
    """File one mail with its findings, requests, acknowledgement, audit entry and ledger line, and say how it ended."""
    outcome = outcome_of(filing)
    if outcome is Outcome.DUPLICATE:
        _close(tx, filing, outcome, filing.duplicate_of, now)
        if filing.read.id_candidates:
            meet_again(tx, filing.duplicate_of, now)
        return outcome
    contact_id = _contact(tx, filing, now) if outcome is Outcome.FILED else None
    message_id = tx.mails.add(_kept(filing, outcome), contact_id)
    if contact_id is not None:
        tx.mails.add_findings(message_id, contact_id, filing.read.believed)
        _open_requests(tx, filing, message_id, contact_id, policy, now)
        if filing.read.id_candidates:
            keep_images(tx, filing, message_id, contact_id, policy, now)
    open_queues(tx, filing, message_id, contact_id, policy, now)
    heed(tx, filing, message_id, policy, now)
    return _close(tx, filing, outcome, message_id, now)


def outcome_of(filing: Filing) -> Outcome:
    """Which of the outcomes a read mail has; the fourth, quarantined, is for mails that could not be read."""
    if filing.duplicate_of is not None:
        return Outcome.DUPLICATE
    return Outcome.SCREENED if filing.read.screening.auto else Outcome.FILED


def _close(tx: Transaction, filing: Filing, outcome: Outcome, message_id: int | None, now: datetime) -> Outcome:
    tx.ledger.record(LedgerEntry(filing.id, outcome, filing.read.received_at, now, message_id))
    tx.audit.write(f"mail:{outcome}", f"mail/{message_id}", "system", now, uid=filing.id.uid)
    return outcome


def _contact(tx: Transaction, filing: Filing, now: datetime) -> int:
    """The contact on file, or the provisional profile of this sender; a mail without a sender gets one of its own (I7)."""
    if filing.match.contact_id is not None:
        return filing.match.contact_id
    sender, authenticated = filing.read.message.sender, filing.read.authentication.passed
    contact_id = tx.people.provisional(sender.address, authenticated) if sender else None
    if contact_id is None:
        name, address = (sender.name, sender.address) if sender else ("", "")
        contact_id = tx.people.open_provisional(address, name, authenticated, now)
    tx.people.remember_suggestions(contact_id, filing.match.suggestions)
    return contact_id


def _kept(filing: Filing, outcome: Outcome) -> NewMessage:
    read = filing.read
    return NewMessage(
        message=masked(read.message, read.findings),
        received_at=filing.read.received_at,
        digest=read.digest,
        size=read.size,
        outcome=outcome,
        screening=read.screening.kind,
        authentication=read.authentication,
        flags=(*warnings(read), *filing.flags),
    )


def masked(message: Message, findings: tuple[Finding, ...]) -> Message:
    """The mail as it may be kept: the sender's own words only, national numbers starred out (dataskyddslagen 3:10; P3)."""
    own = tuple(
        Passage(mask(passage.text, passage.part, findings, passage.start), passage.origin, passage.part, passage.start, passage.language)
        for passage in message.passages
        if passage.origin in OWN_ORIGINS
    )
    return replace(message, subject=mask(message.subject, "subject", findings), passages=own, html="")


def _open_requests(tx: Transaction, filing: Filing, message_id: int, contact_id: int, policy: Policy, now: datetime) -> None:
    """One request a right, each with its clock (D14), and one acknowledgement for all of them."""
    for found in filing.read.requests:
        first = received(found.kind, found.certain, filing.read.received_at, policy.terms)
        request_id = tx.requests.open(_new_request(found, first, policy), message_id, contact_id)
        tx.requests.begin(request_id, first)
        tx.audit.write("request:opened", f"request/{request_id}", "system", now, kind=found.kind, mail=message_id)
    letter = acknowledgement(filing, message_id, contact_id, policy)
    if letter is not None:
        tx.outbox.add(letter, now)


def _new_request(found: RequestFound, first: Event, policy: Policy) -> NewRequest:
    dates = deadlines(first.at, policy.terms)
    return NewRequest(
        kind=found.kind,
        queue=ROUTE[found.kind].queue,
        certain=found.certain,
        score=found.score,
        reason=found.reason,
        part=found.part,
        start=found.start,
        end=found.end,
        received_at=first.at,
        received_day=dates.received_day,
        promise_on=dates.promise_on,
        legal_on=dates.legal_on,
        due_on=dates.due_on,
        attention_at=first_attention_at(first, policy),
        policy_version=policy.version,
    )
