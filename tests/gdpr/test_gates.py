"""One table says what may happen to a request; nothing is missing from it and nobody stands outside it."""

import pytest

from desk.request_acts import ACTS
from desk.request_words import DEMANDS, WORDS
from gdpr.events import EventKind
from gdpr.gates import GATE, GATES, SYSTEM, Doer, may
from gdpr.life import HAPPENS
from gdpr.people import Role
from gdpr.request_acts import hold
from storage.store import SqlStore
from tests.request_desk import ANNA, DORIS, RequestDesk, june

NOT_GATED = {EventKind.RECEIVED}  # a mail opens it, whatever anybody thinks


def test_every_event_has_a_gate_and_a_meaning() -> None:
    assert set(GATE) == set(EventKind) - NOT_GATED
    assert len(GATES) == len(GATE)
    assert set(HAPPENS) == set(EventKind)


@pytest.mark.parametrize("role", [Role.BOOKKEEPING, Role.OPERATOR])
def test_some_roles_decide_nothing(role: Role) -> None:
    assert not any(role in gate.roles for gate in GATES)


def test_every_event_and_every_demand_has_words() -> None:
    assert set(EventKind) == set(WORDS["event"])
    assert {demand.sentence for gate in GATES for demand in gate.demands} <= set(DEMANDS)


def test_every_act_of_the_desk_leads_to_a_gate_that_people_may_pass() -> None:
    assert all(GATE[act.event].roles for act in ACTS)
    assert {gate.event for gate in GATES if gate.roles} == {act.event for act in ACTS} | {EventKind.UNVERIFIED}


def test_what_only_the_program_records_nobody_can_claim() -> None:
    by_nobody = {EventKind.LETTER_SENT, EventKind.LETTER_BOUNCED, EventKind.ESCALATED, EventKind.RECOMPUTED, EventKind.REMINDED}
    assert {gate.event for gate in GATES if not gate.roles} == by_nobody


def test_the_officers_queue_is_the_officers_alone(store: SqlStore) -> None:
    desk = RequestDesk(store)
    desk.receive("Jag har en fråga till ert dataskyddsombud om hur ni behandlar mina uppgifter.")
    (request_id,) = (view.id for view in store.views.requests.open() if view.queue == desk.policy.officer.queue)
    with store.transaction() as tx:
        case = hold(tx, request_id, desk.policy, june(2)).case
    assert not any(may(case, gate.event, ANNA) for gate in GATES)
    assert may(case, EventKind.FULFILLED, DORIS)


def test_the_program_does_only_what_its_gates_say(store: SqlStore) -> None:
    desk = RequestDesk(store)
    request_id = desk.receive()
    with store.transaction() as tx:
        case = hold(tx, request_id, desk.policy, june(2)).case
    assert not may(case, EventKind.FULFILLED, SYSTEM)
    assert not may(case, EventKind.APPROVED, SYSTEM)
    assert may(case, EventKind.CLOSED, SYSTEM)


def test_somebody_without_a_role_does_nothing(store: SqlStore) -> None:
    desk = RequestDesk(store)
    request_id = desk.receive()
    with store.transaction() as tx:
        case = hold(tx, request_id, desk.policy, june(2)).case
    assert not any(may(case, gate.event, Doer("user/9")) for gate in GATES)
