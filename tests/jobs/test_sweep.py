"""The clock looks at each request when its moment has come, and does each thing once."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from gdpr.events import EventKind
from gdpr.identity import Doubt, Item
from gdpr.letter_kinds import LetterKind
from gdpr.records import RequestStatus
from gdpr.request_acts import RequestGateError
from gdpr.request_casework import extend
from gdpr.request_identity import ask_identity, identity_answered
from jobs.sweep import recompute_open, sweep
from storage.store import SqlStore
from storage.tables import outbox, requests
from tests.request_desk import ANNA, RequestDesk, june


@pytest.fixture
def desk(store: SqlStore) -> RequestDesk:
    """A desk whose customer Eva is on file."""
    desk = RequestDesk(store)
    desk.register()
    return desk


def run(desk: RequestDesk, start: datetime, days: int) -> None:
    """Let the clock run, four times a day."""
    for quarter in range(days * 4):
        sweep(desk.store, desk.policy, start + timedelta(hours=6 * quarter))


def warnings(desk: RequestDesk, request_id: int) -> list[tuple[str, datetime]]:
    """The warnings that were given."""
    with desk.store.transaction() as tx:
        return [(event.reason, event.at) for event in tx.requests.events(request_id) if event.kind is EventKind.ESCALATED]


def letters(desk: RequestDesk, request_id: int) -> list[str]:
    """The letters that are owed about a request."""
    with desk.store.engine.connect() as connection:
        return list(connection.execute(select(outbox.c.template).where(outbox.c.request_id == request_id).order_by(outbox.c.id)).scalars())


def ask(desk: RequestDesk, request_id: int, day: int = 2) -> None:
    """Ask Eva on a day of June, and hand the question over."""
    with desk.store.transaction() as tx:
        ask_identity(tx, request_id, Doubt.SENDER_NOT_CHECKED, Item.LOG_IN, desk.policy, ANNA, june(day))
    desk.deliver(request_id, LetterKind.IDENTITY_ASK, june(day, 11))


def test_every_rung_of_the_ladder_is_told_once(desk: RequestDesk) -> None:
    request_id = desk.receive()
    run(desk, june(1), 40)

    steps = [step for step, _ in warnings(desk, request_id)]
    assert len(steps) == len(set(steps))
    assert {"days_14", "days_7", "days_3", "days_1", "overdue"} <= set(steps)


def test_warnings_before_the_day_come_when_the_desk_is_open(desk: RequestDesk) -> None:
    request_id = desk.receive()
    for hour in range(30 * 24):
        sweep(desk.store, desk.policy, june(1) + timedelta(hours=hour))

    told = dict(warnings(desk, request_id))
    assert told["days_14"] == datetime(2026, 6, 17, 6, tzinfo=UTC)
    assert told["days_1"] == datetime(2026, 6, 30, 6, tzinfo=UTC)


def test_each_warning_owes_the_desk_a_letter_that_names_nobody(desk: RequestDesk) -> None:
    request_id = desk.receive()
    run(desk, june(1), 40)

    with desk.store.engine.connect() as connection:
        rows = connection.execute(select(outbox).where(outbox.c.request_id == request_id)).all()
    assert {row.template for row in rows} == {LetterKind.ESCALATION}
    assert {row.recipient for row in rows} == {desk.policy.letters.staff_address}
    assert {row.contact_id for row in rows} == {None}


def test_a_request_that_nobody_touches_is_looked_at_only_when_something_is_due(desk: RequestDesk) -> None:
    desk.receive()
    assert sweep(desk.store, desk.policy, june(2)).attended == 0


def test_a_question_is_asked_again_twice_and_then_ended_in_time(desk: RequestDesk) -> None:
    request_id = desk.receive()
    ask(desk, request_id)
    run(desk, june(2, 12), 27)

    assert desk.life(request_id).reminded == {7, 14}
    assert letters(desk, request_id).count(LetterKind.IDENTITY_REMINDER) == 2
    assert LetterKind.CLOSED_UNVERIFIED in letters(desk, request_id)
    assert desk.life(request_id).is_open

    desk.deliver(request_id, LetterKind.CLOSED_UNVERIFIED, june(29))
    assert desk.life(request_id).status is RequestStatus.CLOSED_UNVERIFIED


def test_an_answer_ends_the_reminders(desk: RequestDesk) -> None:
    request_id = desk.receive()
    ask(desk, request_id)
    with desk.store.transaction() as tx:
        identity_answered(tx, request_id, desk.policy, ANNA, june(5))
    run(desk, june(5), 20)
    assert LetterKind.IDENTITY_REMINDER not in letters(desk, request_id)


def test_a_pause_moves_the_ladder_with_the_day(desk: RequestDesk) -> None:
    request_id = desk.receive()
    ask(desk, request_id)
    with desk.store.transaction() as tx:
        identity_answered(tx, request_id, desk.policy, ANNA, june(12))
    assert desk.clock(request_id).dates.due_on.isoformat() == "2026-07-11"

    run(desk, june(12), 10)
    assert "days_14" not in [step for step, _ in warnings(desk, request_id)]


def test_an_extension_is_too_late_after_the_legal_day(desk: RequestDesk) -> None:
    request_id = desk.receive()
    with desk.store.transaction() as tx, pytest.raises(RequestGateError) as refused:
        extend(tx, request_id, "many_systems", desk.policy, ANNA, datetime(2026, 7, 2, tzinfo=UTC))
    assert refused.value.missing == ("in_time",)


@pytest.mark.parametrize("reason", ["holidays", "", "short_staff"])
def test_effort_and_holidays_are_no_reasons_for_more_time(desk: RequestDesk, reason: str) -> None:
    request_id = desk.receive()
    with desk.store.transaction() as tx, pytest.raises(RequestGateError) as refused:
        extend(tx, request_id, reason, desk.policy, ANNA, june(10))
    assert refused.value.missing == ("reason",)


def test_a_corrected_calendar_moves_open_requests_and_says_which(desk: RequestDesk) -> None:
    request_id = desk.receive()
    right = desk.clock(request_id).dates.due_on
    with desk.store.engine.begin() as connection:  # what a wrong calendar would have left
        connection.execute(requests.update().values(due_on=right + timedelta(days=3)))

    moved = recompute_open(desk.store, desk.policy, june(5))

    assert [(one.request_id, one.before, one.after) for one in moved] == [(request_id, right + timedelta(days=3), right)]
    assert desk.kinds(request_id)[-1] is EventKind.RECOMPUTED
    assert recompute_open(desk.store, desk.policy, june(6)) == ()
