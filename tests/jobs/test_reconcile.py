from collections.abc import Sequence
from datetime import timedelta
from functools import partial

from ingest.mailbox import Mailbox
from jobs.reconcile import Comparison, Reconciler, compare, reconcile
from storage.store import SqlStore
from tests.ingest.reading import NOW, account_on, mail, poller_of, uids_in_ledger
from tests.servers.dovecot import Dovecot


def pass_over(store: SqlStore, mailbox: Mailbox, uid: int) -> None:
    """Move the cursor without filing anything, as only a fault of ours could."""
    with store.transaction() as tx:
        tx.ledger.advance(mailbox.name, mailbox.folder, mailbox.uidvalidity, uid, NOW)


def test_mails_above_the_cursor_wait_and_those_it_passed_are_unaccounted_for(dovecot: Dovecot, store: SqlStore) -> None:
    dovecot.deliver([mail(number) for number in range(5)])
    with Mailbox(account_on(dovecot)) as mailbox:
        assert compare(mailbox, store) == Comparison((), waiting=5)
        pass_over(store, mailbox, 2)
        assert compare(mailbox, store) == Comparison((1, 2), waiting=3)
        poller_of(store).drain(mailbox)
        assert compare(mailbox, store) == Comparison((1, 2), waiting=0)


def test_what_is_unaccounted_for_is_fetched_again(dovecot: Dovecot, store: SqlStore) -> None:
    dovecot.deliver([mail(number) for number in range(3)])
    with Mailbox(account_on(dovecot)) as mailbox:
        pass_over(store, mailbox, 2)
        poller = poller_of(store)
        poller.drain(mailbox)
        assert reconcile(mailbox, store, partial(poller.take, mailbox), NOW) == Comparison((), waiting=0)
        assert uids_in_ledger(store, mailbox.uidvalidity) == {1, 2, 3}
        with store.transaction() as tx:
            assert tx.ledger.cursor("support", "INBOX") == (mailbox.uidvalidity, 3)


def test_a_mail_that_is_gone_from_the_server_owes_no_outcome(dovecot: Dovecot, store: SqlStore) -> None:
    dovecot.deliver([mail(1), mail(2)])
    with Mailbox(account_on(dovecot)) as mailbox:
        pass_over(store, mailbox, 2)
        with dovecot.client() as help_desk:
            help_desk.delete_messages([1, 2])
            help_desk.expunge()
        assert compare(mailbox, store) == Comparison((), waiting=0)


def test_what_remains_unaccounted_for_stands_in_the_status(dovecot: Dovecot, store: SqlStore) -> None:
    dovecot.deliver([mail(1), mail(2)])
    with Mailbox(account_on(dovecot)) as mailbox:
        pass_over(store, mailbox, 2)
        reconcile(mailbox, store, lambda uids: None, NOW)
    assert (store.views.status().unaccounted, store.views.status().last_poll_at) == (2, NOW)


def test_between_two_comparisons_a_round_only_notes_that_it_was_done(dovecot: Dovecot, store: SqlStore) -> None:
    asked: list[Sequence[int]] = []
    reconciler = Reconciler(store, every=timedelta(minutes=15))
    dovecot.deliver([mail(1)])
    with Mailbox(account_on(dovecot)) as mailbox:
        pass_over(store, mailbox, 1)
        for minutes in (0, 5, 16):
            reconciler.after_round(mailbox, asked.append, NOW + timedelta(minutes=minutes))
            status = store.views.status()
            assert (status.unaccounted, status.last_poll_at) == (1, NOW + timedelta(minutes=minutes))
    assert asked == [(1,), (1,)]
