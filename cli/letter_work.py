"""The letters of `ombud run`: a clock of their own, so that a slow mail server keeps no other job waiting."""

from collections.abc import Callable, Iterator
from functools import partial
from threading import Event

from cli.composition import Service, utc_now
from config.settings import SmtpSettings
from ingest.letter_mail import as_mail
from ingest.send import SmtpPost
from ingest.sent_folder import SentFolder
from jobs.outbox import Outbox, Scribe
from jobs.scheduler import Job, scheduler
from jobs.sent_copies import SentCopies


def letter_part(ombud: Service) -> list[Callable[[Event], object]]:
    """What sends letters until told to stop; nothing where no mail server is set: then letters wait, and `ombud status` counts them."""
    if ombud.settings.smtp is None:
        return []
    return [partial(_tick, ombud, tuple(letter_jobs(ombud, ombud.settings.smtp)))]


def letter_jobs(ombud: Service, server: SmtpSettings) -> Iterator[Job]:
    """Sending, and filing copies where a mailbox is our own."""
    scribe = scribe_of(ombud)
    yield Outbox(ombud.store, scribe, SmtpPost(server), utc_now).job()
    own = next((account for account in ombud.settings.mailboxes if account.mode == "own"), None)
    if own is not None:
        yield SentCopies(ombud.store, scribe, SentFolder(own).keep).job()


def scribe_of(ombud: Service) -> Scribe:
    """Writes letters in the controller's name, from the address that is set, else from the controller's first."""
    controller = ombud.policy.controller
    sender = ombud.settings.mail_from or controller.addresses[0]
    return Scribe(ombud.letters, ombud.policy, partial(as_mail, sender=sender, name=controller.name))


def _tick(ombud: Service, jobs: tuple[Job, ...], stop: Event) -> None:
    lease = ombud.lease("letters")
    clock = scheduler(jobs, lease, utc_now)
    clock.start()
    stop.wait()
    clock.shutdown()
    lease.release()
