"""`ombud audit verify` names the entry at which the record was changed."""

import sqlite3

from tests.cli.operator import Operator


def test_an_unbroken_trail_ends_with_zero(operator: Operator) -> None:
    operator.types("user", "add", "Alva", "--role", "agent", "--link")

    said = operator.types("audit", "verify")
    assert said.status == 0
    assert said.output.startswith("1 entries, unbroken.")


def test_a_broken_trail_ends_with_one_and_names_the_entry(operator: Operator) -> None:
    for name in ("Alva", "Nina", "Maud"):
        operator.types("user", "add", name, "--role", "agent", "--link")
    with sqlite3.connect(operator.home / "ombud.db") as connection:
        connection.execute("DROP TRIGGER audit_no_update")
        connection.execute("UPDATE audit SET actor = 'user/9' WHERE id = 2")
    connection.close()

    said = operator.types("audit", "verify")
    assert said.status == 1
    assert "broken at entry 2" in said.errors
