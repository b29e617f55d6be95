import tracemalloc
from datetime import timedelta
from threading import Event

import pytest

from gdpr.message import RawMail
from gdpr.records import Outcome
from ingest.batches import MEGABYTE, Limits
from ingest.mailbox import Mailbox
from ingest.poller import Poller
from ingest.tally import Tally
from storage.leases import Lease, LeaseLost
from storage.store import SqlStore
from tests.ingest.reading import NOW, account_on, filing, mail, outcome, poller_of, uids_in_ledger
from tests.servers.dovecot import Dovecot


def drained(poller: Poller, mailbox: Mailbox) -> Tally:
    poller.drain(mailbox)
    return poller.tally


def cursor(store: SqlStore) -> tuple[int, int] | None:
    with store.transaction() as tx:
        return tx.ledger.cursor("support", "INBOX")


def test_every_mail_gets_one_outcome_and_a_second_round_finds_nothing(dovecot: Dovecot, store: SqlStore) -> None:
    dovecot.deliver([mail(number) for number in range(250)])
    with Mailbox(account_on(dovecot)) as mailbox:
        assert drained(poller_of(store), mailbox) == Tally(fetched=250, filed=250)
        assert drained(poller_of(store), mailbox) == Tally()
        assert uids_in_ledger(store, mailbox.uidvalidity) == set(range(1, 251))
        assert cursor(store) == (mailbox.uidvalidity, 250)


def test_the_next_start_goes_on_from_the_last_filed_mail(dovecot: Dovecot, store: SqlStore) -> None:
    dovecot.deliver([mail(1), mail(2)])
    with Mailbox(account_on(dovecot)) as mailbox:
        poller_of(store).drain(mailbox)
    dovecot.deliver([mail(3)])
    with Mailbox(account_on(dovecot)) as mailbox:
        assert drained(poller_of(store), mailbox) == Tally(fetched=1, filed=1)


def test_a_mail_filed_before_the_cursor_moved_is_neither_fetched_nor_filed_again(dovecot: Dovecot, store: SqlStore) -> None:
    class CrashError(Exception):
        pass

    def crash_at_three(raw: RawMail) -> None:
        if raw.id.uid == 3:
            raise CrashError

    dovecot.deliver([mail(number) for number in range(5)])
    with Mailbox(account_on(dovecot)) as mailbox, pytest.raises(CrashError):
        poller_of(store, handle=filing(store, crash_at_three)).drain(mailbox)
    assert cursor(store) is None
    with Mailbox(account_on(dovecot)) as mailbox:
        assert drained(poller_of(store), mailbox) == Tally(fetched=3, filed=3)
        assert uids_in_ledger(store, mailbox.uidvalidity) == {1, 2, 3, 4, 5}


def test_asked_to_stop_it_finishes_the_mail_at_hand_and_no_other(dovecot: Dovecot, store: SqlStore) -> None:
    stop = Event()
    dovecot.deliver([mail(number) for number in range(5)])
    handle = filing(store, lambda raw: stop.set() if raw.id.uid == 2 else None)
    with Mailbox(account_on(dovecot)) as mailbox:
        assert drained(poller_of(store, handle=handle, stop=stop), mailbox) == Tally(fetched=2, filed=2)
        assert uids_in_ledger(store, mailbox.uidvalidity) == {1, 2}
        assert drained(poller_of(store), mailbox) == Tally(fetched=3, filed=3)


def test_a_mail_too_large_to_load_ends_in_quarantine_and_the_others_are_filed(dovecot: Dovecot, store: SqlStore) -> None:
    dovecot.deliver([mail(1), mail(2, size=5000), mail(3)])
    with Mailbox(account_on(dovecot), limits=Limits(mail_bytes=1000)) as mailbox:
        assert drained(poller_of(store), mailbox) == Tally(fetched=3, filed=2, quarantined=1)
        assert outcome(store, mailbox.uidvalidity, 2) is Outcome.QUARANTINED
        assert cursor(store) == (mailbox.uidvalidity, 3)


def test_a_mail_that_vanishes_before_it_is_fetched_does_not_hold_up_the_cursor(dovecot: Dovecot, store: SqlStore) -> None:
    dovecot.deliver([mail(number) for number in range(3)])
    with Mailbox(account_on(dovecot)) as mailbox:
        uids = mailbox.uids()
        with dovecot.client() as help_desk:
            help_desk.delete_messages([3])
            help_desk.expunge()
        poller = poller_of(store)
        poller.take(mailbox, uids, advance=True)
        assert poller.tally == Tally(fetched=2, filed=2)
        assert cursor(store) == (mailbox.uidvalidity, 3)


def test_a_folder_that_was_made_anew_is_read_from_the_start(dovecot: Dovecot, store: SqlStore) -> None:
    def drain_once() -> tuple[Tally, int]:
        with Mailbox(account_on(dovecot), "Stöd") as mailbox:
            return drained(poller_of(store), mailbox), mailbox.uidvalidity

    with dovecot.client() as help_desk:
        help_desk.create_folder("Stöd")
    dovecot.append(mail(1), NOW, folder="Stöd")
    first = drain_once()
    with dovecot.client() as help_desk:
        help_desk.delete_folder("Stöd")
        help_desk.create_folder("Stöd")
    dovecot.append(mail(1), NOW, folder="Stöd")
    second = drain_once()
    assert first[0] == second[0] == Tally(fetched=1, filed=1)
    assert first[1] != second[1], "the server gave the new folder the old UIDVALIDITY"


def test_a_lost_lease_stops_the_work_before_the_next_mail(dovecot: Dovecot, store: SqlStore) -> None:
    clock = iter(NOW + timedelta(seconds=30 * step) for step in range(100))
    rival = Lease(store.engine, "poll", "rival")

    def lose_it_at_the_second(raw: RawMail) -> None:
        if raw.id.uid == 2:
            assert rival.take(NOW + timedelta(hours=1))

    dovecot.deliver([mail(number) for number in range(4)])
    poller = poller_of(store, handle=filing(store, lose_it_at_the_second), clock=lambda: next(clock))
    with Mailbox(account_on(dovecot)) as mailbox:
        with pytest.raises(LeaseLost):
            poller.drain(mailbox)
        assert uids_in_ledger(store, mailbox.uidvalidity) == {1, 2}
        assert cursor(store) is None


def test_a_mail_of_forty_megabytes_is_read_without_a_second_copy_in_memory(dovecot: Dovecot, store: SqlStore) -> None:
    size = 40 * MEGABYTE
    dovecot.deliver([mail(1, size=size)])
    sizes: list[int] = []
    with Mailbox(account_on(dovecot)) as mailbox:
        tracemalloc.start()
        poller_of(store, handle=filing(store, lambda raw: sizes.append(len(raw.content)))).drain(mailbox)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert sizes == [len(mail(1)) + size]
    assert peak < 1.2 * size
