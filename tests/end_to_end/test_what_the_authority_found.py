"""What the authority faulted at others cannot happen here: each case from the mail on, by its decision."""

from datetime import UTC, datetime, timedelta

import pytest

from gdpr.events import EventKind
from gdpr.identity import Doubt, Item, Method
from gdpr.letter_kinds import LetterKind
from gdpr.request_acts import RequestGateError
from gdpr.request_casework import Done, approve, extend, fulfil, propose, record_receipt
from gdpr.request_identity import ask_identity, identity_answered, verify_identity
from jobs.sweep import sweep
from storage.store import SqlStore
from tests.request_desk import ANNA, BO, ERASURE, EVA, NO_MORE_MARKETING, RequestDesk, june


@pytest.fixture
def desk(store: SqlStore) -> RequestDesk:
    """A desk whose customer Eva is on file."""
    desk = RequestDesk(store)
    desk.register()
    return desk


def approved_erasure(desk: RequestDesk) -> int:
    """An erasure that a second person has agreed to."""
    request_id = desk.receive(ERASURE)
    with desk.store.transaction() as tx:
        verify_identity(tx, request_id, Method.BANKID, desk.policy, ANNA, june(2))
        propose(tx, request_id, Done().measure, "", desk.policy, ANNA, june(2))
        approve(tx, request_id, desk.policy, BO, june(3))
    return request_id


def test_imy_2022_9442_sj_an_address_in_capitals_is_the_same_person_and_a_good_question_pauses(desk: RequestDesk) -> None:
    request_id = desk.receive(sender=EVA.upper().replace("KAJAK.EXAMPLE", "kajak.example"))
    view = desk.store.views.requests.one(request_id)
    assert view is not None
    assert view.customer_name == f"Kund {EVA}"

    with desk.store.transaction() as tx:
        ask_identity(tx, request_id, Doubt.ADDRESS_CHANGED, Item.LOG_IN, desk.policy, ANNA, june(2))
    desk.deliver(request_id, LetterKind.IDENTITY_ASK, june(2))
    with desk.store.transaction() as tx:
        identity_answered(tx, request_id, desk.policy, ANNA, june(12))
    clock = desk.clock(request_id)
    assert clock.dates.due_on - clock.unpaused.due_on == timedelta(days=10)


def test_di_2020_10538_mag_erased_and_not_told_is_not_done(desk: RequestDesk) -> None:
    request_id = approved_erasure(desk)
    with desk.store.transaction() as tx:
        record_receipt(tx, request_id, ("account", 1, 0), desk.policy, ANNA, june(4))
        fulfil(tx, request_id, Done(), desk.policy, ANNA, june(4))

    sweep(desk.store, desk.policy, june(1) + timedelta(days=45))
    assert desk.life(request_id).is_open
    assert EventKind.ESCALATED in desk.kinds(request_id)


def test_di_2020_10561_rebtel_nothing_is_told_before_it_is_done(desk: RequestDesk) -> None:
    request_id = approved_erasure(desk)
    with desk.store.transaction() as tx:
        record_receipt(tx, request_id, ("account", 3, 1), desk.policy, ANNA, june(4))
        with pytest.raises(RequestGateError) as refused:
            fulfil(tx, request_id, Done(), desk.policy, ANNA, june(4))
    assert refused.value.missing == ("deleted",)


def test_di_2021_10488_klarna_christmas_is_no_reason_and_a_late_notice_gives_no_time(desk: RequestDesk) -> None:
    received = datetime(2026, 11, 24, 14, tzinfo=UTC)
    request_id = desk.receive(at=received)
    with desk.store.transaction() as tx:
        with pytest.raises(RequestGateError):
            extend(tx, request_id, "holidays", desk.policy, ANNA, received + timedelta(days=28))
        extend(tx, request_id, "many_systems", desk.policy, ANNA, received + timedelta(days=28))
    desk.deliver(request_id, LetterKind.EXTENSION, datetime(2026, 12, 28, 9, tzinfo=UTC))

    assert desk.clock(request_id).dates.due_on.isoformat() == "2026-12-24"


def test_imy_2022_1032_lensway_no_id_is_demanded_by_post_or_without_a_doubt(desk: RequestDesk) -> None:
    request_id = desk.receive(ERASURE)
    with desk.store.transaction() as tx, pytest.raises(RequestGateError) as refused:
        ask_identity(tx, request_id, "", Item.ID_IMAGE, desk.policy, ANNA, june(2))
    assert refused.value.missing == ("doubt",)
    assert not any("post" in item for item in Item)


def test_di_2020_10545_h_and_m_an_objection_to_marketing_that_waits_is_warned_of_after_a_working_day(desk: RequestDesk) -> None:
    request_id = desk.receive(NO_MORE_MARKETING)
    sweep(desk.store, desk.policy, june(3))
    with desk.store.transaction() as tx:
        warned = [event.reason for event in tx.requests.events(request_id) if event.kind is EventKind.ESCALATED]
    assert warned == ["not_done_at_once"]
