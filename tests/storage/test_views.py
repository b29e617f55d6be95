"""What the desk reads: pages without gaps, hidden queues left out, every request with its dates and its words."""

from datetime import date

import pytest

from detectors.finding import Kind
from gdpr.customer_csv import CustomerRow
from gdpr.records import LedgerEntry, Outcome
from storage.store import SqlStore
from tests.storage.cast import EVA, EVAS_NUMBER, EVAS_PHONE, NOON, filed, finding, later, letter, mail, name_of, newcomer, request

COMPANY = CustomerRow(2, "Kund AB", "Eva Ek", "556036-0793", EVAS_NUMBER, EVA, EVAS_PHONE, "Storgatan 1", "111 22", "Stockholm", "Åsa")


def import_rows(store: SqlStore, *rows: CustomerRow) -> None:
    with store.transaction() as tx:
        for row in rows:
            tx.customers.take(row, NOON)


def test_pages_follow_one_another_without_gap_or_repetition(store: SqlStore) -> None:
    with store.transaction() as tx:
        for number in range(25):
            tx.mails.add(mail(number, at=later(number // 3)), None)
    seen: list[int] = []
    page = store.views.mails.page(size=10)
    seen += [line.id for line in page.lines]
    with store.transaction() as tx:
        tx.mails.add(mail(99, at=later(99)), None)

    while page.next:
        page = store.views.mails.page(size=10, after=page.next)
        seen += [line.id for line in page.lines]

    assert len(seen) == len(set(seen)) == 25
    instants = [line.received_at for line in store.views.mails.page(size=99).lines]
    assert instants == sorted(instants, reverse=True)


@pytest.mark.parametrize("nonsense", ["x", "~", "2026-03-05~1", "2026-03-05T12:00:00+00:00~", "1~2~3"])
def test_a_place_that_is_none_means_the_first_page(store: SqlStore, nonsense: str) -> None:
    with store.transaction() as tx:
        tx.mails.add(mail(), None)

    assert len(store.views.mails.page(after=nonsense).lines) == 1


def test_mails_are_found_by_outcome_and_by_sender(store: SqlStore) -> None:
    with store.transaction() as tx:
        eva = tx.mails.add(mail(1), newcomer(tx))
        robot = tx.mails.add(mail(2, "no_reply@robot.example", outcome=Outcome.SCREENED), None)
        tx.ledger.record(LedgerEntry(name_of(1), Outcome.FILED, NOON, NOON, eva))
        tx.ledger.record(LedgerEntry(name_of(2), Outcome.SCREENED, NOON, NOON, robot))
        tx.ledger.record(LedgerEntry(name_of(3), Outcome.DUPLICATE, later(1), later(1), eva))

    pages = store.views.mails
    assert [line.id for line in pages.page(Outcome.FILED).lines] == [eva]
    assert [line.id for line in pages.page(Outcome.SCREENED).lines] == [robot]
    assert [(line.id, line.outcome) for line in pages.page(Outcome.DUPLICATE).lines] == [(eva, Outcome.DUPLICATE)]
    assert [line.id for line in pages.page(sender="KUND").lines] == [eva]
    assert [line.id for line in pages.page(sender="eva ek").lines] == [robot, eva]
    assert [line.id for line in pages.page(sender="no_r").lines] == [robot]
    assert pages.page(sender="%").lines == ()
    assert pages.counts() == {Outcome.FILED: 1, Outcome.SCREENED: 1, Outcome.DUPLICATE: 1, Outcome.QUARANTINED: 0}
    assert pages.newest() == robot


def test_a_mail_in_a_hidden_queue_is_nowhere_to_be_seen(store: SqlStore) -> None:
    hidden = ("dpo",)
    with store.transaction() as tx:
        eva = newcomer(tx)
        message_id = tx.mails.add(mail(1), eva)
        request_id = tx.requests.open(request("dpo_question", "dpo"), message_id, eva)

    assert store.views.mails.one(message_id)
    assert store.views.mails.one(message_id, hidden) is None
    assert store.views.mails.page(hidden_queues=hidden).lines == ()
    assert store.views.mails.of_contact(eva, hidden_queues=hidden).lines == ()
    assert store.views.requests.open(hidden) == store.views.requests.of_contact(eva, hidden) == ()
    assert store.views.requests.one(request_id, hidden) is None


def test_a_request_comes_with_its_dates_and_its_words(store: SqlStore) -> None:
    with store.transaction() as tx:
        eva = newcomer(tx)
        message_id = tx.mails.add(mail(text="Hej! Skicka allt ni har om mig."), eva)
        tx.requests.open(request(), message_id, eva)
        tx.outbox.add(letter(message_id, eva), NOON)

    (found,) = store.views.requests.open()
    assert (found.kind, found.sentence, found.due_on) == ("access", "Hej!", date(2026, 4, 4))
    assert (found.contact_id, found.sender_address) == (eva, EVA)
    status = store.views.status()
    assert (dict(status.open_by_kind), status.outbox_pending, status.unmatched) == ({"access": 1}, 1, 1)


def test_the_request_that_is_due_first_stands_on_top(store: SqlStore) -> None:
    with store.transaction() as tx:
        eva = newcomer(tx)
        message_id = tx.mails.add(mail(), eva)
        for day in (9, 7, 8):
            tx.requests.open(request(due=date(2026, 4, day)), message_id, eva)

    assert [found.due_on.day for found in store.views.requests.open()] == [7, 8, 9]


def test_a_finding_is_shown_with_its_place(store: SqlStore) -> None:
    with store.transaction() as tx:
        eva = newcomer(tx)
        message_id = tx.mails.add(mail(), eva)
        tx.mails.add_findings(message_id, eva, filed(finding(Kind.PHONE, EVAS_PHONE, 56, 69)))

    kept = store.views.mails.one(message_id)
    assert kept
    (found,) = kept.findings
    assert kept.passages[0].text[found.start : found.end] == "070-174 06 05"
    assert [(file.filename, file.size) for file in kept.attachments] == [("bild.png", 3)]


def test_an_imported_customer_is_found_by_name_number_person_and_address(store: SqlStore) -> None:
    import_rows(store, COMPANY, CustomerRow(3, "Annan AB", organisation_number="556016-0680"))

    for search in ("kund", "556036", "eva ek", "EVA@kund", "kund eva"):
        assert [line.name for line in store.views.people.customers(search).lines] == ["Kund AB"], search
    assert store.views.people.customers("kund nina").lines == ()
    assert {line.name for line in store.views.people.customers().lines} == {"Kund AB", "Annan AB"}


def test_a_customer_is_shown_with_its_people_and_their_facts(store: SqlStore) -> None:
    import_rows(store, COMPANY)
    (line,) = store.views.people.customers().lines

    customer = store.views.people.customer(line.id)
    assert customer
    assert (customer.line.account_manager, customer.line.contacts, customer.source) == ("Åsa", 1, "import")
    (eva,) = customer.contacts
    assert (eva.name, eva.address, eva.provisional) == ("Eva Ek", EVA, False)
    profile = store.views.people.contact(eva.id)
    assert profile
    assert [(fact.kind, fact.value) for fact in profile.facts] == [
        ("address", "Storgatan 1\n111 22\nStockholm"),
        ("email", EVA),
        ("national_number", "121212-****"),
        ("phone", EVAS_PHONE),
    ]


def test_nothing_is_shown_where_there_is_nothing(store: SqlStore) -> None:
    views = store.views

    assert (views.mails.one(1), views.people.customer(1), views.people.contact(1)) == (None,) * 3
    assert (views.requests.one(1), views.quarantine.one(1)) == (None,) * 2
    assert (views.mails.newest(), views.people.unmatched_count(), views.people.contacts("x")) == (0, 0, ())
