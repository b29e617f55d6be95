"""No ID image is held longer than its rule allows."""

from datetime import datetime, timedelta

import structlog

from gdpr.id_requests import let_go
from gdpr.policy import Policy
from jobs.scheduler import Job
from storage.id_image_deletion import finish_deletions
from storage.store import SqlStore

EVERY = timedelta(minutes=1)

log = structlog.get_logger(__name__)


def id_images(store: SqlStore, policy: Policy) -> Job:
    """Deletes what nobody asked for, what is left of a closed request, and what a crash left half deleted (Policy §7; I3)."""

    def sweep(now: datetime) -> None:
        late = store.views.id_images.counts(now - 2 * EVERY).overdue
        if late:  # this sweep should have been two sweeps ago
            log.error("id_image:overdue", count=late)
        with store.transaction() as tx:
            let_go(tx, policy, now)
        finish_deletions(store, now)

    return Job("id_images:delete", EVERY, sweep)
