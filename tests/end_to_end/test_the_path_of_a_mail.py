"""A mail goes from its bytes to what an agent sees, and ends in exactly one of four ways."""

import sqlite3
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from config.policy_file import load_policy
from gdpr.message import MailId, RawMail
from gdpr.records import FactStatus, Outcome
from gdpr.store import StoreUnavailable
from ingest import pipeline
from ingest.pipeline import process
from ingest.retry import retry
from ingest.rules import Rules
from storage.store import SqlStore

MAILS = Path(__file__).parent.parent / "mail" / "path"
POLICY = load_policy()
RULES = Rules(POLICY, "mx1.ftech.se")
RECEIVED = datetime(2026, 3, 5, 12, 0, 1, tzinfo=UTC)
NOW = datetime(2026, 3, 5, 12, 5, tzinfo=UTC)
LATER = datetime(2026, 3, 9, 12, tzinfo=UTC)


def content(name: str) -> bytes:
    return (MAILS / f"{name}.eml").read_bytes()


def raw(content: bytes, uid: int = 1) -> RawMail:
    return RawMail(MailId("support", "INBOX", 7, uid), content, RECEIVED)


def take(store: SqlStore, content: bytes, uid: int = 1) -> Outcome:
    return process(raw(content, uid), RULES, store, NOW)


def on_file(store: SqlStore, name: str) -> int:
    """A contact whose address a person has confirmed."""
    take(store, content(name), uid=1000)
    contact_id = store.views.mails.page().lines[0].contact_id
    assert contact_id is not None
    with store.transaction() as tx:
        tx.merging.accept(contact_id, "user/1", NOW)
    return contact_id


def broken(*arguments: object) -> None:
    """A step with a fault, whose message quotes the mail as messages of libraries do."""
    raise ValueError("121212-1212 is in this message")


def shelve_one(store: SqlStore, monkeypatch: pytest.MonkeyPatch) -> int:
    """A mail with two requests on the shelf, because a step was broken that no longer is."""
    with monkeypatch.context() as fault:
        fault.setattr(pipeline, "READING", (broken,))
        take(store, content("eva_asks_for_two_rights"))
    return store.views.quarantine.waiting()[0].id


def test_what_the_sender_gives_stands_on_their_profile_with_the_number_masked(store: SqlStore) -> None:
    assert take(store, content("eva_asks_for_a_call")) is Outcome.FILED

    mail = store.views.mails.page().lines[0]
    profile = store.views.people.contact(mail.contact_id or 0)
    assert profile is not None
    facts = {(fact.kind, fact.value, fact.status) for fact in profile.facts}
    assert ("phone", "+46701740605", FactStatus.FILED) in facts
    assert ("national_number", "121212-****", FactStatus.FILED) in facts


def test_no_national_number_is_kept_in_clear(store: SqlStore, tmp_path: Path) -> None:
    take(store, content("eva_asks_for_a_call"))
    take(store, content("an_out_of_office_reply"), uid=2)

    seen = store.views.mails.page().lines
    texts = " ".join(passage.text for line in seen if (mail := store.views.mails.one(line.id)) for passage in mail.passages)
    assert "121212-****" in texts
    assert "1212-1212" not in texts
    for file in tmp_path.glob("ombud.db*"):
        assert b"121212-1212" not in file.read_bytes()


def test_each_right_asked_for_is_a_request_with_its_own_clock(store: SqlStore) -> None:
    take(store, content("eva_asks_for_two_rights"))

    opened = store.views.requests.open()
    assert {request.kind for request in opened} == {"access", "erasure"}
    assert {request.due_on for request in opened} == {date(2026, 4, 4)}
    assert {request.received_at for request in opened} == {RECEIVED}
    assert store.views.status().outbox_pending <= 1


def test_a_robot_is_seen_and_neither_filed_on_anybody_nor_answered(store: SqlStore) -> None:
    assert take(store, content("an_out_of_office_reply")) is Outcome.SCREENED

    assert store.views.requests.open() == ()
    assert store.views.mails.page().lines[0].contact_id is None
    assert store.views.people.unmatched_count() == 0


def test_the_same_mail_again_is_a_duplicate_and_opens_nothing_twice(store: SqlStore) -> None:
    take(store, content("eva_asks_for_two_rights"), uid=1)

    again = content("eva_asks_for_two_rights").replace(b"Received: from mail", b"Received: from other")
    assert take(store, again, uid=2) is Outcome.DUPLICATE
    assert len(store.views.requests.open()) == 2


