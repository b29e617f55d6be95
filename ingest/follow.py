"""Stay at a folder for as long as the service runs, whatever happens to the connection."""

from collections.abc import Callable, Iterator

import structlog

from config.errors import SettingError
from gdpr.store import StoreUnavailable
from ingest.backoff import LONGEST, delays
from ingest.imap_errors import MailboxRefused, MailboxUnavailable
from ingest.mailbox import Mailbox
from ingest.poller import Poller
from ingest.quarantine import fault
from storage.leases import LeaseLost

STAND_BY = 5.0  # seconds between two looks at whether the other poller is gone

log = structlog.get_logger(__name__)


def follow(
    poller: Poller,
    open_mailbox: Callable[[], Mailbox],
    poll_seconds: float,
    after_each: Callable[[Mailbox], object] = lambda mailbox: None,
    pauses: Callable[[], Iterator[float]] = delays,
) -> None:
    """Drain the folder, wait for mail, and so on until `poller.stop` is set; what breaks is tried again after a pause.

    `after_each` is called with the open folder after every round.
    """
    pause = pauses()
    while not poller.stop.is_set():
        try:
            if not _gets_the_lease(poller):
                return
            with poller.lease.held(poller.clock), open_mailbox() as mailbox:
                while not poller.stop.is_set():
                    poller.drain(mailbox)
                    after_each(mailbox)
                    pause = pauses()
                    mailbox.wait(poll_seconds, poller.stop)
        except Exception as error:  # noqa: BLE001 - a poller that dies of one fault would lose every mail after it
            poller.stop.wait(_after(error, next(pause)))


def _gets_the_lease(poller: Poller) -> bool:
    """Wait while another process has the lease; False when told to stop meanwhile."""
    if poller.lease.take(poller.clock()):
        return True
    log.info("mailbox:standing_by", lease=poller.lease.name)
    while not poller.stop.wait(STAND_BY):
        if poller.lease.take(poller.clock()):
            return True
    return False


def _after(error: Exception, pause: float) -> float:
    """Say in the log what happened, and for how long to wait."""
    if isinstance(error, MailboxRefused | SettingError):
        log.error("mailbox:refused", reason=str(error))
        return LONGEST
    if isinstance(error, MailboxUnavailable | StoreUnavailable | LeaseLost):
        log.warning("mailbox:interrupted", reason=str(error), pause=round(pause, 1))
    else:
        log.error("mailbox:broke", reason=fault(error), pause=round(pause, 1))
    return pause
