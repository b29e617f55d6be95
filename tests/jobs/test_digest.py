"""The desk hears how things stand: each working day once, and at once when the mailbox falls silent."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from gdpr.letter_kinds import LetterKind
from jobs.digest import figures, morning, watch_the_poll
from storage.store import SqlStore
from storage.tables import outbox
from tests.jobs.letters import BOOK, SCRIBE
from tests.request_desk import RequestDesk, june

MONDAY = datetime(2026, 6, 29, 6, tzinfo=UTC)


@pytest.fixture
def desk(store: SqlStore) -> RequestDesk:
    """A desk with one request that is due on the first of July."""
    desk = RequestDesk(store)
    desk.register()
    desk.receive()
    return desk


def owed(desk: RequestDesk) -> list[int]:
    """The digests that are owed."""
    with desk.store.engine.connect() as connection:
        return list(connection.execute(select(outbox.c.id).where(outbox.c.template == LetterKind.DIGEST)).scalars())


def test_a_digest_is_owed_once_each_working_day(desk: RequestDesk) -> None:
    for hour in range(72):
        morning(desk.store, desk.policy, MONDAY + timedelta(hours=hour))
    assert len(owed(desk)) == 3


@pytest.mark.parametrize("now", [datetime(2026, 6, 27, 9, tzinfo=UTC), datetime(2026, 6, 29, 5, tzinfo=UTC)])
def test_nobody_is_told_on_a_saturday_or_before_the_morning(desk: RequestDesk, now: datetime) -> None:
    assert not morning(desk.store, desk.policy, now)
    assert owed(desk) == []


def test_the_figures_tell_what_is_due_and_what_will_be(desk: RequestDesk) -> None:
    found = figures(desk.store, desk.policy, MONDAY)
    assert (found["open"], found["due"], found["due_soon"], found["forecast"], found["overdue"]) == (1, 0, 1, 1, 0)
    assert figures(desk.store, desk.policy, datetime(2026, 7, 3, tzinfo=UTC))["overdue"] == 1


def test_a_digest_can_be_written_and_names_nobody(desk: RequestDesk) -> None:
    morning(desk.store, desk.policy, MONDAY)
    with desk.store.transaction() as tx:
        letter = tx.outbox.one(owed(desk)[0])
    assert letter is not None
    text = SCRIBE.write(letter).text
    assert "kajak" not in text
    assert BOOK.words["sv"].words["what"]["open"] in text


def test_a_silent_mailbox_is_told_once(desk: RequestDesk) -> None:
    with desk.store.transaction() as tx:
        tx.ledger.polled("support", "INBOX", june(1), 0)
    assert watch_the_poll(desk.store, desk.policy, june(1) + timedelta(minutes=29)) is None
    assert watch_the_poll(desk.store, desk.policy, june(1) + timedelta(minutes=31)) == 31
    assert watch_the_poll(desk.store, desk.policy, june(1) + timedelta(minutes=36)) == 36
    assert len(owed(desk)) == 1


def test_a_mailbox_that_was_never_read_is_no_silence(desk: RequestDesk) -> None:
    assert watch_the_poll(desk.store, desk.policy, june(1)) is None
