"""`ombud import-customers`: all or nothing, unless the operator says otherwise; the same list again changes nothing."""

import pytest

from storage.audit import verify
from tests.cli.operator import Operator

LIST = """Namn;Org.nr;Personnummer;E-post;Telefon;Adress;Postnummer;Ort;Kundansvarig;Kontaktperson
Kund AB;556036-0793;;Eva@KUND.example;070-174 06 05;Storgatan 1;11122;Stockholm;Åsa;Eva Ek
Ola Ek;;121212-1212;ola@privat.example;08-465 004 10;;;;;
"""
BAD_ROW = "Fel AB;556036-0794;;inte en adress;;;;;;\n"


def customers(operator: Operator) -> list[str]:
    store = operator.store()
    names = sorted(line.name for line in store.views.people.customers().lines)
    store.close()
    return names


def test_customers_are_imported_once(operator: Operator) -> None:
    path = operator.writes("kunder.csv", LIST)

    assert operator.types("import-customers", path).output == "2 rows imported: 2 new customers, 0 changed, 0 as they were.\n"
    assert operator.types("import-customers", path).output == "2 rows imported: 0 new customers, 0 changed, 2 as they were.\n"
    assert customers(operator) == ["Kund AB", "Ola Ek"]


def test_a_dry_run_counts_and_changes_nothing(operator: Operator) -> None:
    said = operator.types("import-customers", operator.writes("kunder.csv", LIST), "--dry-run")

    assert said.output == "2 rows would be imported: 2 new customers, 0 changed, 0 as they were.\n"
    assert customers(operator) == []


def test_a_bad_row_stops_the_import_and_is_named_without_its_content(operator: Operator) -> None:
    said = operator.types("import-customers", operator.writes("kunder.csv", LIST + BAD_ROW))

    assert said.status == 1
    assert said.errors.splitlines() == [
        "line 4, Org.nr: this is neither an organisation number nor a national number",
        "line 4, E-post: this is no e-mail address",
        "Nothing was imported, for 1 of the rows are bad: correct the file, or use --skip-bad.",
    ]
    assert customers(operator) == []


def test_the_good_rows_go_on_if_asked(operator: Operator) -> None:
    said = operator.types("import-customers", operator.writes("kunder.csv", BAD_ROW.join(LIST.splitlines(True))), "--skip-bad")

    assert said.status == 0
    assert "line 2, Org.nr" in said.errors
    assert customers(operator) == ["Kund AB", "Ola Ek"]


def test_an_import_is_on_record_with_counts_alone(operator: Operator) -> None:
    operator.types("import-customers", operator.writes("kunder.csv", LIST))

    store = operator.store()
    with store.engine.connect() as connection:
        (entry,) = connection.exec_driver_sql("SELECT action, details FROM audit").all()
    assert verify(store.engine) is None
    store.close()
    assert entry.action == "customers:imported"
    assert entry.details == '{"new": 2, "changed": 0, "known": 0, "faults": 0}'


@pytest.mark.parametrize(("content", "sentence"), [("", "No column is called name or namn"), ("a,b\n1,2\n", "No column is called name")])
def test_a_file_that_is_no_list_is_refused_in_a_sentence(operator: Operator, content: str, sentence: str) -> None:
    said = operator.types("import-customers", operator.writes("kunder.csv", content))

    assert said.status == 1
    assert sentence in said.errors


def test_a_missing_file_is_wrong_use(operator: Operator) -> None:
    said = operator.types("import-customers", "saknas.csv")

    assert (said.status, said.errors) == (2, "saknas.csv cannot be read: No such file or directory.\n")
