"""`ombud quarantine`: shelved mails are listed, tried again, or given up with a reason."""

from pathlib import Path

import cli
from gdpr.records import LedgerEntry, Outcome
from tests.cli.operator import Operator
from tests.storage.cast import NOON, name_of, shelved

DEMO_MAILS = Path(cli.__file__).parent / "demo_mails"
READABLE = b"From: Eva Ek <eva@kund.example>\r\nTo: support@ftech.se\r\nSubject: Hej\r\nMessage-ID: <9@kund.example>\r\n\r\nHej!\r\n"


def shelve(operator: Operator, content: bytes = READABLE) -> int:
    store = operator.store()
    with store.transaction() as tx:
        number = tx.quarantine.shelve(shelved(content=content), NOON)
        tx.ledger.record(LedgerEntry(name_of(9), Outcome.QUARANTINED, NOON, NOON))
    store.close()
    return number


def outcome(operator: Operator) -> Outcome | None:
    store = operator.store()
    with store.transaction() as tx:
        found = tx.ledger.outcome_of(name_of(9))
    store.close()
    return found


def test_the_list_says_where_each_mail_broke(operator: Operator) -> None:
    shelve(operator)

    said = operator.types("quarantine", "list").output
    assert "parse: ValueError in parse.py:1" in said
    assert "Eva" not in said


def test_a_mail_that_can_be_read_now_is_filed(operator: Operator) -> None:
    number = shelve(operator)

    said = operator.types("quarantine", "retry", str(number))

    assert (said.status, said.output) == (0, "The mail is filed.\n")
    assert outcome(operator) is Outcome.FILED
    assert operator.types("quarantine", "list").output == "No mail waits in quarantine.\n"


def test_a_mail_that_breaks_again_stays_with_one_more_try(operator: Operator) -> None:
    number = shelve(operator, (DEMO_MAILS / "39-mail-bomb.eml").read_bytes())

    said = operator.types("quarantine", "retry", str(number))

    assert (said.status, said.errors) == (1, "The mail broke again: `ombud quarantine list` says where.\n")
    assert "tries: 2, parse: ParseError" in operator.types("quarantine", "list").output
    assert outcome(operator) is Outcome.QUARANTINED
    assert operator.types("audit", "verify").status == 0


def test_a_retried_mail_that_was_filed_meanwhile_is_a_duplicate(operator: Operator) -> None:
    operator.types("quarantine", "retry", str(shelve(operator)))
    store = operator.store()
    with store.transaction() as tx:
        number = tx.quarantine.shelve(shelved(uid=10, content=READABLE), NOON)
        tx.ledger.record(LedgerEntry(name_of(10), Outcome.QUARANTINED, NOON, NOON))
    store.close()

    assert operator.types("quarantine", "retry", str(number)).output == "The mail is duplicate.\n"


def test_a_discarded_mail_leaves_the_list_but_not_the_ledger(operator: Operator) -> None:
    number = shelve(operator)

    assert operator.types("quarantine", "discard", str(number), "--reason", "spam").output == "Discarded.\n"
    assert operator.types("quarantine", "list").output == "No mail waits in quarantine.\n"
    assert outcome(operator) is Outcome.QUARANTINED


def test_a_number_that_does_not_wait_needs_a_person(operator: Operator) -> None:
    for words in (("retry", "7"), ("discard", "7", "--reason", "spam")):
        said = operator.types("quarantine", *words)
        assert (said.status, said.errors) == (1, "No mail waits in quarantine under number 7.\n")
