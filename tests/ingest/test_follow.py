import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import repeat
from threading import Event, Thread
from typing import Any

import pytest
from imapclient import SocketTimeout
from structlog.testing import capture_logs

from gdpr.message import RawMail
from gdpr.store import StoreUnavailable
from ingest.follow import follow
from ingest.mailbox import Mailbox
from ingest.poller import Poller
from storage.leases import Lease
from storage.store import SqlStore
from tests.ingest.reading import NOW, account_on, filing, mail, poller_of, uids_in_ledger
from tests.servers.dovecot import Dovecot
from tests.waiting import until

QUICK = SocketTimeout(connect=1, read=2)


@contextmanager
def following(server: Dovecot, poller: Poller, **changes: Any) -> Iterator[None]:
    """A thread that stays at the INBOX while the block lasts."""
    settings = {"poll_seconds": 30, "pauses": lambda: repeat(0.05)} | changes
    thread = Thread(target=follow, args=(poller, lambda: Mailbox(account_on(server), timeout=QUICK)), kwargs=settings)
    thread.start()
    try:
        yield
    finally:
        poller.stop.set()
        thread.join(timeout=20)
        assert not thread.is_alive()


def known(store: SqlStore) -> int:
    with store.transaction() as tx:
        uidvalidity, _ = tx.ledger.cursor("support", "INBOX") or (0, 0)
    return len(uids_in_ledger(store, uidvalidity))


def test_mail_that_arrives_is_filed_without_waiting_for_the_next_poll(dovecot: Dovecot, store: SqlStore) -> None:
    dovecot.append(mail(1))
    with following(dovecot, poller_of(store)):
        until(lambda: known(store) == 1)
        dovecot.append(mail(2))
        until(lambda: known(store) == 2, seconds=5)


def test_a_server_restarted_in_mid_fetch_costs_no_mail_and_doubles_none(dovecot: Dovecot, store: SqlStore) -> None:
    filed: list[int] = []
    half_way = Event()

    def note(raw: RawMail) -> None:
        filed.append(raw.id.uid)
        if len(filed) == 150:
            half_way.set()

    dovecot.deliver([mail(number, size=50_000) for number in range(300)])
    with following(dovecot, poller_of(store, handle=filing(store, note))):
        assert half_way.wait(20)
        dovecot.stop()
        dovecot.start()
        until(lambda: known(store) == 300)
    assert filed == list(range(1, 301))


def test_a_server_that_hangs_in_mid_fetch_is_left_and_tried_again(dovecot: Dovecot, store: SqlStore) -> None:
    half_way = Event()
    dovecot.deliver([mail(number, size=50_000) for number in range(300)])
    with following(dovecot, poller_of(store, handle=filing(store, lambda raw: half_way.set() if raw.id.uid == 150 else None))):
        assert half_way.wait(20)
        dovecot.freeze()
        time.sleep(3)
        dovecot.thaw()
        until(lambda: known(store) == 300)


def test_a_database_that_is_away_for_a_while_costs_no_mail(dovecot: Dovecot, store: SqlStore) -> None:
    away = iter([True, True, True])

    def sometimes_away(raw: RawMail) -> None:
        if next(away, False):
            raise StoreUnavailable("the database cannot be reached: see that it runs")

    dovecot.deliver([mail(number) for number in range(3)])
    with following(dovecot, poller_of(store, handle=filing(store, sometimes_away))):
        until(lambda: known(store) == 3)


def test_a_fault_nobody_thought_of_is_logged_without_its_text_and_tried_again(dovecot: Dovecot, store: SqlStore) -> None:
    faults = iter([RuntimeError("eva@kund.example")])

    def break_once(raw: RawMail) -> None:
        for fault in faults:
            raise fault

    dovecot.deliver([mail(1)])
    with capture_logs() as lines, following(dovecot, poller_of(store, handle=filing(store, break_once))):
        until(lambda: known(store) == 1)
    (line,) = [line for line in lines if line["event"] == "mailbox:broke"]
    assert line["reason"].startswith("RuntimeError in test_follow.py:")
    assert "eva@kund.example" not in str(lines)


def test_a_poller_without_the_lease_stands_by_and_takes_over_when_it_is_free(
    dovecot: Dovecot, store: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ingest.follow.STAND_BY", 0.05)
    holder = Lease(store.engine, "poll", "holder")
    assert holder.take(NOW)
    dovecot.deliver([mail(1)])
    with capture_logs() as lines, following(dovecot, poller_of(store)):
        time.sleep(0.5)
        assert known(store) == 0
        holder.release()
        until(lambda: known(store) == 1)
    assert [line["event"] for line in lines] == ["mailbox:standing_by"]


def test_a_poller_that_stands_by_stops_when_told(dovecot: Dovecot, store: SqlStore) -> None:
    assert Lease(store.engine, "poll", "holder").take(NOW)
    with capture_logs() as lines, following(dovecot, poller_of(store)):
        until(lambda: bool(lines))
    assert [line["event"] for line in lines] == ["mailbox:standing_by"]


def test_after_each_round_the_open_folder_is_handed_over(dovecot: Dovecot, store: SqlStore) -> None:
    seen: list[list[int]] = []
    dovecot.deliver([mail(1)])
    with following(dovecot, poller_of(store), after_each=lambda mailbox: seen.append(mailbox.uids())):
        until(lambda: bool(seen))
    assert seen[0] == [1]


def test_a_refused_login_is_said_and_not_hammered(dovecot: Dovecot, store: SqlStore) -> None:
    poller = poller_of(store)
    with capture_logs() as lines:
        thread = Thread(target=follow, args=(poller, lambda: Mailbox(account_on(dovecot, password="fel"))), kwargs={"poll_seconds": 1})
        thread.start()
        until(lambda: bool(lines))
        time.sleep(0.5)
        poller.stop.set()
        thread.join(timeout=5)
    assert [line["event"] for line in lines] == ["mailbox:refused"]
