"""What the life of a request owes can be written in both languages, or says what a person must add first."""

from email.message import EmailMessage

import pytest

from config.letter_files import LANGUAGES
from gdpr.events import EventKind
from gdpr.identity import Doubt, Item, Method
from gdpr.letter_kinds import LetterKind
from gdpr.letter_records import OwedLetter
from gdpr.letters import missing_facts, write
from gdpr.message import MailId, RawMail
from gdpr.outbox_casework import approve as approve_letter
from gdpr.outbox_casework import handed_over
from gdpr.request_casework import Done, extend, fulfil, record_receipt, refuse
from gdpr.request_identity import ask_identity, verify_identity
from ingest.pipeline import process
from ingest.rules import Rules
from storage.store import SqlStore
from tests.jobs.letters import BOOK
from tests.request_desk import ANNA, AUTHSERV, ERASURE, EVA, NO_MORE_MARKETING, RequestDesk, june


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


def asked(desk: RequestDesk) -> tuple[int, OwedLetter]:
    """A request whose question about identity is out, and the letter that asks."""
    request_id = desk.receive()
    with desk.store.transaction() as tx:
        ask_identity(tx, request_id, Doubt.ADDRESS_CHANGED, Item.CONFIRM_ON_FILE, desk.policy, ANNA, june(2))
    letter = owed(desk, LetterKind.IDENTITY_ASK)
    with desk.store.transaction() as tx:
        approve_letter(tx, letter.id, "user/1", june(2))
        handed_over(tx, letter, "d" * 64, desk.policy, june(2))
    return request_id, letter


def reply(desk: RequestDesk, letter: OwedLetter, sender: str, *, checked: bool = True) -> None:
    """A mail that says yes and bears the letter's mark."""
    mail = EmailMessage()
    if checked:
        mail["Authentication-Results"] = f"{AUTHSERV}; dmarc=pass header.from={sender.partition('@')[2]}"
    mail["From"], mail["To"], mail["Subject"] = sender, "support@ftech.se", "SV: fråga"
    mail["In-Reply-To"] = letter.mark.message_id("ftech.se")
    mail.set_content("Ja, det är jag.")
    desk.uids[0] += 1
    raw = RawMail(MailId("support", "INBOX", 7, desk.uids[0]), mail.as_bytes(), june(5))
    process(raw, Rules(desk.policy, AUTHSERV), desk.store, june(5))


def test_the_person_s_own_answer_lets_the_clock_go_on(desk: RequestDesk) -> None:
    request_id, letter = asked(desk)
    reply(desk, letter, EVA)
    assert desk.kinds(request_id)[-1] is EventKind.ANSWERED


@pytest.mark.parametrize(("sender", "checked"), [(EVA, False), ("eva@angripare.example", True)])
def test_nobody_else_s_answer_does(desk: RequestDesk, sender: str, checked: bool) -> None:
    request_id, letter = asked(desk)
    before = desk.kinds(request_id)
    reply(desk, letter, sender, checked=checked)
    assert desk.kinds(request_id) == before
