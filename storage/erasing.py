"""What Ombud itself holds of one person: counted, and erased."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, Select, Table, exists, func, not_, or_, select, update

from detectors.finding import Kind
from gdpr.erasure import Holding
from gdpr.id_image_records import Ending, ImageEnd
from storage.cascade import remove
from storage.forgetting import IS_EMPTY, IS_OWED, empty_mails, forget_addresses
from storage.id_image_tables import id_images
from storage.id_images import HELD, SqlIdImages
from storage.key_deletions import KeyDeletions
from storage.queue_tables import end_users, suppressions
from storage.tables import contacts, customers, facts, findings, merges, messages, outbox, requests, suggestions


class Erasing:
    """The erasures of one transaction. A person is their profile and every profile that was merged into it."""

    def __init__(self, connection: Connection, deletions: KeyDeletions, images: SqlIdImages) -> None:
        self._connection = connection
        self._deletions = deletions
        self._images = images

    def holdings(self, contact_id: int) -> Mapping[str, int]:
        """How much there is of each kind; after an erasure all are 0 (E6)."""
        return self.count_of(self.profiles(contact_id))

    def count_of(self, people: Sequence[int]) -> Mapping[str, int]:
        """The same, of profiles whose bonds are gone already."""
        return {holding: self._count(query) for holding, query in _held(people).items()}

    def profiles(self, contact_id: int) -> tuple[int, ...]:
        """The person's profile and those merged into it, over any number of steps."""
        found, new = {contact_id}, {contact_id}
        while new:
            query = select(contacts.c.id).where(contacts.c.merged_into.in_(new))
            new = set(self._connection.execute(query).scalars()) - found
            found |= new
        return tuple(sorted(found))

    def erase(self, contact_id: int, at: datetime) -> None:
        """Erase the person: names, facts, the words of their mails, images and keys (GDPR Art. 17; E6).

        What stays is bare: that a mail came and when, so that it is not read again, and the facts of each request (E8).
        """
        people = self.profiles(contact_id)
        for image_id in self._ids(_held_images(people)):
            self._images.end(image_id, Ending(ImageEnd.REQUEST_OVER, "system", at, "erased"))
        self._forget_addresses(people)
        for table in (findings, facts):
            remove(self._connection, self._deletions, table, self._ids(select(table.c.id).where(table.c.contact_id.in_(people))))
        empty_mails(self._connection, self._ids(_mails_with_words(people)), at)
        forget_addresses(self._connection, outbox.c.contact_id.in_(people))
        self._forget_people(people)

    def _forget_addresses(self, people: Sequence[int]) -> None:
        """Who wants no marketing is still known by a fingerprint (GDPR Art. 21(3)); whose site somebody asked about, by nothing."""
        theirs = select(facts.c.value).where(facts.c.contact_id.in_(people), facts.c.kind == Kind.EMAIL)
        self._connection.execute(update(suppressions).where(suppressions.c.address.in_(theirs)).values(address=None))
        mails = select(messages.c.id).where(messages.c.contact_id.in_(people))
        self._connection.execute(end_users.delete().where(end_users.c.message_id.in_(mails)))

    def _forget_people(self, people: Sequence[int]) -> None:
        """A profile goes if nothing needs it; where a request does, a bare number stays."""
        customer_ids = self._ids(select(contacts.c.customer_id).where(contacts.c.id.in_(people), contacts.c.customer_id.is_not(None)))
        for table, columns in ((suggestions, ("contact_id", "other_id")), (merges, ("kept_id", "merged_id"))):
            involved = or_(*(table.c[column].in_(people) for column in columns))
            self._connection.execute(table.delete().where(involved))
        for key_id in self._ids(select(contacts.c.key_id).where(contacts.c.id.in_(people), contacts.c.key_id.is_not(None))):
            self._deletions.owe(key_id)
        bare = {"name": "", "role": "", "customer_id": None, "merged_into": None, "key_id": None, "provisional": False}
        self._connection.execute(update(contacts).where(contacts.c.id.in_(people)).values(bare))
        needed = or_(*(exists().where(table.c.contact_id == contacts.c.id) for table in (requests, messages, outbox)))
        remove(self._connection, self._deletions, contacts, self._ids(select(contacts.c.id).where(contacts.c.id.in_(people), not_(needed))))
        self._forget_customers(customer_ids)

    def _forget_customers(self, customer_ids: Sequence[int]) -> None:
        """A customer without contacts is nobody any more; what the accounts keep of them lies in the accounts."""
        empty = not_(exists().where(contacts.c.customer_id == customers.c.id))
        gone = select(customers.c.id).where(customers.c.id.in_(customer_ids), empty)
        remove(self._connection, self._deletions, customers, self._ids(gone))

    def _ids(self, query: Select[int]) -> list[int]:
        return list(self._connection.execute(query).scalars())

    def _count(self, query: Select[int]) -> int:
        return int(self._connection.execute(select(func.count()).select_from(query.subquery())).scalar_one())


def _held(people: Sequence[int]) -> Mapping[Holding, Select[int]]:
    named = or_(contacts.c.name != "", contacts.c.role != "", contacts.c.key_id.is_not(None))
    return {
        Holding.PROFILES: select(contacts.c.id).where(contacts.c.id.in_(people), named),
        Holding.FACTS: _of(facts, people),
        Holding.FINDINGS: _of(findings, people),
        Holding.MAILS: _mails_with_words(people),
        Holding.LETTERS: _sent_letters(people),
        Holding.ID_IMAGES: _held_images(people),
    }


def _of(table: Table, people: Sequence[int]) -> Select[int]:
    return select(table.c.id).where(table.c.contact_id.in_(people))


def _mails_with_words(people: Sequence[int]) -> Select[int]:
    return select(messages.c.id).where(messages.c.contact_id.in_(people), ~IS_EMPTY)


def _sent_letters(people: Sequence[int]) -> Select[int]:
    return select(outbox.c.id).where(outbox.c.contact_id.in_(people), outbox.c.recipient != "", ~IS_OWED)


def _held_images(people: Sequence[int]) -> Select[int]:
    whose = messages.c.contact_id.in_(people)
    return select(id_images.c.id).join(messages, id_images.c.message_id == messages.c.id).where(whose, id_images.c.state.in_(HELD))
