"""What an ID image means for requests: an answer that came, a proof, another question; and a letter to who was not asked for one."""

from collections.abc import Sequence
from datetime import datetime

from detectors.id_document import IdReading, Verdict
from gdpr import id_casework
from gdpr.acknowledging import letter_language, nobody_reads
from gdpr.events import EventKind
from gdpr.gates import SYSTEM, Doer, may, missing
from gdpr.id_casework import Assurance, Rejection
from gdpr.id_image_records import IdImage
from gdpr.identity import Item, Method, items_for, may_ask
from gdpr.letter_kinds import LetterKind
from gdpr.local_time import end_of_day, local_day
from gdpr.policy import Policy
from gdpr.records import LetterState, NewLetter
from gdpr.request_acts import Held, happen, hold
from gdpr.request_identity import ask_identity
from gdpr.requests import ROUTE
from gdpr.store import Transaction
from gdpr.working_days import working_days_after


def note_reading(tx: Transaction, image_id: int, reading: IdReading, policy: Policy, now: datetime) -> None:
    """Keep what was read; an ID image that we had asked for is an answer, and the clock goes on (GDPR Art. 12(6); D12).

    Raises IdImageGoneError.
    """
    image = tx.id_images.one(image_id)
    id_casework.record_reading(tx, image_id, reading, now)
    if image.request_id is not None and reading.verdict is not Verdict.OTHER:
        held = hold(tx, image.request_id, policy, now)
        if _may_happen(held, EventKind.ANSWERED, SYSTEM):
            happen(tx, held, EventKind.ANSWERED, SYSTEM)


def accept(tx: Transaction, image_id: int, policy: Policy, doer: Doer, now: datetime, assurances: Sequence[Assurance] = ()) -> None:
    """Take the identity as shown, for every open request of the person that needs one (GDPR Art. 12(6); I5, I6).

    Raises IdCheckRefusedError and IdImageGoneError.
    """
    image = id_casework.accept(tx, image_id, doer.name, now, assurances)
    if image.request_id is None:
        return
    for request in tx.id_images.needing(hold(tx, image.request_id, policy, now).row.contact_id):
        held = hold(tx, request.id, policy, now)
        if ROUTE[held.case.life.kind].identity and _may_happen(held, EventKind.VERIFIED, doer):
            happen(tx, held, EventKind.VERIFIED, doer, method=str(Method.ID_IMAGE))


def ask_again(tx: Transaction, image_id: int, reason: Rejection, policy: Policy, doer: Doer, now: datetime) -> None:
    """Delete the image, and ask for another where the policy asks without a doubt; else the doubt is named on the request (I1, I3).

    Raises IdCheckRefusedError and IdImageGoneError.
    """
    image = tx.id_images.one(image_id)
    id_casework.ask_again(tx, image_id, reason, doer.name, now)
    if image.request_id is None:
        return
    case = (held := hold(tx, image.request_id, policy, now)).case
    allowed = may_ask(policy.identity.mode, case.life.kind, case.subject, "") and Item.ID_IMAGE in items_for(case.subject)
    if allowed and _may_happen(held, EventKind.ASKED, doer):
        ask_identity(tx, image.request_id, "", Item.ID_IMAGE, policy, doer, now)


def let_go(tx: Transaction, policy: Policy, now: datetime) -> int:
    """Delete every image whose time is up, and tell who sent one that nobody asked for; returns how many (Policy §7; I1, I3)."""
    over = id_casework.delete_overdue(tx, now)
    for image in over:
        if image.request_id is None and image.verdict is Verdict.ID_DOCUMENT:
            _tell(tx, image, policy, now)
    return len(over)


def _tell(tx: Transaction, image: IdImage, policy: Policy, now: datetime) -> None:
    writer = tx.id_images.writer(image.message_id)
    if not writer.address or nobody_reads(writer.address):
        return
    kind = LetterKind.UNASKED_IMAGE
    due_on = working_days_after(local_day(now), policy.desk.acknowledge_working_days)
    letter = NewLetter(
        template=kind,
        language=letter_language(writer.language),
        message_id=image.message_id,
        contact_id=writer.contact_id,
        recipient=writer.address,
        state=policy.letters.first_state(kind) if writer.authenticated else LetterState.DRAFT,
        due_at=end_of_day(due_on),
        facts={"deleted_on": local_day(now).isoformat()},
    )
    tx.outbox.add(letter, now)


def _may_happen(held: Held, kind: EventKind, doer: Doer) -> bool:
    return may(held.case, kind, doer) and not missing(held.case, kind)
