"""Two transactions at once on PostgreSQL end as if one had waited for the other."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import select

from storage.keys import PERSON
from storage.store import SqlStore
from storage.tables import contacts, keys
from tests.storage.cast import EVA, MASTER_KEY, NATIONAL_NUMBER, NOON, filed, mail, newcomer
from tests.storage.test_keys import revealed

TOGETHER = 4


@pytest.fixture
def store(postgres_url: str) -> Iterator[SqlStore]:
    """An empty store on PostgreSQL."""
    opened = SqlStore.open(postgres_url, MASTER_KEY)
    yield opened
    opened.close()


def at_once(act: Callable[[int], int]) -> list[int]:
    """What each of some threads returns that begin at the same moment."""
    start = Barrier(TOGETHER)

    def begin(number: int) -> int:
        start.wait()
        return act(number)

    with ThreadPoolExecutor(TOGETHER) as threads:
        return list(threads.map(begin, range(TOGETHER)))


def test_two_first_mails_of_one_sender_open_one_profile(store: SqlStore) -> None:
    def arrive(number: int) -> int:
        with store.transaction() as tx:
            known = tx.people.provisional(EVA, True)
            return newcomer(tx) if known is None else known

    assert len(set(at_once(arrive))) == 1


def test_the_same_mail_from_two_mailboxes_is_kept_once(store: SqlStore) -> None:
    def arrive(number: int) -> int:
        with store.transaction() as tx:
            known = tx.mails.with_digest(mail().digest)
            return tx.mails.add(mail(), None) if known is None else known

    assert len(set(at_once(arrive))) == 1


def test_two_first_numbers_of_one_person_are_sealed_under_one_key(store: SqlStore) -> None:
    with store.transaction() as tx:
        eva = newcomer(tx)

    def give_number(number: int) -> int:
        with store.transaction() as tx:
            tx.mails.add_findings(tx.mails.add(mail(number), eva), eva, filed(NATIONAL_NUMBER))
        return number

    at_once(give_number)

    profile = store.views.people.contact(eva)
    assert profile
    assert [revealed(store, fact.id) for fact in profile.facts if fact.sealed] == [NATIONAL_NUMBER.value]
    store.keyring.close()
    with store.engine.connect() as connection:
        assert connection.execute(select(contacts.c.key_id)).scalars().all() == all_keys(store)


def all_keys(store: SqlStore) -> list[int]:
    """The persons' keys there are."""
    with store.engine.connect().execution_options(schema_translate_map={None: "ombud_keys"}) as connection:
        return list(connection.execute(select(keys.c.id).where(keys.c.purpose == PERSON)).scalars())


def test_a_sender_and_a_merge_at_once_lose_nothing(store: SqlStore) -> None:
    with store.transaction() as tx:
        kept, merged = newcomer(tx), newcomer(tx, "eva@privat.example")

    def act(number: int) -> int:
        with store.transaction() as tx:
            if number == 0:
                return tx.merging.merge(kept, merged, "user/1", NOON)
            return tx.mails.add(mail(number), merged)

    at_once(act)

    pages = store.views.mails
    assert len(pages.of_contact(kept).lines) + len(pages.of_contact(merged).lines) == TOGETHER - 1
