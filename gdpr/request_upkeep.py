"""What happens to a request because time has passed: warnings, reminders, the end of waiting, and a clock that is counted anew."""

from dataclasses import dataclass
from datetime import date, datetime

from gdpr.escalation import Rung, come
from gdpr.events import EventKind
from gdpr.gates import SYSTEM, missing
from gdpr.letter_kinds import LetterKind
from gdpr.local_time import local_day
from gdpr.policy import Policy
from gdpr.request_acts import Held, cache_of, close_if_ready, happen, hold
from gdpr.request_letters import letter_of_outcome, owe, warn
from gdpr.request_moments import reminders, unverified_at
from gdpr.store import Transaction


@dataclass(frozen=True, slots=True)
class Attended:
    """What was done with a request whose moment had come."""

    request_id: int
    warned: tuple[Rung, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """A request whose due day is another than the one that stood there."""

    request_id: int
    before: date
    after: date


def attend(tx: Transaction, request_id: int, policy: Policy, now: datetime) -> Attended:
    """Do all that this moment asks of a request: remind, end the waiting, close, warn; each once (R6, D13, D15)."""
    held = hold(tx, request_id, policy, now)
    if not held.case.life.is_open:
        return Attended(request_id, ())
    held = close_if_ready(tx, _end_waiting(tx, _remind(tx, held)))
    rungs = come(held.case)
    for rung in rungs:
        held = happen(tx, held, EventKind.ESCALATED, SYSTEM, rung.step, due=rung.due.isoformat())
    if rungs:
        warn(tx, held.case, rungs[-1])
    if held.case.life.is_open:
        tx.requests.append(request_id, held.case.life.version, (), cache_of(held.case))
    return Attended(request_id, rungs)


def recompute(tx: Transaction, request_id: int, before: date, policy: Policy, now: datetime) -> Moved | None:
    """Count the clock of an open request anew under the terms it was received under; says so if it moved (D5; GDPR Art. 5(2); H0)."""
    held = hold(tx, request_id, policy, now)
    due_on = held.case.clock.dates.due_on
    if due_on == before or not held.case.life.is_open:
        return None
    happen(tx, held, EventKind.RECOMPUTED, SYSTEM, before=before.isoformat(), after=due_on.isoformat())
    return Moved(request_id, before, due_on)


def _remind(tx: Transaction, held: Held) -> Held:
    """Ask again, once for each reminder whose day has come (D13)."""
    for days, at in reminders(held.case):
        asked = held.case.life.asked
        if at > held.case.now or asked is None or asked.told_at is None:
            continue
        held = happen(tx, held, EventKind.REMINDED, SYSTEM, day=days)
        facts = {"asked_on": local_day(asked.told_at).isoformat(), "item": asked.item, "alternatives": list(asked.alternatives)}
        due_at = held.case.clock.unpaused.legal_at
        owe(tx, held.row, held.case, LetterKind.IDENTITY_REMINDER, due_at, str(held.case.life.version), **facts)
    return held


def _end_waiting(tx: Transaction, held: Held) -> Held:
    """Nobody showed who they are: say so in time, with the way to complain; they may come back (GDPR Art. 11(2), 12(2), 12(4); D13)."""
    at = unverified_at(held.case)
    if at is None or held.case.now < at or missing(held.case, EventKind.UNVERIFIED):
        return held
    held = happen(tx, held, EventKind.UNVERIFIED, SYSTEM)
    template, facts = letter_of_outcome(held.case)
    owe(tx, held.row, held.case, template, held.case.clock.unpaused.legal_at, str(held.case.life.version), **facts)
    return held
