"""What the command line tells of the officer's requests: that they wait, not whose they are (GDPR Art. 38(5))."""

import json

from gdpr.customer_csv import CustomerRow
from tests.cli.operator import Operator
from tests.storage.cast import EVA, NOON, mail, request


def test_the_officers_requests_are_listed_without_the_customer(operator: Operator) -> None:
    store = operator.store()
    with store.transaction() as tx:
        tx.customers.take(CustomerRow(0, "Kajakklubben", "Eva Ek", "", email=EVA), NOON)
        eva = tx.people.with_address(EVA)
        assert eva is not None
        message_id = tx.mails.add(mail(), eva)
        for kind, queue in (("access", "privacy"), ("dpo_question", "dpo")):
            tx.requests.open(request(kind, queue), message_id, eva)
    store.close()
    lines = [json.loads(line) for line in operator.types("requests", "--json").output.splitlines()]
    assert {line["kind"]: line["customer_id"] for line in lines} == {"access": 1, "dpo_question": None}
