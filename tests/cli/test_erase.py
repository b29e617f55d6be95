"""`ombud erase --preview` counts what an erasure would take away, and erases nothing."""

import json
from contextlib import closing

from gdpr.erasure import Holding
from tests.cli.operator import Operator
from tests.storage.cast import EVA, NATIONAL_NUMBER, PHONE, filed, mail, newcomer, request


def someone_asks(operator: Operator) -> None:
    with closing(operator.store()) as store, store.transaction() as tx:
        eva = newcomer(tx)
        kept = tx.mails.add(mail(), eva)
        tx.mails.add_findings(kept, eva, filed(PHONE, NATIONAL_NUMBER))
        tx.requests.open(request("erasure"), kept, eva)


def test_a_preview_counts_and_erases_nothing(operator: Operator) -> None:
    someone_asks(operator)
    for _ in range(2):
        held = json.loads(operator.types("erase", "1", "--preview", "--json").output)
        assert held == {"profiles": 1, "facts": 3, "findings": 2, "mails": 1, "letters": 0, "id_images": 0}


def test_the_counts_are_told_in_words_without_the_person(operator: Operator) -> None:
    someone_asks(operator)
    said = operator.types("erase", "1", "--preview").output
    assert len(said.splitlines()) == len(Holding)
    assert EVA not in said


def test_nothing_is_erased_from_the_command_line(operator: Operator) -> None:
    someone_asks(operator)
    assert operator.types("erase", "1").status == 1


def test_a_request_that_is_not_there_is_wrong_use(operator: Operator) -> None:
    assert operator.types("erase", "7", "--preview").status == 2
