import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from structlog.testing import capture_logs

from jobs.scheduler import Job, scheduler
from jobs.upkeep import upkeep
from storage.leases import Lease
from storage.store import SqlStore


def utc_now() -> datetime:
    return datetime.now(UTC)


def run_for_a_moment(job: Job, lease: Lease, enough: Callable[[], bool] = lambda: False) -> None:
    clock = scheduler([job], lease, utc_now)
    clock.start()
    patience = time.monotonic() + 5
    while not enough() and time.monotonic() < patience:
        time.sleep(0.02)
    clock.shutdown()


def test_a_job_runs_at_once_and_again_in_its_rhythm(store: SqlStore) -> None:
    runs: list[datetime] = []
    run_for_a_moment(Job("count", timedelta(seconds=0.2), runs.append), Lease(store.engine, "clock", "we"), lambda: len(runs) >= 3)
    assert len(runs) >= 3
    assert all(run.tzinfo is UTC for run in runs)


def test_a_job_that_breaks_is_logged_by_its_kind_and_runs_again(store: SqlStore) -> None:
    runs: list[datetime] = []

    def break_down(now: datetime) -> None:
        runs.append(now)
        raise ValueError("eva@kund.example")

    with capture_logs() as lines:
        run_for_a_moment(Job("break", timedelta(seconds=0.2), break_down), Lease(store.engine, "clock", "we"), lambda: len(runs) >= 2)
    assert len(runs) >= 2
    assert lines[0] == {"event": "job:failed", "job": "break", "kind": "ValueError", "log_level": "error"}


def test_the_clock_of_one_process_is_enough(store: SqlStore) -> None:
    runs: list[datetime] = []
    assert Lease(store.engine, "clock", "the other").take(utc_now())
    waited = iter([False] * 20)
    run_for_a_moment(Job("count", timedelta(seconds=0.1), runs.append), Lease(store.engine, "clock", "we"), lambda: next(waited, True))
    assert runs == []


def test_the_upkeep_works_on_a_real_store(store: SqlStore) -> None:
    for job in upkeep(store):
        job.work(utc_now())
