from datetime import UTC, datetime, timedelta

import pytest

from storage.leases import Lease, LeaseLost
from storage.store import SqlStore

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def lease(store: SqlStore, holder: str, **changes: object) -> Lease:
    return Lease(store.engine, "poll support/INBOX", holder, MINUTE, **changes)  # type: ignore[arg-type]


def test_one_of_two_gets_it(store: SqlStore) -> None:
    first, second = lease(store, "first"), lease(store, "second")
    assert first.take(NOON)
    assert not second.take(NOON + timedelta(seconds=59))


def test_the_other_gets_it_once_the_holder_has_been_silent_for_its_time(store: SqlStore) -> None:
    first, second = lease(store, "first"), lease(store, "second")
    assert first.take(NOON)
    assert second.take(NOON + MINUTE)
    assert not first.take(NOON + MINUTE)


def test_a_holder_who_renews_keeps_it(store: SqlStore) -> None:
    first, second = lease(store, "first"), lease(store, "second")
    assert first.take(NOON)
    assert first.take(NOON + timedelta(seconds=50))
    assert not second.take(NOON + timedelta(seconds=80))


def test_what_is_given_back_is_free_at_once(store: SqlStore) -> None:
    first, second = lease(store, "first"), lease(store, "second")
    with first.held(lambda: NOON):
        assert not second.take(NOON)
    assert second.take(NOON)


def test_giving_back_what_somebody_else_holds_by_now_leaves_it_with_them(store: SqlStore) -> None:
    first, second = lease(store, "first"), lease(store, "second")
    assert first.take(NOON)
    assert second.take(NOON + MINUTE)
    first.release()
    assert not lease(store, "third").take(NOON + MINUTE)


def test_a_holder_known_to_be_dead_is_not_waited_for(store: SqlStore) -> None:
    assert lease(store, "dead").take(NOON)
    assert not lease(store, "second").take(NOON)
    assert lease(store, "second", is_gone=lambda holder: holder == "dead").take(NOON)


def test_work_goes_on_while_the_lease_is_fresh_and_renews_it_in_good_time(store: SqlStore) -> None:
    first, second = lease(store, "first"), lease(store, "second")
    assert first.take(NOON)
    first.keep(NOON + timedelta(seconds=10))
    assert second.take(NOON + MINUTE), "while it is fresh nothing is renewed"
    second.release()
    assert first.take(NOON)
    first.keep(NOON + timedelta(seconds=30))
    assert not second.take(NOON + timedelta(seconds=89)), "after a third of its time it is renewed"


def test_work_stops_when_the_lease_was_lost(store: SqlStore) -> None:
    first, second = lease(store, "first"), lease(store, "second")
    assert first.take(NOON)
    assert second.take(NOON + MINUTE)
    with pytest.raises(LeaseLost, match="taken over"):
        first.keep(NOON + MINUTE)


def test_a_clock_that_was_set_back_does_not_make_a_lease_fresh(store: SqlStore) -> None:
    first, second = lease(store, "first"), lease(store, "second")
    assert first.take(NOON)
    assert second.take(NOON + MINUTE)
    with pytest.raises(LeaseLost):
        first.keep(NOON - timedelta(hours=1))


def test_different_things_have_different_leases(store: SqlStore) -> None:
    assert lease(store, "first").take(NOON)
    assert Lease(store.engine, "clock", "second").take(NOON)
