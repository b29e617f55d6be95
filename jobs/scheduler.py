"""The clock door: what is done again and again, by one process at a time."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol

import structlog
from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.background import BackgroundScheduler

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Job:
    """Something to do every so often; `work` is given the instant."""

    name: str
    every: timedelta
    work: Callable[[datetime], object]


class Right(Protocol):
    """The right to run the clock, which one process has at a time."""

    def take(self, now: datetime) -> bool:
        """Whether we have it now."""


def scheduler(jobs: Iterable[Job], right: Right, clock: Callable[[], datetime]) -> BackgroundScheduler:
    """A scheduler, not yet started, that runs each job at once and then in its rhythm; a run that was missed is made up for once."""
    made = BackgroundScheduler(timezone=UTC, executors={"default": ThreadPoolExecutor(1)})
    for job in jobs:
        rhythm = {"seconds": job.every.total_seconds(), "next_run_time": clock(), "id": job.name}
        made.add_job(run, "interval", (job, right, clock), coalesce=True, max_instances=1, misfire_grace_time=None, **rhythm)
    return made


def run(job: Job, right: Right, clock: Callable[[], datetime]) -> None:
    """Run a job once, if the clock is ours; a job that breaks is tried again in its rhythm and stops no other."""
    now = clock()
    try:
        if right.take(now):
            job.work(now)
    except Exception as error:  # noqa: BLE001 - whatever breaks one job must not stop the clock
        log.error("job:failed", job=job.name, kind=type(error).__name__)
