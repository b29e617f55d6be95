"""Mails that were filed or screened, with their findings and the facts that these add to a profile."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, bindparam, exists, insert, select

from detectors.finding import Finding
from gdpr.message import MailAddress, Message
from gdpr.records import Authentication, FactStatus, FiledFinding, NewMessage, Outcome
from storage.dialects import serialise
from storage.facts import Facts, NewFact, Profile
from storage.prepared import Prepared, given_columns
from storage.sealing import Sealing, Secret
from storage.tables import findings, messages

_WITH_DIGEST = Prepared(select(messages.c.id).where(messages.c.digest == bindparam("digest")))
_KNOWS = Prepared(select(exists().where(messages.c.message_id == bindparam("message_id"))))
_RECEIVED = select(messages.c.received_at).where(messages.c.id == bindparam("id"))
_ADD = Prepared(insert(messages).returning(messages.c.id), given_columns(messages))
_ADD_FINDING = Prepared(insert(findings), given_columns(findings))
_FINDINGS_OF = Prepared(select(findings.c.id).where(findings.c.message_id == bindparam("message_id")).order_by(findings.c.id))

ERASED_MAIL = "erased_mail"  # what the fingerprints of such mails are of
_UNKNOWN = datetime(1970, 1, 1, tzinfo=UTC)


class SqlMails:
    """The mails of one transaction."""

    def __init__(self, connection: Connection, sealing: Sealing, facts: Facts, erased: frozenset[bytes] = frozenset()) -> None:
        self._connection = connection
        self._sealing = sealing
        self._facts = facts
        self._erased = erased
        self._received_at: dict[int, datetime] = {}

    def with_digest(self, digest: str) -> int | None:
        """The id of the mail with this content, None if there is none; whoever asks next waits until this transaction ends.

        A mail of somebody who was erased has one too, with nothing in it, though a restored database had not heard of it (E7).
        """
        serialise(self._connection, f"mail {digest}")
        found = _WITH_DIGEST.value(self._connection, digest=digest)
        if found is None and self._erased and self._sealing.fingerprint(ERASED_MAIL, digest) in self._erased:
            return self.add(NewMessage(Message(), _UNKNOWN, digest, 0, Outcome.FILED, "", Authentication(False, "")), None)
        return None if found is None else int(found)

    def knows_message_id(self, message_id: str) -> bool:
        """Whether a mail with this Message-ID is kept already."""
        return bool(message_id) and bool(_KNOWS.value(self._connection, message_id=message_id))

    def add(self, mail: NewMessage, contact_id: int | None) -> int:
        """Keep a mail; returns its id."""
        message_id = int(_ADD.value(self._connection, **_message_row(mail, contact_id)))
        self._received_at[message_id] = mail.received_at
        return message_id

    def add_findings(self, message_id: int, contact_id: int, findings: Iterable[FiledFinding]) -> None:
        """Keep what was found; national numbers are sealed under the contact's own key, facts are kept once."""
        kept = [(filed, self._sealing.secret(contact_id, filed.finding.kind, filed.finding.value)) for filed in findings]
        owner = {"message_id": message_id, "contact_id": contact_id}
        _ADD_FINDING.each(self._connection, [_finding_row(filed, secret) | owner for filed, secret in kept])
        self._add_facts(message_id, contact_id, kept)

    def _add_facts(self, message_id: int, contact_id: int, kept: Sequence[tuple[FiledFinding, Secret]]) -> None:
        """File what the profile lacks; the findings are the last ones of this mail."""
        claims = [
            (place, _fact(filed.finding, filed.status, message_id), secret)
            for place, (filed, secret) in enumerate(kept, -len(kept))
            if filed.status is not None
        ]
        profile = self._facts.profile(contact_id) if claims else Profile({})
        news = [claim for claim in claims if profile.lacks(*claim[1:])]
        if not news:
            return
        numbers = _FINDINGS_OF.rows(self._connection, message_id=message_id)
        received_at = self._received_at.get(message_id) or self._connection.execute(_RECEIVED, {"id": message_id}).scalar_one()
        for place, fact, secret in news:
            self._facts.add(contact_id, replace(fact, finding_id=numbers[place][0]), received_at, secret)


def _fact(finding: Finding, status: FactStatus, message_id: int) -> NewFact:
    return NewFact(finding.kind, finding.value, finding.masked, status, "mail", message_id)


def _finding_row(filed: FiledFinding, secret: Secret) -> dict[str, Any]:
    finding = filed.finding
    return {
        "kind": finding.kind,
        "value": finding.masked,
        "sealed": secret.sealed,
        "value_index": secret.index,
        "part": finding.part,
        "start": finding.start,
        "end": finding.end,
        "score": finding.score,
        "reason": finding.reason,
        "origin": finding.origin,
        # Without the value: another reading of a national number would show its digits.
        "other_readings": [{"kind": other.kind, "score": other.score, "reason": other.reason} for other in finding.other_readings],
        "status": filed.status,
    }


def _instant(claimed: datetime | None) -> datetime | None:
    """What a sender's clock says, if it is an instant that there is."""
    try:
        return claimed.astimezone(UTC) if claimed and claimed.tzinfo else None
    except OverflowError:
        return None


def _message_row(mail: NewMessage, contact_id: int | None) -> dict[str, Any]:
    message = mail.message
    sender = message.sender or MailAddress("", "")
    return {
        "digest": mail.digest,
        "message_id": message.message_id,
        "received_at": mail.received_at,
        "sent_at": _instant(message.sent_at),
        "outcome": mail.outcome,
        "contact_id": contact_id,
        "subject": message.subject,
        "sender_name": sender.name,
        "sender_address": sender.address,
        "recipients": {name: [to.address for to in getattr(message, name)] for name in ("to", "cc", "reply_to")},
        "in_reply_to": message.in_reply_to,
        "references": list(message.references),
        "language": message.language,
        "passages": [{"origin": p.origin, "part": p.part, "start": p.start, "text": p.text} for p in message.passages],
        "text_length": len(message.text),
        "attachments": [
            {"part": a.part, "filename": a.filename, "content_type": a.content_type, "size": a.size} for a in message.attachments
        ],
        "size": mail.size,
        "screening": mail.screening,
        "authenticated": mail.authentication.passed,
        "authentication": mail.authentication.reason,
        "flags": list(mail.flags),
    }
