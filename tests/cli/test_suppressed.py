"""`ombud suppressed`: what a mailing tool reads."""

import json

from tests.cli.operator import Operator
from tests.storage.cast import EVA, NOON


def fill(operator: Operator) -> None:
    """Two addresses, the owner of one of which was erased."""
    store = operator.store()
    with store.transaction() as tx:
        tx.queues.suppressions.add(EVA, None, "user/1", NOON)
        tx.queues.suppressions.add("bo@kund.example", None, "user/1", NOON)
        tx.queues.suppressions.forget_address("bo@kund.example")
    store.close()


def test_one_address_stands_on_a_line(operator: Operator) -> None:
    fill(operator)
    assert operator.types("suppressed").output == f"{EVA}\n"


def test_as_json_it_says_since_when(operator: Operator) -> None:
    fill(operator)
    assert json.loads(operator.types("suppressed", "--json").output) == {"address": EVA, "since": "2026-03-05T12:00:00+00:00"}


def test_an_empty_list_is_no_fault(operator: Operator) -> None:
    said = operator.types("suppressed")
    assert (said.status, said.output) == (0, "")
