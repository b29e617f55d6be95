"""A person may say that two profiles are one, and take it back without a trace left in the wrong place."""

import pytest
from sqlalchemy import select

from gdpr.people import RevealPurpose
from gdpr.records import FactStatus
from storage.facts import NewFact
from storage.merging import MergeError
from storage.store import SqlStore
from storage.tables import audit, contacts, facts, findings, messages, outbox, requests, suggestions
from tests.storage.cast import EVA, EVAS_NUMBER, NATIONAL_NUMBER, NOON, PHONE, filed, later, letter, mail, newcomer, request
from tests.storage.test_people import on_file

AGENT = "user/3"
TABLES = (contacts, facts, findings, messages, outbox, requests, suggestions)


def everything(store: SqlStore) -> list[list[tuple[object, ...]]]:
    """All rows about people, as they are."""
    with store.engine.connect() as connection:
        return [[tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key))] for table in TABLES]


def two_profiles(store: SqlStore) -> tuple[int, int]:
    """Eva on file, and Eva from her private address, each with a mail; both have the same phone."""
    with store.transaction() as tx:
        eva, private = on_file(tx, EVA), newcomer(tx, "eva@privat.example")
        tx.mails.add_findings(tx.mails.add(mail(1), eva), eva, filed(PHONE))
        message_id = tx.mails.add(mail(2, "eva@privat.example"), private)
        tx.mails.add_findings(message_id, private, filed(PHONE, NATIONAL_NUMBER))
        tx.requests.open(request(), message_id, private)
        tx.outbox.add(letter(message_id, private), NOON)
        tx.people.remember_suggestions(private, tx.people.suggest("eva@privat.example", [PHONE]))
    return eva, private


def test_all_that_was_filed_moves_to_the_profile_that_is_kept(store: SqlStore) -> None:
    eva, private = two_profiles(store)

    with store.transaction() as tx:
        tx.merging.merge(eva, private, AGENT, later(1))

    assert {line.id for line in store.views.mails.of_contact(eva).lines} == {1, 2}
    assert [found.contact_id for found in store.views.requests.open()] == [eva]
    profile, merged = store.views.people.contact(eva), store.views.people.contact(private)
    assert profile
    assert merged
    assert sorted(fact.kind for fact in profile.facts) == ["email", "email", "national_number", "phone"]
    assert merged.merged_into == eva
    assert store.views.people.unmatched().lines == ()


def test_a_merge_is_undone_exactly(store: SqlStore) -> None:
    eva, private = two_profiles(store)
    before = everything(store)

    with store.transaction() as tx:
        merge_id = tx.merging.merge(eva, private, AGENT, later(1))
    assert everything(store) != before
    with store.transaction() as tx:
        tx.merging.undo(merge_id, AGENT, later(2))

    assert everything(store) == before


def test_what_came_after_the_merge_stays_where_it_came(store: SqlStore) -> None:
    eva, private = two_profiles(store)
    with store.transaction() as tx:
        merge_id = tx.merging.merge(eva, private, AGENT, later(1))
        tx.mails.add(mail(3), eva)
        tx.merging.undo(merge_id, AGENT, later(2))

    assert {line.id for line in store.views.mails.of_contact(eva).lines} == {1, 3}
    assert {line.id for line in store.views.mails.of_contact(private).lines} == {2}


def test_a_merged_sender_who_is_authenticated_is_known_from_then_on(store: SqlStore) -> None:
    eva, private = two_profiles(store)

    with store.transaction() as tx:
        assert tx.people.with_address("eva@privat.example") is None
        merge_id = tx.merging.merge(eva, private, AGENT, later(1))
        assert tx.people.with_address("eva@privat.example") == eva
        tx.merging.undo(merge_id, AGENT, later(2))
        assert tx.people.with_address("eva@privat.example") is None


def test_a_merged_sender_who_was_not_authenticated_is_still_only_claimed(store: SqlStore) -> None:
    with store.transaction() as tx:
        eva, forged = on_file(tx, EVA), newcomer(tx, "eva@privat.example", authenticated=False)
        tx.merging.merge(eva, forged, AGENT, later(1))

        assert tx.people.with_address("eva@privat.example") is None


def test_a_merged_national_number_can_still_be_revealed(store: SqlStore) -> None:
    eva, private = two_profiles(store)
    with store.transaction() as tx:
        tx.merging.merge(eva, private, AGENT, later(1))
    profile = store.views.people.contact(eva)
    assert profile
    number = next(fact for fact in profile.facts if fact.sealed)

    with store.transaction() as tx:
        assert tx.reveals.fact(number.id, AGENT, RevealPurpose.IDENTITY, later(2)) == EVAS_NUMBER


def test_both_decisions_are_on_record(store: SqlStore) -> None:
    eva, private = two_profiles(store)
    with store.transaction() as tx:
        tx.merging.undo(tx.merging.merge(eva, private, AGENT, later(1)), AGENT, later(2))

    with store.engine.connect() as connection:
        entries = connection.execute(select(audit.c.action, audit.c.subject, audit.c.actor).order_by(audit.c.id)).all()
    assert [tuple(entry) for entry in entries][-2:] == [
        ("contact:merged", f"contact/{private}", AGENT),
        ("contact:unmerged", f"contact/{private}", AGENT),
    ]


def test_merges_are_undone_in_the_opposite_order(store: SqlStore) -> None:
    eva, private = two_profiles(store)
    with store.transaction() as tx:
        third = on_file(tx, "eva@tredje.example")
        first = tx.merging.merge(eva, private, AGENT, later(1))
        second = tx.merging.merge(third, eva, AGENT, later(2))
    before = everything(store)

    with pytest.raises(MergeError, match="undo that first"), store.transaction() as tx:
        tx.merging.undo(first, AGENT, later(3))

    assert everything(store) == before
    with store.transaction() as tx:
        tx.merging.undo(second, AGENT, later(4))
        tx.merging.undo(first, AGENT, later(5))


@pytest.mark.parametrize(("kept", "merged", "sentence"), [(1, 1, "two different"), (1, 99, "no profile 99")])
def test_nonsense_is_refused_in_a_sentence(store: SqlStore, kept: int, merged: int, sentence: str) -> None:
    two_profiles(store)

    with pytest.raises(MergeError, match=sentence), store.transaction() as tx:
        tx.merging.merge(kept, merged, AGENT, NOON)


def test_a_merge_is_undone_once(store: SqlStore) -> None:
    eva, private = two_profiles(store)
    with store.transaction() as tx:
        merge_id = tx.merging.merge(eva, private, AGENT, later(1))
        tx.merging.undo(merge_id, AGENT, later(2))

    with pytest.raises(MergeError, match="no merge"), store.transaction() as tx:
        tx.merging.undo(merge_id, AGENT, later(3))


def test_an_imported_fact_survives_the_merge_of_the_same_fact(store: SqlStore) -> None:
    eva, private = two_profiles(store)
    with store.transaction() as tx:
        tx.facts.add(private, NewFact.given(NATIONAL_NUMBER.kind, "19121212-1212", FactStatus.CONFIRMED, "desk"), NOON)
        tx.merging.merge(eva, private, AGENT, later(1))

    profile = store.views.people.contact(eva)
    assert profile
    assert len([fact for fact in profile.facts if fact.kind == "national_number"]) == 1
