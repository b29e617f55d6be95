"""What a mail does to the letter that it answers, or that it says did not arrive."""

from datetime import datetime

from gdpr.bounce import read_bounce
from gdpr.events import EventKind
from gdpr.filing import Filing
from gdpr.gates import SYSTEM, missing
from gdpr.letter_kinds import LetterKind
from gdpr.letter_records import Reply
from gdpr.outbox_casework import bounced
from gdpr.policy import Policy
from gdpr.request_acts import happen, hold
from gdpr.store import Transaction

_BOUNCE = "bounce"
_ASKS = frozenset({LetterKind.IDENTITY_ASK, LetterKind.IDENTITY_REMINDER})


def heed(tx: Transaction, filing: Filing, message_id: int, policy: Policy, now: datetime) -> None:
    """Remember whose letter a mail answers; a report that one did not arrive gives it back to a person (D12, D14, D15)."""
    if filing.reply is not None:
        _remember(tx, filing, filing.reply, message_id, policy, now)
    elif filing.read.screening.kind == _BOUNCE:
        bounce = read_bounce(filing.read.message)
        if bounce is not None:
            bounced(tx, bounce, policy, now)


def _remember(tx: Transaction, filing: Filing, reply: Reply, message_id: int, policy: Policy, now: datetime) -> None:
    tx.outbox.remember_reply(message_id, reply)
    action = "mail:joined" if reply.joins else "mail:claimed"
    tx.audit.write(action, f"mail/{message_id}", SYSTEM.name, now, letter=reply.letter.id, reason=reply.claim)
    if reply.joins and reply.letter.template in _ASKS and reply.letter.request_id is not None:
        _answered(tx, reply.letter.request_id, policy, filing.read.received_at)


def _answered(tx: Transaction, request_id: int, policy: Policy, came_at: datetime) -> None:
    """What we asked for came: the clock goes on from that day, before anybody has looked at it (GDPR Art. 12(6); D12)."""
    held = hold(tx, request_id, policy, came_at)
    if not missing(held.case, EventKind.ANSWERED):
        happen(tx, held, EventKind.ANSWERED, SYSTEM)
