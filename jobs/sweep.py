"""Looks at each request when its moment has come: warnings, reminders, the end of waiting, and the closing of what is told."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from gdpr.policy import Policy
from gdpr.request_store import RequestMovedError
from gdpr.request_upkeep import Moved, attend, recompute
from jobs.scheduler import Job
from storage.store import SqlStore

EVERY = timedelta(minutes=1)
AT_ONCE = 100  # requests in one sweep; the rest comes a minute later

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Swept:
    """How many requests were looked at, and how many warnings were given."""

    attended: int = 0
    warned: int = 0


def sweep(store: SqlStore, policy: Policy, now: datetime) -> Swept:
    """Attend to every request whose moment has come, each in a transaction of its own (R6, D13)."""
    with store.transaction() as tx:
        come = tx.requests.needing_attention(now, AT_ONCE)
    attended = [warned for request_id in come if (warned := _attend(store, request_id, policy, now)) is not None]
    return Swept(len(attended), sum(attended))


def _attend(store: SqlStore, request_id: int, policy: Policy, now: datetime) -> int | None:
    """How many warnings were given; None where somebody changed the request meanwhile: the next sweep sees it."""
    try:
        with store.transaction() as tx:
            return len(attend(tx, request_id, policy, now).warned)
    except RequestMovedError:
        return None


def recompute_open(store: SqlStore, policy: Policy, now: datetime) -> tuple[Moved, ...]:
    """Count the clocks of all open requests anew; returns those that moved (GDPR Art. 5(2); D5)."""
    before = {view.id: view.due_on for view in store.views.requests.open()}
    moved = []
    for request_id, due_on in before.items():
        with store.transaction() as tx:
            found = recompute(tx, request_id, due_on, policy, now)
        if found is not None:
            moved.append(found)
            log.warning("request:moved", request=found.request_id, before=found.before.isoformat(), after=found.after.isoformat())
    return tuple(moved)


def sweeping(store: SqlStore, policy: Policy) -> tuple[Job, ...]:
    """The jobs of the clock for requests."""

    def look(now: datetime) -> None:
        if warned := sweep(store, policy, now).warned:  # which, and of what, stands on record with each request
            log.warning("requests:escalated", count=warned)

    def count_anew(now: datetime) -> None:
        recompute_open(store, policy, now)

    return Job("requests:sweep", EVERY, look), Job("requests:recompute", timedelta(hours=12), count_anew)