def test_a_message_id_used_again_for_other_words_hides_nothing(store: SqlStore) -> None:
    take(store, content("eva_asks_for_two_rights"), uid=1)

    other = content("eva_asks_for_a_call").replace(b"<call-1@", b"<rights-1@")
    assert take(store, other, uid=2) is Outcome.FILED
    newest = store.views.mails.one(store.views.mails.newest())
    assert newest is not None
    assert "message_id_reused" in newest.line.flags


def test_an_authenticated_sender_on_file_is_that_contact(store: SqlStore) -> None:
    eva = on_file(store, "eva_asks_for_a_call")

    take(store, content("eva_asks_for_two_rights"), uid=2)

    assert {line.contact_id for line in store.views.mails.page().lines} == {eva}
    assert store.views.people.unmatched_count() == 0


def test_who_claims_an_address_on_file_without_proof_is_somebody_else(store: SqlStore) -> None:
    eva = on_file(store, "eva_asks_for_a_call")

    forged = content("eva_asks_for_two_rights").replace(b"dkim=pass", b"dkim=fail").replace(b"dmarc=pass", b"dmarc=fail")
    take(store, forged, uid=2)

    newest = store.views.mails.one(store.views.mails.newest())
    assert newest is not None
    assert newest.line.contact_id != eva
    assert "unauthenticated" in newest.line.flags
    assert [suggested.contact.id for line in store.views.people.unmatched().lines for suggested in line.suggestions] == [eva]


def test_facts_of_an_unauthenticated_mail_wait_for_a_persons_yes(store: SqlStore) -> None:
    take(store, content("eva_asks_for_a_call").replace(b"Authentication-Results: mx1", b"X-Nothing: mx1"))

    profile = store.views.people.contact(store.views.mails.page().lines[0].contact_id or 0)
    assert profile is not None
    assert {fact.status for fact in profile.facts if fact.kind == "phone"} == {FactStatus.WAITING}


def test_a_mail_that_breaks_a_step_is_shelved_with_the_place_and_without_its_words(
    store: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "READING", (broken,))
    assert take(store, content("eva_asks_for_a_call")) is Outcome.QUARANTINED

    shelved = store.views.quarantine.waiting()[0]
    assert shelved.step == "broken"
    assert shelved.reason.startswith("ValueError in test_the_path_of_a_mail.py:")
    assert store.views.mails.newest() == 0


def test_a_retry_files_the_mail_under_its_first_receipt_and_clears_the_shelf(store: SqlStore, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = shelve_one(store, monkeypatch)

    assert retry(shelf, RULES, store, "user/1", LATER) is Outcome.FILED

    assert store.views.quarantine.waiting() == ()
    assert {request.received_at for request in store.views.requests.open()} == {RECEIVED}
    assert store.views.status().mails[Outcome.QUARANTINED] == 0
    assert store.views.status().mails[Outcome.FILED] == 1


def test_a_retry_that_breaks_again_stays_on_the_shelf_with_one_try_more(store: SqlStore, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = shelve_one(store, monkeypatch)

    monkeypatch.setattr("gdpr.casework.acknowledgement", broken)
    assert retry(shelf, RULES, store, "user/1", LATER) is Outcome.QUARANTINED

    waiting = store.views.quarantine.waiting()
    assert [(line.id, line.step, line.tries) for line in waiting] == [(shelf, "file", 2)]
    assert store.views.mails.newest() == 0
    with store.transaction() as tx:
        assert tx.quarantine.mail(shelf).content == content("eva_asks_for_two_rights")


def test_a_fault_while_filing_leaves_nothing_behind_but_the_shelved_mail(store: SqlStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gdpr.casework.acknowledgement", broken)
    assert take(store, content("eva_asks_for_two_rights")) is Outcome.QUARANTINED

    assert store.views.requests.open() == ()
    assert store.views.mails.newest() == 0
    assert store.views.people.unmatched_count() == 0


def test_a_database_that_is_busy_shelves_no_mail(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.engine._PRAGMAS", ("busy_timeout=50", "journal_mode=WAL"))
    store = SqlStore.open(f"sqlite:///{tmp_path}/ombud.db", b"k" * 32)
    other = sqlite3.connect(tmp_path / "ombud.db")
    other.execute("BEGIN EXCLUSIVE")
    try:
        with pytest.raises(StoreUnavailable):
            take(store, content("eva_asks_for_a_call"))
    finally:
        other.rollback()
        other.close()
    assert take(store, content("eva_asks_for_a_call")) is Outcome.FILED
    store.close()
