"""The small jobs that keep the house in order."""

from datetime import datetime, timedelta

from jobs.scheduler import Job
from storage.key_deletions import pay
from storage.store import SqlStore

HOURLY = timedelta(hours=1)


def upkeep(store: SqlStore) -> tuple[Job, ...]:
    """What is forgotten when its time is up, and keys whose deletion a crash left undone."""

    def forget_signins(now: datetime) -> None:
        with store.transaction() as tx:
            tx.users.forget_expired(now)

    def delete_keys(now: datetime) -> None:
        pay(store.engine, store.keyring)

    return Job("signins:forget", HOURLY, forget_signins), Job("keys:delete", HOURLY, delete_keys)
