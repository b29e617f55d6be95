"""What the life of a request owes can be written in both languages, or says what a person must add first."""

import pytest

from config.letter_files import LANGUAGES
from gdpr.identity import Doubt, Item, Method
from gdpr.letter_kinds import LetterKind
from gdpr.letter_records import OwedLetter
from gdpr.letters import missing_facts, write
from gdpr.request_casework import Done, extend, fulfil, record_receipt, refuse
from gdpr.request_identity import ask_identity, verify_identity
from storage.store import SqlStore
from tests.jobs.letters import BOOK
from tests.request_desk import ANNA, ERASURE, NO_MORE_MARKETING, RequestDesk, june


@pytest.fixture
def desk(store: SqlStore) -> RequestDesk:
    desk = RequestDesk(store).without_second_person()
    desk.register()
    return desk


def owed(desk: RequestDesk, kind: LetterKind) -> OwedLetter:
    """The newest letter of this kind."""
    with desk.store.transaction() as tx:
        letters = [letter for number in range(1, 20) if (letter := tx.outbox.one(number)) and letter.template == kind]
    return letters[-1]


def texts(desk: RequestDesk, kind: LetterKind, **added: object) -> list[str]:
    letter = owed(desk, kind)
    return [write(BOOK, kind, language, {**letter.facts, **added}, desk.policy).text for language in LANGUAGES]


def identified(desk: RequestDesk, request_id: int) -> None:
    with desk.store.transaction() as tx:
        verify_identity(tx, request_id, Method.BANKID, desk.policy, ANNA, june(2))


@pytest.mark.parametrize("doubt", [*Doubt, ""])
@pytest.mark.parametrize("item", [Item.CONFIRM_ON_FILE, Item.ID_IMAGE])
def test_a_question_about_identity_names_doubt_item_and_other_ways(desk: RequestDesk, doubt: str, item: Item) -> None:
    request_id = desk.receive()
    with desk.store.transaction() as tx:
        ask_identity(tx, request_id, doubt, item, desk.policy, ANNA, june(2))
    swedish, english = texts(desk, LetterKind.IDENTITY_ASK)
    assert "täcka över" in swedish
    assert "cover everything but your name" in english


def test_an_extension_tells_reason_and_new_day(desk: RequestDesk) -> None:
    request_id = desk.receive()
    with desk.store.transaction() as tx:
        extend(tx, request_id, "many_systems", desk.policy, ANNA, june(20))
    assert "Du får svar senast tisdagen den 1 september 2026." in texts(desk, LetterKind.EXTENSION)[0]


@pytest.mark.parametrize("ground", ["secrecy", "excessive"])
def test_a_refusal_tells_reason_law_authority_and_court(desk: RequestDesk, ground: str) -> None:
    request_id = desk.receive()
    identified(desk, request_id)
    with desk.store.transaction() as tx:
        refuse(tx, request_id, ground, desk.policy, ANNA, june(5))
    for text in texts(desk, LetterKind.REFUSAL):
        assert "imy@imy.se" in text
        assert "79" in text


def test_an_erasure_tells_what_was_deleted_and_who_was_told(desk: RequestDesk) -> None:
    request_id = desk.receive(ERASURE)
    identified(desk, request_id)
    with desk.store.transaction() as tx:
        record_receipt(tx, request_id, ("support", 14, 0), desk.policy, ANNA, june(5))
        fulfil(tx, request_id, Done(shared_with_nobody=True), desk.policy, ANNA, june(5))
    swedish, _ = texts(desk, LetterKind.OUTCOME_ERASURE)
    assert "- supportärenden: 14" in swedish
    assert "- ingen utanför vårt företag" in swedish


def test_a_stop_of_marketing_tells_since_when(desk: RequestDesk) -> None:
    request_id = desk.receive(NO_MORE_MARKETING)
    with desk.store.transaction() as tx:
        fulfil(tx, request_id, Done(), desk.policy, ANNA, june(1, 12))
    assert "Sedan måndagen den 1 juni 2026 skickar vi ingen marknadsföring till dig." in texts(desk, LetterKind.OUTCOME_MARKETING_OPTOUT)[0]


def test_an_answer_with_a_copy_says_what_a_person_must_add(desk: RequestDesk) -> None:
    request_id = desk.receive()
    identified(desk, request_id)
    with desk.store.transaction() as tx:
        fulfil(tx, request_id, Done(), desk.policy, ANNA, june(5))
    lacking = missing_facts(LetterKind.OUTCOME_ACCESS, owed(desk, LetterKind.OUTCOME_ACCESS).facts, desk.policy)
    assert {"purposes", "categories", "recipients", "retention", "source", "automated_decisions", "transfers"} <= set(lacking)
