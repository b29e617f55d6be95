"""In a mailbox of our own, whoever looks into Sent sees what was answered: once, and as it was sent."""

from collections.abc import Iterator

import pytest

from gdpr.records import LetterState
from ingest.sent_folder import SentFolder
from jobs.sent_copies import SentCopies
from storage.store import SqlStore
from tests.ingest.reading import account_on
from tests.jobs.letters import SCRIBE, PostOffice
from tests.servers import smtp
from tests.servers.dovecot import Dovecot
from tests.storage.cast import EVA


@pytest.fixture
def office(store: SqlStore) -> Iterator[PostOffice]:
    with smtp.running() as server:
        yield PostOffice(store, server)


def copies(office: PostOffice, dovecot: Dovecot) -> SentCopies:
    return SentCopies(office.store, SCRIBE, SentFolder(account_on(dovecot, mode="own")).keep)


def in_sent(dovecot: Dovecot, folder: str = "Sent") -> list[tuple[bytes, tuple[bytes, ...]]]:
    with dovecot.client(folder) as client:
        found = client.fetch(client.search(), ["BODY[HEADER]", "FLAGS"])
        return [(mail[b"BODY[HEADER]"], mail[b"FLAGS"]) for mail in found.values()]


def test_a_sent_letter_lies_in_sent_read_and_once(office: PostOffice, dovecot: Dovecot) -> None:
    office.owe()
    office.round()
    assert copies(office, dovecot).round(office.now) == 1
    assert copies(office, dovecot).round(office.now) == 0
    ((headers, flags),) = in_sent(dovecot)
    assert f"To: {EVA}".encode() in headers
    assert rb"\Seen" in flags


def test_a_copy_that_was_filed_and_not_remembered_is_not_filed_twice(office: PostOffice, dovecot: Dovecot) -> None:
    letter = office.owe()
    office.round()
    copies(office, dovecot).round(office.now)
    with office.store.transaction() as tx:
        tx.outbox.change(letter, [LetterState.SENT], LetterState.SENT, filed_at=None)
    assert copies(office, dovecot).round(office.now) == 1
    assert len(in_sent(dovecot)) == 1


def test_the_folder_that_the_mailbox_has_is_used(office: PostOffice, dovecot: Dovecot) -> None:
    with dovecot.client() as client:
        client.create_folder("Skickat")
    office.owe()
    office.round()
    copies(office, dovecot).round(office.now)
    assert len(in_sent(dovecot, "Skickat")) == 1


def test_what_can_no_longer_be_written_as_it_was_sent_is_not_filed(office: PostOffice, dovecot: Dovecot) -> None:
    letter = office.owe(template="outcome_complaint", answer="Vi har rättat felet.")
    office.round()
    with office.store.transaction() as tx:
        tx.outbox.change(letter, [LetterState.SENT], LetterState.SENT, facts={"answer": "Något annat."})
    assert copies(office, dovecot).round(office.now) == 0
    with dovecot.client() as client:
        assert "Sent" not in {name for _, _, name in client.list_folders()}


def test_the_letter_of_somebody_erased_since_is_not_filed_and_holds_up_no_other(office: PostOffice, dovecot: Dovecot) -> None:
    erased, other = office.owe(), office.owe("annan@kund.example")
    office.round()
    with office.store.transaction() as tx:
        tx.outbox.change(erased, [LetterState.SENT], LetterState.SENT, recipient="")
    assert copies(office, dovecot).round(office.now) == 1
    assert copies(office, dovecot).round(office.now) == 0
    assert office.letter(other).state is LetterState.SENT


def test_letters_that_did_not_leave_are_not_filed(office: PostOffice, dovecot: Dovecot) -> None:
    office.owe(state=LetterState.DRAFT)
    office.round()
    assert copies(office, dovecot).round(office.now) == 0
