"""What becomes of a letter that is owed: sent by itself or by a click, tried again, given up, bounced; each inside one transaction."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum

from gdpr.acknowledging import nobody_reads
from gdpr.bounce import Bounce, Failure
from gdpr.letter_kinds import LETTER, Reader
from gdpr.letter_records import OwedLetter
from gdpr.people import comparable_address, domain_of
from gdpr.policy import Policy
from gdpr.records import LetterState
from gdpr.reply_token import marks_in
from gdpr.request_casework import letter_bounced, letter_sent
from gdpr.store import Transaction

SYSTEM = "system"
TRY_LASTS = timedelta(minutes=15)  # longer than any conversation with a mail server: then the process that began it has died
FIRST_DELAY, LONGEST_DELAY = timedelta(minutes=1), timedelta(hours=3)
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
WAITS_FOR_A_PERSON = (LetterState.DRAFT, LetterState.FAILED, LetterState.BOUNCED)


class Held(StrEnum):
    """Why a letter that would leave by itself waits for a person (product.md: mail bomb)."""

    NOBODY_READS = "nobody_reads"
    ADDRESS_CAP = "address_cap"
    DOMAIN_CAP = "domain_cap"


class Trouble(StrEnum):
    """Why a letter could not be sent."""

    NO_ADDRESS = "no_address"  # no mail can go there
    INCOMPLETE = "incomplete"  # what the law wants told is not known
    REFUSED = "refused"  # the mail server will never take it
    GIVEN_UP = "given_up"  # the mail server did not take it at any try


class LetterMovedError(Exception):
    """Somebody decided on the letter meanwhile, or it is gone: open its page again."""


class NotTaken(Exception):
    """The mail server did not take a letter; a permanent refusal is not tried again.

    `about_letter` is false where it is the server that cannot be used now: then the letter has not had its try.
    """

    def __init__(self, reason: str, *, permanent: bool = False, about_letter: bool = False) -> None:
        super().__init__(reason)
        self.permanent = permanent
        self.about_letter = about_letter


def begin(tx: Transaction, letter: OwedLetter, policy: Policy, now: datetime) -> bool:
    """Take a letter in hand, so that nobody else sends it meanwhile; False where it must wait or somebody else has it (RFC 3834; R5)."""
    if letter.tries >= policy.letters.give_up_after_tries:  # whatever breaks at it each time, it holds up no other
        fail(tx, letter, Trouble.GIVEN_UP, now)
        return False
    held = why_held(tx, letter, policy, now)
    if held:
        if tx.outbox.change(letter.id, [LetterState.PENDING], LetterState.DRAFT, failure=held):
            tx.audit.write("letter:held", f"letter/{letter.id}", SYSTEM, now, reason=held)
        return False
    return tx.outbox.claim(letter, now + TRY_LASTS)


def why_held(tx: Transaction, letter: OwedLetter, policy: Policy, now: datetime) -> Held | None:
    """Why this letter must not leave by itself; what a person clicked on, and what our own people get, may."""
    if not letter.is_automatic or LETTER[letter.template].reader is Reader.STAFF:
        return None
    address, domain = comparable_address(letter.recipient), domain_of(letter.recipient)
    if nobody_reads(address):
        return Held.NOBODY_READS
    if tx.outbox.left_for(address, now - DAY) >= policy.letters.per_address_a_day:
        return Held.ADDRESS_CAP
    if tx.outbox.left_for_domain(domain, now - HOUR) >= policy.letters.per_domain_an_hour:
        return Held.DOMAIN_CAP
    return None


def handed_over(tx: Transaction, letter: OwedLetter, digest: str, policy: Policy, now: datetime) -> None:
    """The mail server took it: from now on it counts as told, unless it bounces (D7, D15; E8)."""
    if tx.outbox.change(letter.id, [LetterState.PENDING], LetterState.SENT, sent_at=now, text_digest=digest, failure=None):
        tx.audit.write("letter:sent", f"letter/{letter.id}", letter.decided_by or SYSTEM, now, template=letter.template)
        letter_sent(tx, letter, policy, now)


def not_taken(tx: Transaction, letter: OwedLetter, trouble: NotTaken, policy: Policy, now: datetime, chance: float) -> None:
    """Try it again later, or give it to a person: at once where the refusal is for good (RFC 5321 §4.5.4.1)."""
    if trouble.permanent:
        fail(tx, letter, Trouble.REFUSED, now)
    elif not trouble.about_letter:
        _again(tx, letter, now + delay(0, chance), letter.tries)
    elif letter.tries + 1 >= policy.letters.give_up_after_tries:
        fail(tx, letter, Trouble.GIVEN_UP, now)
    else:
        _again(tx, letter, now + delay(letter.tries, chance), letter.tries + 1)


def _again(tx: Transaction, letter: OwedLetter, at: datetime, tries: int) -> None:
    tx.outbox.change(letter.id, [LetterState.PENDING], LetterState.PENDING, next_try_at=at, tries=tries)


def delay(tries: int, chance: float) -> timedelta:
    """How long to wait after so many tries: four times longer each time, shortened by chance by up to a half."""
    return min(FIRST_DELAY * float(4 ** min(tries, 10)), LONGEST_DELAY) * (1 - chance / 2)


def fail(tx: Transaction, letter: OwedLetter, trouble: Trouble, now: datetime) -> None:
    """Give it to a person."""
    if tx.outbox.change(letter.id, [LetterState.PENDING], LetterState.FAILED, failure=trouble):
        tx.audit.write("letter:failed", f"letter/{letter.id}", SYSTEM, now, reason=trouble)


def bounced(tx: Transaction, bounce: Bounce, policy: Policy, now: datetime) -> bool:
    """A delivery report came for a letter of ours: what it told counts no more, and somebody must tell it another way (D15).

    Believed only with the letter's own mark, and for the address it went to; whoever has the mark got the letter.
    """
    if bounce.failure is not Failure.PERMANENT:
        return False
    for claimed in marks_in((bounce.original_message_id,)):
        letter = tx.outbox.marked(claimed)
        if letter is not None and _is_about(letter, bounce.failed_addresses):
            return _bounced(tx, letter, policy, now)
    return False


def _is_about(letter: OwedLetter, addresses: Sequence[str]) -> bool:
    return not addresses or comparable_address(letter.recipient) in map(comparable_address, addresses)


def _bounced(tx: Transaction, letter: OwedLetter, policy: Policy, now: datetime) -> bool:
    if not tx.outbox.change(letter.id, [LetterState.SENT], LetterState.BOUNCED, bounced_at=now):
        return False
    tx.audit.write("letter:bounced", f"letter/{letter.id}", SYSTEM, now, template=letter.template)
    letter_bounced(tx, letter, policy, now)
    return True


def approve(tx: Transaction, letter_id: int, actor: str, now: datetime) -> None:
    """A person's click: the letter leaves at the next round, also one that failed before."""
    values = {"decided_by": actor, "decided_at": now, "next_try_at": None, "failure": None, "tries": 0}
    _decide(tx, letter_id, LetterState.PENDING, values)
    tx.audit.write("letter:approved", f"letter/{letter_id}", actor, now)


