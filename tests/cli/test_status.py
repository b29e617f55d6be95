"""`ombud status` and `ombud requests`: the figures that scripts and managers read."""

import json
from datetime import timedelta

from cli.composition import utc_now
from gdpr.local_time import local_day
from gdpr.records import LedgerEntry, Outcome
from tests.cli.operator import Operator
from tests.storage.cast import NOON, letter, mail, name_of, newcomer, request


def fill(operator: Operator) -> None:
    """One filed mail with a request that is overdue and one that is due in three days."""
    today = local_day(utc_now())
    store = operator.store()
    with store.transaction() as tx:
        eva = newcomer(tx)
        message_id = tx.mails.add(mail(), eva)
        tx.ledger.record(LedgerEntry(name_of(1), Outcome.FILED, NOON, NOON, message_id))
        tx.requests.open(request("access", due=today - timedelta(days=1)), message_id, eva)
        tx.requests.open(request("erasure", due=today + timedelta(days=3)), message_id, eva)
        tx.outbox.add(letter(message_id, eva), NOON)
        tx.ledger.polled("support", "INBOX", NOON, 2)
    store.close()


def test_status_is_one_json_object_with_the_promised_keys(operator: Operator) -> None:
    fill(operator)

    assert json.loads(operator.types("status", "--json").output) == {
        "mails": {"filed": 1, "screened": 0, "duplicate": 0, "quarantined": 0, "unaccounted": 2},
        "requests": {"open": 2, "overdue": 1, "by_kind": {"access": 1, "erasure": 1}},
        "id_images": {"held": 0, "oldest_hours": 0.0, "overdue": 0, "in_mailbox": 0},
        "unmatched": 1,
        "outbox": {"pending": 1, "failed": 0},
        "last_poll_at": "2026-03-05T12:00:00Z",
    }


def test_status_is_readable_too(operator: Operator) -> None:
    fill(operator)

    lines = operator.types("status").output.splitlines()
    assert lines[0] == "Mails: 1 filed, 0 screened, 0 duplicate, 0 quarantined; 2 unaccounted for."
    assert lines[1] == "Requests: 2 open, 1 overdue (1 access, 1 erasure)."


def test_requests_are_listed_by_the_day_they_are_due_without_personal_data(operator: Operator) -> None:
    fill(operator)

    said = operator.types("requests", "--json").output
    rows = [json.loads(line) for line in said.splitlines()]
    assert [(row["kind"], row["days_left"], row["standing"]) for row in rows] == [("access", -1, "overdue"), ("erasure", 3, "due_soon")]
    assert list(rows[0]) == ["id", "kind", "status", "customer_id", "received_at", "due_on", "days_left", "standing"]
    assert "Eva" not in said
    assert "kund.example" not in said


def test_an_empty_database_has_a_status_too(operator: Operator) -> None:
    assert json.loads(operator.types("status", "--json").output)["last_poll_at"] is None
    assert operator.types("requests", "--json").output == ""
