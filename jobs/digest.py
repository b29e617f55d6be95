"""One letter to the desk each working day, and one when the mailbox falls silent."""

from collections.abc import Mapping
from datetime import datetime, time, timedelta

import structlog

from gdpr.clock import Standing, days_left, standing
from gdpr.letter_kinds import LetterKind
from gdpr.local_time import STOCKHOLM
from gdpr.policy import Policy
from gdpr.records import LetterState, NewLetter
from gdpr.working_days import is_working_day
from jobs.scheduler import Job
from storage.store import SqlStore

EVERY = timedelta(minutes=5)
MORNING = time(7, 30)
AHEAD = 5  # days that the forecast looks ahead
SILENCE = timedelta(minutes=30)
STAFF_LANGUAGE = "sv"

log = structlog.get_logger(__name__)


def morning(store: SqlStore, policy: Policy, now: datetime) -> bool:
    """Owe the desk today's figures, once, on a working day from half past seven on (R6)."""
    local = now.astimezone(STOCKHOLM)
    if local.time() < MORNING or not is_working_day(local.date()):
        return False
    owe(store, policy, figures(store, policy, now), local.date().isoformat(), now)
    return True


def watch_the_poll(store: SqlStore, policy: Policy, now: datetime) -> int | None:
    """Say that the mailbox has not been read for too long, once a silence; returns the minutes, None while all is well (R6)."""
    last = store.views.status().last_poll_at
    if last is None or now - last < SILENCE:
        return None
    minutes = int((now - last).total_seconds() // 60)
    log.error("poll:silent", minutes=minutes)
    owe(store, policy, {"poll": minutes}, f"silent/{last.isoformat()}", now)
    return minutes


def figures(store: SqlStore, policy: Policy, now: datetime) -> Mapping[str, int]:
    """What is due, what soon will be, and what waits for somebody; counts alone."""
    found = store.views.status()
    left = [days_left(view.due_on, now) for view in store.views.requests.open()]
    stand = [standing(view.due_on, now, policy.desk, paused=view.paused) for view in store.views.requests.open()]
    return {
        "open": sum(found.open_by_kind.values()),
        "due": sum(days == 0 for days in left),
        "due_soon": stand.count(Standing.DUE_SOON),
        "overdue": stand.count(Standing.OVERDUE),
        "forecast": sum(0 <= days <= AHEAD for days in left),
        "unaccounted": found.unaccounted,
        "quarantine": found.quarantine_waiting,
        "id_images": store.views.id_images.counts(now).held,
        "drafts": found.outbox_pending,
        "failed": found.outbox_failed,
    }


def owe(store: SqlStore, policy: Policy, figures: Mapping[str, int], occasion: str, now: datetime) -> None:
    """Owe the desk a letter with these figures; the same occasion owes it once."""
    told = [{"what": what, "count": count} for what, count in figures.items()]
    letter = NewLetter(
        template=LetterKind.DIGEST,
        language=STAFF_LANGUAGE,
        message_id=None,
        contact_id=None,
        recipient=policy.letters.staff_address,
        state=LetterState.PENDING,
        due_at=now,
        facts={"figures": told},
        occasion=occasion,
    )
    with store.transaction() as tx:
        tx.outbox.add(letter, now)


def digests(store: SqlStore, policy: Policy) -> tuple[Job, ...]:
    """The jobs that tell the desk how things stand."""

    def tell(now: datetime) -> None:
        morning(store, policy, now)

    def watch(now: datetime) -> None:
        watch_the_poll(store, policy, now)

    return Job("desk:digest", EVERY, tell), Job("poll:watch", EVERY, watch)
