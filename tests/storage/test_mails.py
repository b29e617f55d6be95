"""A mail is kept once, with what was found in it and no national number in clear."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from detectors.finding import Kind, Origin, Reading
from gdpr.records import FactStatus, Outcome
from storage.store import SqlStore
from tests.storage.cast import EVA, EVAS_NUMBER, EVAS_PHONE, NATIONAL_NUMBER, NOON, PHONE, filed, finding, later, mail, newcomer


def stored_text(store: SqlStore) -> Iterator[str]:
    """Every text and byte string of every table, as it lies there."""
    with store.engine.connect() as connection:
        for table in ("messages", "findings", "facts", "contacts", "audit", "quarantine"):
            for row in connection.exec_driver_sql(f"SELECT * FROM {table}"):
                yield from (str(value) if not isinstance(value, bytes) else value.decode("latin-1") for value in row)


def test_a_mail_is_known_again_by_its_content_and_its_message_id(store: SqlStore) -> None:
    with store.transaction() as tx:
        assert tx.mails.with_digest(mail().digest) is None
        message_id = tx.mails.add(mail(), None)

        assert tx.mails.with_digest(mail().digest) == message_id
        assert tx.mails.knows_message_id("<1@kund.example>")
        assert not tx.mails.knows_message_id("<2@kund.example>")
        assert not tx.mails.knows_message_id("")


def test_a_national_number_stands_nowhere_in_clear(store: SqlStore) -> None:
    other = replace(PHONE, other_readings=(Reading(Kind.NATIONAL_NUMBER, EVAS_NUMBER, 0.2, "shape"),))
    with store.transaction() as tx:
        eva = newcomer(tx)
        tx.mails.add_findings(tx.mails.add(mail(), eva), eva, filed(NATIONAL_NUMBER, other))

    everything = list(stored_text(store))
    assert any("121212-****" in text for text in everything)
    assert not [text for text in everything if EVAS_NUMBER in text or "1212-1212" in text]


def test_the_senders_own_findings_become_facts(store: SqlStore) -> None:
    with store.transaction() as tx:
        eva = newcomer(tx)
        tx.mails.add_findings(tx.mails.add(mail(), eva), eva, filed(PHONE, NATIONAL_NUMBER))

    profile = store.views.people.contact(eva)
    assert profile
    assert {(fact.kind, fact.value, fact.status) for fact in profile.facts} == {
        ("email", EVA, FactStatus.FILED),
        ("phone", EVAS_PHONE, FactStatus.FILED),
        ("national_number", "121212-****", FactStatus.FILED),
    }


def test_a_fact_knows_where_it_stood(store: SqlStore) -> None:
    with store.transaction() as tx:
        eva = newcomer(tx)
        message_id = tx.mails.add(mail(), eva)
        tx.mails.add_findings(message_id, eva, filed(PHONE))

    profile = store.views.people.contact(eva)
    assert profile
    phone = next(fact for fact in profile.facts if fact.kind == "phone")
    assert (phone.message_id, phone.part, phone.start, phone.end, phone.source) == (message_id, "body", 56, 69, "mail")


def test_what_others_wrote_is_found_but_not_filed(store: SqlStore) -> None:
    quoted = finding(Kind.PHONE, "+46701740699", origin=Origin.QUOTED)
    with store.transaction() as tx:
        eva = newcomer(tx)
        message_id = tx.mails.add(mail(), eva)
        tx.mails.add_findings(message_id, eva, filed(quoted, status=None))

    kept, profile = store.views.mails.one(message_id), store.views.people.contact(eva)
    assert kept
    assert profile
    assert [(found.value, found.status) for found in kept.findings] == [("+46701740699", None)]
    assert "phone" not in {fact.kind for fact in profile.facts}


def test_later_mails_do_not_double_a_fact(store: SqlStore) -> None:
    with store.transaction() as tx:
        eva = newcomer(tx)
        for number in range(1, 4):
            tx.mails.add_findings(tx.mails.add(mail(number), eva), eva, filed(PHONE, NATIONAL_NUMBER))

    profile = store.views.people.contact(eva)
    assert profile
    assert [fact.kind for fact in profile.facts] == ["email", "national_number", "phone"]


def test_two_national_numbers_that_look_alike_when_masked_are_two_facts(store: SqlStore) -> None:
    # Two of Skatteverket's test numbers, born on one day.
    numbers = (finding(Kind.NATIONAL_NUMBER, "19900101-2385"), finding(Kind.NATIONAL_NUMBER, "19900101-2393"))
    with store.transaction() as tx:
        eva = newcomer(tx)
        tx.mails.add_findings(tx.mails.add(mail(), eva), eva, filed(*numbers))

    profile = store.views.people.contact(eva)
    assert profile
    assert [fact.value for fact in profile.facts if fact.kind == "national_number"] == ["900101-****"] * 2


def test_a_fact_that_waits_is_believed_once_an_authenticated_mail_repeats_it(store: SqlStore) -> None:
    with store.transaction() as tx:
        eva = newcomer(tx)
        tx.mails.add_findings(tx.mails.add(mail(1), eva), eva, filed(PHONE, status=FactStatus.WAITING))
        tx.mails.add_findings(tx.mails.add(mail(2, at=later(1)), eva), eva, filed(PHONE))

    profile = store.views.people.contact(eva)
    assert profile
    assert [fact.status for fact in profile.facts if fact.kind == "phone"] == [FactStatus.FILED]


def test_a_fact_that_a_person_rejected_stays_rejected(store: SqlStore) -> None:
    with store.transaction() as tx:
        eva = newcomer(tx)
        tx.mails.add_findings(tx.mails.add(mail(1), eva), eva, filed(PHONE))
    profile = store.views.people.contact(eva)
    assert profile
    phone = next(fact for fact in profile.facts if fact.kind == "phone")

    with store.transaction() as tx:
        assert tx.facts.decide(phone.id, FactStatus.REJECTED, "user/1", later(1))
        tx.mails.add_findings(tx.mails.add(mail(2), eva), eva, filed(PHONE))

    profile = store.views.people.contact(eva)
    assert profile
    assert [fact.status for fact in profile.facts if fact.kind == "phone"] == [FactStatus.REJECTED]


def test_text_that_no_database_takes_keeps_its_length(store: SqlStore) -> None:
    hostile = "a\0b\ud800c" + "å" * 10
    with store.transaction() as tx:
        message_id = tx.mails.add(mail(sender="x" * 5000 + "@kund.example", text=hostile), None)

    kept = store.views.mails.one(message_id)
    assert kept
    assert kept.passages[0].text == "a\ufffdb\ufffdc" + "å" * 10
    assert len(kept.passages[0].text) == len(hostile)


@pytest.mark.parametrize("claimed", [NOON.replace(tzinfo=None), datetime.max.replace(tzinfo=timezone(timedelta(hours=-5)))])
def test_a_senders_clock_that_tells_no_instant_is_left_out(store: SqlStore, claimed: datetime) -> None:
    odd = mail()
    with store.transaction() as tx:
        message_id = tx.mails.add(replace(odd, message=replace(odd.message, sent_at=claimed)), None)

    kept = store.views.mails.one(message_id)
    assert kept
    assert kept.sent_at is None


def test_a_screened_mail_belongs_to_nobody(store: SqlStore) -> None:
    with store.transaction() as tx:
        message_id = tx.mails.add(mail(outcome=Outcome.SCREENED), None)

    kept = store.views.mails.one(message_id)
    assert kept
    assert (kept.line.outcome, kept.line.contact_id) == (Outcome.SCREENED, None)
