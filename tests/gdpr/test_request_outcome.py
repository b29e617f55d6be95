"""A request ends with a letter that is true and was delivered, and with nothing less."""

import pytest

from gdpr.events import EventKind
from gdpr.identity import Method
from gdpr.letter_kinds import LetterKind
from gdpr.measures import Measure
from gdpr.records import RequestStatus
from gdpr.request_acts import RequestGateError
from gdpr.request_casework import Done, approve, close, fulfil, propose, record_receipt, refuse, send_back, tell_again, withdraw
from gdpr.request_identity import verify_identity
from storage.store import SqlStore
from tests.request_desk import ANNA, BO, DORIS, ERASURE, NO_MORE_MARKETING, RequestDesk, june


@pytest.fixture
def desk(store: SqlStore) -> RequestDesk:
    """A desk whose customer Eva is on file."""
    desk = RequestDesk(store)
    desk.register()
    return desk


def approved(desk: RequestDesk, request_id: int, measure: Measure = Measure.FULFIL, ground: str = "") -> None:
    """Eva has shown who she is, and a second person has agreed."""
    with desk.store.transaction() as tx:
        verify_identity(tx, request_id, Method.BANKID, desk.policy, ANNA, june(2))
        propose(tx, request_id, measure, ground, desk.policy, ANNA, june(3))
        approve(tx, request_id, desk.policy, BO, june(4))


def test_a_request_is_closed_by_the_delivery_of_its_letter(desk: RequestDesk) -> None:
    request_id = desk.receive()
    approved(desk, request_id)
    with desk.store.transaction() as tx:
        fulfil(tx, request_id, Done(), desk.policy, ANNA, june(5))
    assert desk.life(request_id).is_open

    desk.deliver(request_id, LetterKind.OUTCOME_ACCESS, june(5, 12))

    assert desk.life(request_id).status is RequestStatus.FULFILLED
    assert desk.kinds(request_id)[-2:] == [EventKind.LETTER_SENT, EventKind.CLOSED]


def test_nobody_closes_a_request_whose_letter_is_not_out(desk: RequestDesk) -> None:
    request_id = desk.receive()
    approved(desk, request_id)
    with desk.store.transaction() as tx:
        fulfil(tx, request_id, Done(), desk.policy, ANNA, june(5))
        with pytest.raises(RequestGateError) as refused:
            close(tx, request_id, desk.policy, ANNA, june(6))
    assert refused.value.missing == ("told",)


def test_a_copy_is_handed_over_only_to_somebody_who_showed_who_they_are(desk: RequestDesk) -> None:
    request_id = desk.receive()
    with desk.store.transaction() as tx, pytest.raises(RequestGateError) as refused:
        fulfil(tx, request_id, Done(), desk.policy, ANNA, june(5))
    assert refused.value.missing == ("identified", "approved")


def test_a_bounced_letter_opens_the_request_again(desk: RequestDesk) -> None:
    request_id = desk.receive(NO_MORE_MARKETING)
    with desk.store.transaction() as tx:
        fulfil(tx, request_id, Done(), desk.policy, ANNA, june(1, 12))
    desk.deliver(request_id, LetterKind.OUTCOME_MARKETING_OPTOUT, june(1, 13))
    assert desk.life(request_id).status is RequestStatus.FULFILLED

    desk.bounce(request_id, LetterKind.OUTCOME_MARKETING_OPTOUT, june(1, 14))
    assert desk.life(request_id).is_open

    with desk.store.transaction() as tx:
        tell_again(tx, request_id, desk.policy, ANNA, june(2))
    desk.deliver(request_id, LetterKind.OUTCOME_MARKETING_OPTOUT, june(2, 11))
    assert desk.life(request_id).status is RequestStatus.FULFILLED


