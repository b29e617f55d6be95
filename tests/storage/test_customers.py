"""Importing the operator's list: once is enough, and a person on it is known from then on."""

from dataclasses import replace

from gdpr.customer_csv import CustomerRow
from gdpr.records import FactStatus
from storage.customers import Taken
from storage.store import SqlStore
from tests.storage.cast import EVA, NOON, PHONE, filed, later, mail, newcomer
from tests.storage.test_views import COMPANY, import_rows

PRIVATE = CustomerRow(4, "Ola Ek", national_number="19121212-1212", phone="+46701740606")


def take(store: SqlStore, row: CustomerRow) -> Taken:
    with store.transaction() as tx:
        return tx.customers.take(row, NOON)


def test_the_same_list_again_changes_nothing(store: SqlStore) -> None:
    rows = (COMPANY, PRIVATE, CustomerRow(5, "Utan Nummer"))

    assert [take(store, row) for row in rows] == [Taken.NEW] * 3
    assert [take(store, row) for row in rows] == [Taken.KNOWN] * 3
    assert len(store.views.people.customers().lines) == 3


def test_what_is_different_is_taken_over(store: SqlStore) -> None:
    take(store, COMPANY)

    assert take(store, replace(COMPANY, account_manager="Bo")) is Taken.CHANGED
    assert take(store, replace(COMPANY, name="Kund i Norr AB", account_manager="")) is Taken.CHANGED
    assert take(store, replace(COMPANY, name="Kund i Norr AB", account_manager="Bo", phone="+46701740607")) is Taken.CHANGED
    (line,) = store.views.people.customers().lines
    assert (line.name, line.account_manager, line.contacts) == ("Kund i Norr AB", "Bo", 1)


def test_two_people_of_one_customer_are_two_contacts(store: SqlStore) -> None:
    import_rows(store, COMPANY, replace(COMPANY, contact_name="Per Ek", email="per@kund.example", national_number=""))

    (line,) = store.views.people.customers().lines
    assert line.contacts == 2


def test_an_imported_person_is_the_sender_from_then_on(store: SqlStore) -> None:
    take(store, COMPANY)

    with store.transaction() as tx:
        assert tx.people.with_address(EVA.upper()) is not None
        assert tx.people.with_address("per@kund.example") is None


def test_who_wrote_before_the_import_is_shown_who_they_may_be(store: SqlStore) -> None:
    with store.transaction() as tx:
        newcomer(tx, EVA)
        newcomer(tx, "ola@kund.example")
    take(store, COMPANY)

    suggested = [[(other.contact.name, other.reason) for other in line.suggestions] for line in store.views.people.unmatched().lines]
    assert suggested == [[], [("Eva Ek", "same_address")]]


def test_a_fact_from_a_mail_becomes_the_operators_word(store: SqlStore) -> None:
    take(store, replace(COMPANY, phone=""))
    with store.transaction() as tx:
        eva = tx.people.with_address(EVA)
        assert eva
        tx.mails.add_findings(tx.mails.add(mail(), eva), eva, filed(PHONE))
        tx.customers.take(COMPANY, later(1))

    profile = store.views.people.contact(eva)
    assert profile
    assert [fact.status for fact in profile.facts if fact.kind == "phone"] == [FactStatus.IMPORTED]
