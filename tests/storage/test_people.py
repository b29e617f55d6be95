"""A sender is matched only with an address that is on file for exactly one person; the rest is suggestions."""

import pytest

from detectors.finding import Kind, Origin
from gdpr.people import comparable_address
from gdpr.records import FactStatus, Suggestion
from storage.facts import NewFact
from storage.store import SqlStore, SqlTransaction
from tests.storage.cast import EVA, EVAS_PHONE, NATIONAL_NUMBER, NOON, PHONE, filed, finding, mail, newcomer


def on_file(tx: SqlTransaction, address: str = EVA, **facts: str) -> int:
    """A contact whose address an operator imported."""
    contact_id = newcomer(tx, "")
    tx.facts.add(contact_id, NewFact.given(Kind.EMAIL, address, FactStatus.IMPORTED, "import"), NOON)
    for kind, value in facts.items():
        tx.facts.add(contact_id, NewFact.given(Kind(kind), value, FactStatus.IMPORTED, "import"), NOON)
    tx.merging.accept(contact_id, "system", NOON)
    return contact_id


@pytest.mark.parametrize("written", ["eva@kund.example", "EVA@Kund.Example", " eva@kund.example. "])
def test_an_address_on_file_is_found_however_it_is_written(store: SqlStore, written: str) -> None:
    with store.transaction() as tx:
        eva = on_file(tx)

        assert tx.people.with_address(written) == eva


def test_a_domain_is_found_in_letters_and_in_punycode(store: SqlStore) -> None:
    with store.transaction() as tx:
        eva = on_file(tx, "eva@blåbär.example")

        assert tx.people.with_address("Eva@BLÅBÄR.example") == eva
        assert tx.people.with_address("eva@xn--blbr-noae.example") == eva


def test_a_domain_that_only_looks_alike_is_another_domain() -> None:
    assert comparable_address("eva@straße.example") != comparable_address("eva@strasse.example")


def test_an_address_that_was_only_claimed_is_not_on_file(store: SqlStore) -> None:
    with store.transaction() as tx:
        newcomer(tx, EVA)

        assert tx.people.with_address(EVA) is None


def test_an_address_that_several_share_matches_nobody(store: SqlStore) -> None:
    with store.transaction() as tx:
        on_file(tx)
        on_file(tx)

        assert tx.people.with_address(EVA) is None


def test_a_sender_keeps_one_provisional_profile_for_each_standing(store: SqlStore) -> None:
    with store.transaction() as tx:
        believed, claimed = newcomer(tx, EVA, authenticated=True), newcomer(tx, EVA, authenticated=False)

        assert tx.people.provisional("EVA@kund.example", True) == believed
        assert tx.people.provisional(EVA, False) == claimed
        assert tx.people.provisional("ola@kund.example", True) is None


def test_facts_of_an_unauthenticated_sender_wait(store: SqlStore) -> None:
    with store.transaction() as tx:
        claimed = newcomer(tx, EVA, authenticated=False)

    profile = store.views.people.contact(claimed)
    assert profile
    assert [fact.status for fact in profile.facts] == [FactStatus.WAITING]


def test_suggestions_come_with_their_reasons_best_first(store: SqlStore) -> None:
    with store.transaction() as tx:
        colleague = on_file(tx, "ola@kund.example")
        same_organisation = on_file(tx, "per@annan.example", organisation_number="556036-0793")
        same_number = on_file(tx, "eva@privat.example", national_number=NATIONAL_NUMBER.value)
        same_phone = on_file(tx, "eva@tredje.example", phone=EVAS_PHONE)
        same_address = on_file(tx, EVA)
        on_file(tx, "nina@helt-annan.example")

        found = tx.people.suggest(EVA, [PHONE, NATIONAL_NUMBER, finding(Kind.ORGANISATION_NUMBER, "556036-0793")])

    assert [(suggestion.contact_id, suggestion.reason) for suggestion in found] == [
        (same_address, "same_address"),
        (same_number, "same_national_number"),
        (same_phone, "same_phone"),
        (same_organisation, "same_organisation_number"),
        (colleague, "same_domain"),
    ]


def test_a_domain_that_everybody_has_suggests_nobody(store: SqlStore) -> None:
    with store.transaction() as tx:
        on_file(tx, "ola@gmail.com")

        assert tx.people.suggest("eva@gmail.com", []) == ()


def test_a_number_in_quoted_text_suggests_nobody(store: SqlStore) -> None:
    with store.transaction() as tx:
        on_file(tx, "ola@annan.example", phone=EVAS_PHONE)

        assert tx.people.suggest(EVA, [finding(Kind.PHONE, EVAS_PHONE, origin=Origin.QUOTED)]) == ()


def test_a_rejected_fact_suggests_nobody(store: SqlStore) -> None:
    with store.transaction() as tx:
        ola = on_file(tx, "ola@annan.example")
        tx.mails.add_findings(tx.mails.add(mail(), ola), ola, filed(PHONE))
    profile = store.views.people.contact(ola)
    assert profile
    phone = next(fact for fact in profile.facts if fact.kind == "phone")

    with store.transaction() as tx:
        tx.facts.decide(phone.id, FactStatus.REJECTED, "user/1", NOON)

        assert tx.people.suggest(EVA, [PHONE]) == ()


def test_a_suggestion_that_a_person_dismissed_does_not_come_back(store: SqlStore) -> None:
    with store.transaction() as tx:
        ola, eva = on_file(tx, "ola@kund.example"), newcomer(tx)
        again = (Suggestion(ola, "same_domain", 0.4), Suggestion(eva, "same_address", 0.9))
        tx.people.remember_suggestions(eva, again)
    waiting = store.views.people.unmatched().lines
    assert [[other.contact.id for other in line.suggestions] for line in waiting] == [[ola]]

    with store.transaction() as tx:
        tx.merging.dismiss(eva, ola, "user/1", NOON)
        tx.people.remember_suggestions(eva, again)

    assert [line.suggestions for line in store.views.people.unmatched().lines] == [()]
