"""What must be done for ID images outside the path of a mail: read them, complete deletions, clear the mailboxes."""

from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import timedelta
from threading import Event

import structlog

from cli.composition import Service, utc_now
from gdpr.store import StoreUnavailable
from ingest.id_reading import Reader, read_next
from ingest.image_reader import ImageReader
from ingest.mailbox_copies import Remover
from ingest.quarantine import fault
from storage.id_image_deletion import finish_deletions
from storage.leases import Lease, LeaseLost

PAUSE = 2.0  # seconds between two looks: a checked image must be gone from everywhere within a minute
STAND_BY = 10.0  # after trouble, or while another process does the work

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class IdWork:
    """The work, done by one process at a time."""

    ombud: Service
    reader: Reader
    lease: Lease

    def go_on(self, stop: Event) -> None:
        """Do what there is to do until told to stop; what breaks is tried again."""
        while not stop.is_set():
            stop.wait(self._pause_after_round(stop))
        self.lease.release()

    def round(self, stop: Event) -> int:
        """Everything there is to do now; returns how much that was. Raises LeaseLost."""
        read = 0
        while not stop.is_set() and read_next(self.ombud.store, self.reader, self.ombud.policy, utc_now):
            self.lease.keep(utc_now())
            read += 1
        return read + finish_deletions(self.ombud.store, utc_now()) + remover(self.ombud).round()

    def _pause_after_round(self, stop: Event) -> float:
        try:
            if self.lease.take(utc_now()):
                self.round(stop)
                return PAUSE
        except (StoreUnavailable, LeaseLost) as error:
            log.warning("id_work:interrupted", reason=str(error))
        except Exception as error:  # noqa: BLE001 - whatever breaks one round must not end the work
            log.error("id_work:broke", reason=fault(error))
        return STAND_BY


def go_on(ombud: Service, stop: Event) -> None:
    """The work of a service, for as long as it runs."""
    with closing(ImageReader()) as reader:
        IdWork(ombud, reader, _lease(ombud)).go_on(stop)


def once(ombud: Service) -> None:
    """The work that there is now; if another process is at it, it is left to that."""
    lease = _lease(ombud)
    with suppress(LeaseLost), closing(ImageReader()) as reader, lease.held(utc_now):
        work = IdWork(ombud, reader, lease)
        while work.round(Event()):
            pass


def remover(ombud: Service) -> Remover:
    """What clears the mailboxes of images that were checked."""
    remind_after = timedelta(hours=ombud.policy.identity.remind_mailbox_hours)
    return Remover(ombud.store, ombud.settings.mailboxes, utc_now, remind_after)


def _lease(ombud: Service) -> Lease:
    return ombud.lease("id images")
