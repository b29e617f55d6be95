"""Letters leave once, in time, to the right address; what does not leave is tried again or given to a person."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from email.message import EmailMessage

import pytest

from gdpr.bounce import Bounce, Failure
from gdpr.outbox_casework import LetterMovedError, approve, bounced, complete, discard
from gdpr.records import LetterState, NewLetter
from ingest.send import SmtpPost
from storage.store import SqlStore
from tests.jobs.letters import POLICY, PostOffice
from tests.servers import smtp
from tests.servers.smtp import SmtpServer
from tests.storage.cast import EVA

DRAFT, PENDING, SENT, FAILED, BOUNCED, DISCARDED = (
    LetterState.DRAFT,
    LetterState.PENDING,
    LetterState.SENT,
    LetterState.FAILED,
    LetterState.BOUNCED,
    LetterState.DISCARDED,
)


@pytest.fixture
def server() -> Iterator[SmtpServer]:
    with smtp.running() as started:
        yield started


@pytest.fixture
def office(store: SqlStore, server: SmtpServer) -> PostOffice:
    return PostOffice(store, server)


def test_a_pending_letter_leaves_and_is_remembered_with_its_digest(office: PostOffice) -> None:
    letter = office.owe()
    assert office.round() == 1
    (taken,) = office.server.taken
    assert taken.recipients == [EVA]
    assert "R1" in taken.mail["Subject"]
    assert (office.letter(letter).state, office.letter(letter).sent_at) == (SENT, office.now)
    assert len(office.letter(letter).digest) == 64
    assert office.audited(letter) == [("letter:sent", "system", {"template": "acknowledgement"})]


def test_a_sent_letter_does_not_leave_again(office: PostOffice) -> None:
    office.owe()
    office.round()
    assert office.round() == 0
    assert len(office.server.taken) == 1


def test_a_draft_waits_for_a_click_and_bears_the_name_of_who_clicked(office: PostOffice) -> None:
    letter = office.owe(state=DRAFT)
    assert office.round() == 0
    with office.store.transaction() as tx:
        approve(tx, letter, "user/3", office.now)
    assert office.round() == 1
    assert [actor for _, actor, _ in office.audited(letter)] == ["user/3", "user/3"]


def test_a_discarded_letter_never_leaves_and_cannot_be_clicked_on(office: PostOffice) -> None:
    letter = office.owe(state=DRAFT)
    with office.store.transaction() as tx:
        discard(tx, letter, "told_otherwise", "user/3", office.now)
    assert office.letter(letter).state is DISCARDED
    with pytest.raises(LetterMovedError), office.store.transaction() as tx:
        approve(tx, letter, "user/3", office.now)
    assert office.round() == 0


def test_two_clicks_on_one_letter_send_it_once(office: PostOffice) -> None:
    letter = office.owe(state=DRAFT)
    with office.store.transaction() as tx:
        approve(tx, letter, "user/3", office.now)
    with pytest.raises(LetterMovedError), office.store.transaction() as tx:
        approve(tx, letter, "user/4", office.now)
    assert office.round() == 1


class DiesAfterAccept:
    """A process that dies when the server has said yes and nothing is committed yet."""

    def __init__(self, server: SmtpServer) -> None:
        self._post = SmtpPost(server.settings())

    def send(self, mail: EmailMessage) -> None:
        self._post.send(mail)
        raise KeyboardInterrupt


class Dying:
    """A post that breaks in a way that nobody foresaw."""

    def send(self, mail: EmailMessage) -> None:
        raise ZeroDivisionError


def test_a_crash_between_accept_and_commit_sends_again_with_the_same_message_id(office: PostOffice) -> None:
    letter = office.owe()
    office.post = DiesAfterAccept(office.server)
    with pytest.raises(KeyboardInterrupt):
        office.round()
    office.post = None
    assert office.round() == 0, "another process must not begin while the first may still be at it"
    office.now += timedelta(minutes=15)
    assert office.round() == 1
    first, second = (taken.mail for taken in office.server.taken)
    assert first["Message-ID"] == second["Message-ID"]
    assert office.letter(letter).state is SENT


def test_a_temporary_refusal_is_tried_again_later_and_later(office: PostOffice) -> None:
    letter = office.owe()
    office.server.to_rcpt = ["450 4.2.0 greylisted", "450 4.2.0 greylisted"]
    assert office.round() == 0
    assert office.letter(letter).state is PENDING
    assert office.round() == 0, "not at once"
    office.now += timedelta(minutes=1)
    assert office.round() == 0
    office.now += timedelta(minutes=3)
    assert office.round() == 0, "the second wait is longer"
    office.now += timedelta(minutes=1)
    assert office.round() == 1


def test_a_letter_that_is_refused_every_time_is_given_to_a_person(office: PostOffice) -> None:
    letter = office.owe()
    for _ in range(POLICY.letters.give_up_after_tries):
        office.server.to_data = ["451 4.3.0 not now"]
        office.round()
        office.now += timedelta(hours=3)
    assert (office.letter(letter).state, office.letter(letter).failure) == (FAILED, "given_up")


@pytest.mark.parametrize("answers", [{"to_rcpt": ["550 5.1.1 no such user"]}, {"to_data": ["554 5.7.1 no"]}])
def test_a_permanent_refusal_goes_to_a_person_at_once_who_may_try_again(office: PostOffice, answers: dict[str, list[str]]) -> None:
    letter = office.owe()
    for name, told in answers.items():
        setattr(office.server, name, list(told))
    office.round()
    assert (office.letter(letter).state, office.letter(letter).failure) == (FAILED, "refused")
    with office.store.transaction() as tx:
        approve(tx, letter, "user/3", office.now)
    assert office.round() == 1
    assert (office.letter(letter).state, office.letter(letter).failure) == (SENT, "")


def test_while_the_server_is_away_nothing_is_lost_and_no_try_is_counted(office: PostOffice) -> None:
    letters = [office.owe(f"{number}@kund.example") for number in range(3)]
    away = SmtpServer(port=1)
    office.post = SmtpPost(away.settings(), timeout=1)
    for _ in range(POLICY.letters.give_up_after_tries + 3):
        assert office.round() == 0
        office.now += timedelta(minutes=1)
    assert {(office.letter(letter).state, office.letter(letter).tries) for letter in letters} == {(PENDING, 0)}
    office.post = None
    office.now += timedelta(minutes=1)
    assert office.round() == 3


def test_a_letter_that_lacks_what_the_law_wants_is_given_to_a_person_and_completed(office: PostOffice) -> None:
    letter = office.owe(template="outcome_complaint")
    assert office.round() == 0
    assert (office.letter(letter).state, office.letter(letter).failure) == (FAILED, "incomplete")
    with office.store.transaction() as tx:
        complete(tx, letter, {"answer": "Vi har rättat felet."}, "user/3", office.now)
        approve(tx, letter, "user/3", office.now)
    assert office.round() == 1
    assert "Vi har rättat felet." in body(office.server.taken[0].mail)


def body(mail: EmailMessage) -> str:
    plain = mail.get_body(("plain",))
    assert plain is not None
    return str(plain.get_content())


def test_the_sixth_letter_of_a_day_to_one_address_waits_for_a_person(office: PostOffice) -> None:
    letters = [office.owe() for _ in range(POLICY.letters.per_address_a_day + 1)]
    assert office.round() == POLICY.letters.per_address_a_day
    assert (office.letter(letters[-1]).state, office.letter(letters[-1]).failure) == (DRAFT, "address_cap")


def test_the_cap_of_an_address_knows_no_letter_case(office: PostOffice) -> None:
    for number in range(POLICY.letters.per_address_a_day + 1):
        office.owe("EVA@kund.example" if number % 2 else EVA)
    assert office.round() == POLICY.letters.per_address_a_day


def test_a_domain_gets_so_many_letters_an_hour_and_no_more(office: PostOffice) -> None:
    for number in range(POLICY.letters.per_domain_an_hour + 2):
        office.owe(f"{number}@offer.example")
    other = office.owe("ann@annan.example")
    assert office.round() == POLICY.letters.per_domain_an_hour + 1
    assert office.letter(other).state is SENT


def test_a_day_later_the_address_gets_letters_again(office: PostOffice) -> None:
    for _ in range(POLICY.letters.per_address_a_day):
        office.owe()
    office.round()
    office.now += timedelta(days=1, seconds=1)
    office.owe()
    assert office.round() == 1


def test_what_a_person_clicks_on_leaves_above_the_cap(office: PostOffice) -> None:
    letters = [office.owe() for _ in range(POLICY.letters.per_address_a_day + 1)]
    office.round()
    with office.store.transaction() as tx:
        approve(tx, letters[-1], "user/3", office.now)
    assert office.round() == 1


@pytest.mark.parametrize("name", ["no-reply", "noreply", "MAILER-DAEMON", "postmaster"])
def test_a_robot_gets_no_letter(office: PostOffice, name: str) -> None:
    letter = office.owe(f"{name}@kund.example")
    assert office.round() == 0
    assert (office.letter(letter).state, office.letter(letter).failure) == (DRAFT, "nobody_reads")


def test_a_letter_to_no_address_goes_to_a_person_and_the_next_one_leaves(office: PostOffice) -> None:
    letter, other = office.owe("eva"), office.owe()
    assert office.round() == 1
    assert (office.letter(letter).state, office.letter(letter).failure) == (FAILED, "no_address")
    assert office.letter(other).state is SENT


def test_a_letter_that_breaks_the_process_each_time_is_given_up(office: PostOffice) -> None:
    letter = office.owe()
    office.post = Dying()
    for _ in range(POLICY.letters.give_up_after_tries + 1):
        with suppress(ZeroDivisionError):
            office.round()
        office.now += timedelta(minutes=15)
    assert (office.letter(letter).state, office.letter(letter).failure) == (FAILED, "given_up")


def test_a_letter_is_owed_once_for_one_cause(office: PostOffice) -> None:
    letter = office.owe()
    owed = office.letter(letter)
    with office.store.transaction() as tx:
        again = tx.outbox.add(NewLetter(owed.template, "en", owed.message_id, owed.contact_id, EVA, DRAFT, owed.due_at), office.now)
    assert again == letter
    assert office.letter(letter).language == "sv"


def bounce_of(office: PostOffice, letter: int, address: str = EVA, failure: Failure = Failure.PERMANENT) -> Bounce:
    return Bounce((address,), failure, office.letter(letter).mark.message_id("ftech.se"))


def report(office: PostOffice, bounce: Bounce) -> bool:
    with office.store.transaction() as tx:
        return bounced(tx, bounce, POLICY, office.now)


def test_a_bounce_of_a_sent_letter_gives_it_back_to_a_person(office: PostOffice) -> None:
    letter = office.owe()
    office.round()
    assert report(office, bounce_of(office, letter))
    assert office.letter(letter).state is BOUNCED
    assert office.audited(letter)[-1] == ("letter:bounced", "system", {"template": "acknowledgement"})
    assert not report(office, bounce_of(office, letter)), "told once"


def test_a_forged_bounce_changes_nothing(office: PostOffice) -> None:
    letter = office.owe()
    office.round()
    genuine = office.letter(letter).mark.message_id("ftech.se")
    forged = (
        Bounce((EVA,), Failure.PERMANENT, f"<ombud.{letter}.aaaaaaaaaaaaaaaa@ftech.se>"),
        Bounce((EVA,), Failure.PERMANENT, genuine.replace(f".{letter}.", f".{letter + 1}.")),
        Bounce(("annan@kund.example",), Failure.PERMANENT, genuine),
        Bounce((EVA,), Failure.PERMANENT, ""),
        Bounce((EVA,), Failure.TEMPORARY, genuine),
        Bounce((EVA,), Failure.DELAYED, genuine),
    )
    assert not any(report(office, bounce) for bounce in forged)
    assert office.letter(letter).state is SENT


def test_a_bounce_of_a_letter_that_never_left_changes_nothing(office: PostOffice) -> None:
    letter = office.owe(state=DRAFT)
    assert not report(office, bounce_of(office, letter))
    assert office.letter(letter).state is DRAFT
