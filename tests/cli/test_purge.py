"""`ombud purge` counts what has had its time, or removes it."""

import json
from datetime import timedelta

from cli.composition import utc_now
from gdpr.records import Outcome
from tests.cli.operator import Operator
from tests.storage.cast import mail


def keep_a_robots_mail(operator: Operator, days_ago: int) -> None:
    store = operator.store()
    with store.transaction() as tx:
        tx.mails.add(mail(days_ago, at=utc_now() - timedelta(days=days_ago), outcome=Outcome.SCREENED), None)
    store.close()


def test_a_dry_run_counts_and_removes_nothing(operator: Operator) -> None:
    keep_a_robots_mail(operator, 400)
    keep_a_robots_mail(operator, 1)

    for _ in range(2):
        said = operator.types("purge", "--dry-run", "--json")
        assert (said.status, json.loads(said.output)["screened_mail"]) == (0, 1)


def test_a_purge_says_what_went(operator: Operator) -> None:
    keep_a_robots_mail(operator, 400)

    assert "1  mails of robots" in operator.types("purge").output
    assert json.loads(operator.types("purge", "--json").output)["screened_mail"] == 0