def discard(tx: Transaction, letter_id: int, reason: str, actor: str, now: datetime) -> None:
    """A person says that this letter is not to be sent, and why; the request behind it is as open as before."""
    _decide(tx, letter_id, LetterState.DISCARDED, {"decided_by": actor, "decided_at": now, "decided_why": reason})
    tx.audit.write("letter:discarded", f"letter/{letter_id}", actor, now, reason=reason)


def complete(tx: Transaction, letter_id: int, facts: dict[str, str | list[str]], actor: str, now: datetime) -> None:
    """A person tells what a letter lacks; it still waits for the click."""
    letter = tx.outbox.one(letter_id)
    if letter is None:
        raise LetterMovedError(f"There is no letter {letter_id}.")
    if not tx.outbox.change(letter_id, WAITS_FOR_A_PERSON, LetterState.DRAFT, facts={**letter.given, **facts}, failure=None):
        raise LetterMovedError(f"Letter {letter_id} waits for nobody any more: open the page again to see what became of it.")
    tx.audit.write("letter:completed", f"letter/{letter_id}", actor, now, facts=",".join(sorted(facts)))


def _decide(tx: Transaction, letter_id: int, state: LetterState, values: dict[str, object]) -> None:
    if not tx.outbox.change(letter_id, WAITS_FOR_A_PERSON, state, **values):
        raise LetterMovedError(f"Letter {letter_id} waits for nobody any more: open the page again to see what became of it.")
