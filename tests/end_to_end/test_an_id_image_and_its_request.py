"""What the check of an ID image means for the request that it was for, and for somebody whom nobody asked."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from detectors.id_document import IdReading, Verdict
from gdpr.events import Event, EventKind
from gdpr.gates import Doer
from gdpr.id_casework import Rejection
from gdpr.id_requests import accept, ask_again, let_go
from gdpr.identity import Doubt, Item
from gdpr.people import Role
from gdpr.request_identity import ask_identity
from storage.store import SqlStore
from storage.tables import outbox
from tests.id_images import ACCESS, NOON, ORDINARY, PASSPORT, POLICY, hold, mail, open_image, picture, register_eva, take

ANNA = Doer("user/1", frozenset({Role.AGENT}))
DAY = timedelta(days=1)
ERASURE_TOO = ACCESS + " Radera sedan alla uppgifter om mig."


def held(store: SqlStore, text: str = ACCESS) -> int:
    register_eva(store)
    take(store, mail(text, picture()))
    image_id = hold(store)
    open_image(store, image_id)
    return image_id


def events(store: SqlStore, request_id: int) -> tuple[Event, ...]:
    with store.transaction() as tx:
        return tuple(tx.requests.events(request_id))


def letters(store: SqlStore) -> list[str]:
    with store.engine.connect() as connection:
        return list(connection.execute(select(outbox.c.template).order_by(outbox.c.id)).scalars())


def test_an_accepted_image_is_the_proof_for_every_open_request_of_the_person(store: SqlStore) -> None:
    image_id = held(store, ERASURE_TOO)
    with store.transaction() as tx:
        accept(tx, image_id, POLICY, ANNA, NOON)
    open_requests = store.views.requests.open()
    assert {request.kind for request in open_requests} == {"access", "erasure"}
    for request in open_requests:
        last = events(store, request.id)[-1]
        assert (last.kind, last.actor, last.details["method"]) == (EventKind.VERIFIED, "user/1", "id_image")


def test_an_image_that_we_asked_for_is_an_answer_and_the_clock_goes_on(store: SqlStore) -> None:
    register_eva(store)
    take(store, mail(ACCESS))
    request_id = store.views.requests.open()[0].id
    with store.transaction() as tx:
        ask_identity(tx, request_id, Doubt.SENDER_NOT_CHECKED, Item.ID_IMAGE, POLICY, ANNA, NOON)
    take(store, mail(ORDINARY, picture(), number=2), uid=2, at=NOON + DAY)
    hold(store, at=NOON + DAY)
    assert events(store, request_id)[-1].kind is EventKind.ANSWERED


def test_a_photo_of_something_else_is_no_answer(store: SqlStore) -> None:
    register_eva(store)
    take(store, mail(ACCESS))
    request_id = store.views.requests.open()[0].id
    with store.transaction() as tx:
        ask_identity(tx, request_id, Doubt.SENDER_NOT_CHECKED, Item.ID_IMAGE, POLICY, ANNA, NOON)
    take(store, mail(ORDINARY, picture(), number=2), uid=2, at=NOON + DAY)
    hold(store, IdReading(Verdict.OTHER), at=NOON + DAY)
    assert events(store, request_id)[-1].kind is EventKind.ASKED


def test_the_person_is_asked_for_another_image(store: SqlStore) -> None:
    image_id = held(store)
    with store.transaction() as tx:
        ask_again(tx, image_id, Rejection.NOT_READABLE, POLICY, ANNA, NOON)
    assert letters(store) == ["acknowledgement", "identity_ask"]


@pytest.mark.parametrize(("reading", "told"), [(PASSPORT, ["unasked_image"]), (IdReading(Verdict.UNREADABLE), [])])
def test_who_sent_an_image_that_nobody_asked_for_is_told_that_it_is_gone(store: SqlStore, reading: IdReading, told: list[str]) -> None:
    register_eva(store)
    take(store, mail(ORDINARY, picture(), picture(2)))
    hold(store, reading)
    hold(store, reading)
    with store.transaction() as tx:
        assert let_go(tx, POLICY, NOON + DAY) == 2
    assert letters(store) == told


def test_the_letter_names_the_day(store: SqlStore) -> None:
    register_eva(store)
    take(store, mail(ORDINARY, picture()))
    hold(store)
    with store.transaction() as tx:
        let_go(tx, POLICY, NOON + DAY)
    with store.engine.connect() as connection:
        row = connection.execute(select(outbox)).one()
    assert row.facts == {"deleted_on": "2026-03-06"}
    assert row.recipient == "eva@kund.example"
