"""The nightly purge: what has had its time goes, category by category and in small transactions."""

from collections.abc import Mapping
from datetime import datetime, timedelta

import structlog

from gdpr.policy import Retention
from gdpr.retention import Category, kept_since
from jobs.scheduler import Job
from storage.store import SqlStore

NIGHTLY = timedelta(hours=24)
AT_ONCE = 500  # things removed in one transaction, so that mails can be filed in between

log = structlog.get_logger(__name__)


def due(store: SqlStore, retention: Retention, now: datetime) -> Mapping[Category, int]:
    """What a purge would remove now."""
    with store.transaction() as tx:
        return {category: tx.purge.count(category, kept_since(category, now, retention)) for category in Category}


def purge(store: SqlStore, retention: Retention, now: datetime) -> Mapping[Category, int]:
    """Remove all that has had its time; a purge that was cut short goes on with the next (Policy §2; GDPR Art. 5(1)(e))."""
    removed = {category: _all_of(category, store, retention, now) for category in Category}
    if any(removed.values()):
        log.info("retention:purged", **{str(category): count for category, count in removed.items() if count})
    return removed


def purging(store: SqlStore, retention: Retention) -> Job:
    """The purge as a job of the clock."""
    return Job("retention:purge", NIGHTLY, lambda now: purge(store, retention, now))


def _all_of(category: Category, store: SqlStore, retention: Retention, now: datetime) -> int:
    before, removed = kept_since(category, now, retention), 0
    while True:
        with store.transaction() as tx:
            count = tx.purge.remove(category, before, AT_ONCE, now)
        removed += count
        if count < AT_ONCE:
            return removed
