"""What the desk reads: frozen values, never rows; national numbers masked, mails in hidden queues left out.

    store.views.mails.page(outcome, sender, after, size, hidden_queues) -> Page[MailLine]
    store.views.mails.of_contact(contact_id, after, size, hidden_queues) -> Page[MailLine]
    store.views.mails.one(mail_id, hidden_queues) -> MailView | None
    store.views.mails.newest(hidden_queues) -> int, .counts(hidden_queues) -> {Outcome: int}
    store.views.people.customers(search, after, size, hidden_queues) -> Page[CustomerLine]
    store.views.people.customer(customer_id, hidden_queues) -> CustomerView | None
    store.views.people.contacts(search, size, hidden_queues) -> tuple[ContactLine, ...]
    store.views.people.contact(contact_id, hidden_queues) -> ContactView | None
    store.views.people.unmatched(after, size, hidden_queues) -> Page[UnmatchedLine], .unmatched_count(hidden_queues) -> int
    store.views.requests.open(hidden_queues), .of_contact(contact_id, hidden_queues) -> tuple[RequestView, ...]
    store.views.requests.one(request_id, hidden_queues) -> RequestView | None
    store.views.quarantine.waiting() -> tuple[QuarantineLine, ...], .one(id) -> QuarantineLine | None, .count() -> int
    store.views.id_images.held(hidden_queues), .one(image_id, hidden_queues) -> IdImageLine | None
    store.views.id_images.notes(request_id), .copies(), .counts(now) -> IdImageCounts
    store.views.outbox.waiting(hidden_queues), .on_their_way(…), .done(…) -> tuple[LetterLine, ...]
    store.views.outbox.one(letter_id, hidden_queues) -> LetterLine | None
    store.views.queues.incidents | authority | end_users | suppressions | agreements: see their modules
    store.views.panel.mail(message_id, hidden_queues) -> int | None, .people(addresses, hidden_queues) -> tuple[int, ...]
    store.views.status(hidden_queues) -> Status

What a person decides goes through `store.transaction() as tx` (storage/store.py):
    tx.facts.decide(fact_id, FactStatus.CONFIRMED | REJECTED, actor, at)
    tx.reveals.finding(finding_id, actor, purpose, at) -> str, .fact(fact_id, actor, purpose, at) -> str
    tx.merging.merge(kept_id, merged_id, actor, at) -> merge id, .undo(merge_id, actor, at)
    tx.merging.accept(contact_id, actor, at), .dismiss(contact_id, other_id, actor, at)
    tx.quarantine.discard(quarantine_id, actor, reason, at)
    tx.users: see storage/users.py
"""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Engine

from storage.id_image_views import IdImageViews
from storage.mail_views import MailViews
from storage.outbox_views import OutboxViews
from storage.panel import PanelViews
from storage.people_views import PeopleViews
from storage.quarantine_views import QuarantineViews
from storage.queues import QueueViews
from storage.request_views import RequestViews
from storage.status_view import Status, status


@dataclass(frozen=True, slots=True)
class Views:
    """The read models of one store."""

    engine: Engine
    mails: MailViews
    people: PeopleViews
    requests: RequestViews
    quarantine: QuarantineViews
    id_images: IdImageViews
    queues: QueueViews
    outbox: OutboxViews
    panel: PanelViews

    @classmethod
    def of(cls, engine: Engine) -> "Views":
        """The views on this database."""
        return cls(
            engine,
            MailViews(engine),
            PeopleViews(engine),
            RequestViews(engine),
            QuarantineViews(engine),
            IdImageViews(engine),
            QueueViews.of(engine),
            OutboxViews(engine),
            PanelViews(engine),
        )

    def status(self, hidden_queues: Collection[str] = ()) -> Status:
        """The counts of `ombud status`; for a person those that the person may know of."""
        return status(self.engine, hidden_queues)