def test_an_erasure_is_told_only_when_receipts_say_that_it_is_done(desk: RequestDesk) -> None:
    request_id = desk.receive(ERASURE)
    approved(desk, request_id)
    with desk.store.transaction() as tx:
        with pytest.raises(RequestGateError) as refused:
            fulfil(tx, request_id, Done(), desk.policy, ANNA, june(5))
        record_receipt(tx, request_id, ("support", 12, 0), desk.policy, ANNA, june(5))
        fulfil(tx, request_id, Done(), desk.policy, ANNA, june(5))
    assert refused.value.missing == ("deleted",)
    assert desk.life(request_id).outcome is not None


def test_what_the_bookkeeping_act_keeps_is_a_part_with_a_ground(desk: RequestDesk) -> None:
    request_id = desk.receive(ERASURE)
    approved(desk, request_id, Measure.PART, "bookkeeping")
    with desk.store.transaction() as tx:
        record_receipt(tx, request_id, ("invoices", 12, 3), desk.policy, ANNA, june(5))
        fulfil(tx, request_id, Done(Measure.PART, "bookkeeping"), desk.policy, ANNA, june(5))
    desk.deliver(request_id, LetterKind.PARTIAL_REFUSAL, june(5, 12))
    assert desk.life(request_id).status is RequestStatus.FULFILLED


@pytest.mark.parametrize("ground", ["AML", "", "bookkeeping", "not_provided", "too_much_work"])
def test_a_ground_that_cannot_refuse_an_erasure_is_rejected(desk: RequestDesk, ground: str) -> None:
    request_id = desk.receive(ERASURE)
    with desk.store.transaction() as tx, pytest.raises(RequestGateError) as refused:
        refuse(tx, request_id, ground, desk.policy, ANNA, june(5))
    assert refused.value.missing == ("ground",)


def test_a_refusal_waits_for_a_second_person(desk: RequestDesk) -> None:
    request_id = desk.receive(ERASURE)
    with desk.store.transaction() as tx:
        refuse(tx, request_id, "legal_claims", desk.policy, ANNA, june(5))
    assert desk.life(request_id).outcome is None

    with desk.store.transaction() as tx:
        approve(tx, request_id, desk.policy, BO, june(6))
    desk.deliver(request_id, LetterKind.REFUSAL, june(6, 12))
    assert desk.life(request_id).status is RequestStatus.REFUSED


def test_the_officer_cannot_approve_their_own_refusal(desk: RequestDesk) -> None:
    request_id = desk.receive(ERASURE)
    with desk.store.transaction() as tx:
        refuse(tx, request_id, "legal_claims", desk.policy, DORIS, june(5))
        with pytest.raises(RequestGateError) as refused:
            approve(tx, request_id, desk.policy, DORIS, june(6))
    assert refused.value.missing == ("role",)


def test_an_agent_is_nobodys_second_person(desk: RequestDesk) -> None:
    request_id = desk.receive(ERASURE)
    with desk.store.transaction() as tx:
        refuse(tx, request_id, "legal_claims", desk.policy, DORIS, june(5))
        with pytest.raises(RequestGateError):
            approve(tx, request_id, desk.policy, ANNA, june(6))


def test_what_is_sent_back_is_decided_anew(desk: RequestDesk) -> None:
    request_id = desk.receive(ERASURE)
    with desk.store.transaction() as tx:
        refuse(tx, request_id, "legal_claims", desk.policy, ANNA, june(5))
        send_back(tx, request_id, desk.policy, BO, june(6))
    assert desk.life(request_id).proposal is None


def test_a_desk_of_one_does_it_alone_and_that_is_on_record(desk: RequestDesk) -> None:
    alone = desk.without_second_person()
    request_id = alone.receive(ERASURE)
    with alone.store.transaction() as tx:
        refuse(tx, request_id, "legal_claims", alone.policy, ANNA, june(5))
        refusal = tx.requests.events(request_id)[-1]
    assert refusal.kind is EventKind.REFUSED
    assert refusal.details["alone"] == 1


def test_a_request_that_is_taken_back_is_closed_without_a_letter(desk: RequestDesk) -> None:
    request_id = desk.receive()
    with desk.store.transaction() as tx:
        withdraw(tx, request_id, "by_the_person", desk.policy, ANNA, june(2))
    assert desk.life(request_id).status is RequestStatus.WITHDRAWN
