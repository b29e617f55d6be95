"""The company's other systems tell what they hold of a person, and of nobody else."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from config.connectors_file import load_connectors
from config.errors import SettingError
from gdpr.export import SourceFailedError, Subject
from gdpr.redaction import person
from ingest.connectors import sources

EVA = Subject((1,), "sv", person([("name", "Eva Ek"), ("email", "eva@kund.example"), ("phone", "+46701740605")]))
QUERY = "SELECT number, amount FROM invoices WHERE lower(email) = :email OR phone = :phone ORDER BY number"


def told(folder: Path, kind: str, where: object, match: str, query: str = "") -> list[Any]:
    """What one declared system tells of Eva."""
    asked = f"query = {json.dumps(query)}\n" if query else ""
    declared = f'[[connector]]\nsystem = "it"\ncategory = "usage"\ntype = "{kind}"\nwhere = "{where}"\nmatch = {match}\n{asked}'
    (folder / "connectors.toml").write_text(declared)
    (source,) = sources(load_connectors(folder / "connectors.toml"))
    return list(source.rows(EVA))


@pytest.fixture
def billing(tmp_path: Path) -> Path:
    """A database with two invoices of Eva's and one of Bo's."""
    path = tmp_path / "billing.db"
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("CREATE TABLE invoices (number INTEGER, amount TEXT, email TEXT, phone TEXT)")
        rows = [(1, "100", "EVA@kund.example", ""), (2, "200", "", "+46701740605"), (3, "300", "bo@kund.example", "+46701740644")]
        database.executemany("INSERT INTO invoices VALUES (?, ?, ?, ?)", rows)
    return path


def test_a_table_is_searched_without_regard_to_case_or_spelling(tmp_path: Path) -> None:
    path = tmp_path / "usage.csv"
    path.write_text("account,phone,visits\nEva@Kund.Example,,3\n,070-174 06 05,4\nbo@kund.example,070-174 06 44,5\n")
    assert [row["visits"] for row in told(tmp_path, "csv", path, '{ account = "email", phone = "phone" }')] == ["3", "4"]


def test_a_log_of_objects_is_searched(tmp_path: Path) -> None:
    path = tmp_path / "logs.jsonl"
    path.write_text('{"user": "eva@kund.example", "ip": "192.0.2.1"}\n{"user": "bo@kund.example", "ip": "192.0.2.2"}\n')
    assert told(tmp_path, "json", path, '{ user = "email" }') == [{"user": "eva@kund.example", "ip": "192.0.2.1"}]


def test_a_database_is_asked_by_all_that_the_person_is_known_by(tmp_path: Path, billing: Path) -> None:
    match = '{ email = "email", phone = "phone" }'
    assert [row["number"] for row in told(tmp_path, "sql", f"sqlite:///{billing}", match, QUERY)] == [1, 2]


def test_a_database_cannot_be_changed(tmp_path: Path, billing: Path) -> None:
    with pytest.raises(SourceFailedError):
        told(tmp_path, "sql", f"sqlite:///{billing}", '{ email = "email" }', "DELETE FROM invoices WHERE email <> :email RETURNING number")
    with closing(sqlite3.connect(billing)) as database:
        assert database.execute("SELECT count(*) FROM invoices").fetchone() == (3,)


@pytest.mark.parametrize(
    ("kind", "name", "content"),
    [
        ("csv", "none.csv", None),
        ("csv", "a.csv", "other\n1\n"),
        ("json", "a.jsonl", "[1]\n"),
        ("json", "b.jsonl", "{"),
        ("sql", "c.db", ""),
    ],
)
def test_a_system_that_cannot_be_read_fails_and_names_no_person(tmp_path: Path, kind: str, name: str, content: str | None) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_text(content)
    where, query = (f"sqlite:///{path}", "SELECT * FROM missing WHERE a = :email") if kind == "sql" else (path, "")
    with pytest.raises(SourceFailedError) as failed:
        told(tmp_path, kind, where, '{ email = "email" }', query)
    assert "eva" not in str(failed.value)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("sql", "oracle"), "has the type oracle"),
        (("billing", "../billing"), "letters and underscores"),
        (('"email"', '"shoe"'), "needs a match"),
        (("query =", "where2 ="), "a query belongs"),
        (("where =", "there ="), "lacks where"),
    ],
)
def test_a_declaration_that_is_wrong_is_named(tmp_path: Path, change: tuple[str, str], said: str) -> None:
    whole = '[[connector]]\nsystem = "billing"\ncategory = "usage"\ntype = "sql"\nwhere = "x"\nquery = "y"\nmatch = { email = "email" }\n'
    (tmp_path / "c.toml").write_text(whole.replace(*change))
    with pytest.raises(SettingError, match=said):
        load_connectors(tmp_path / "c.toml")


def test_the_example_can_be_read() -> None:
    example = Path(__file__).parents[2] / "config/connectors.example.toml"
    assert {one.category for one in load_connectors(example)} == {"billing", "usage", "logs"}
