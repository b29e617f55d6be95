"""`ombud backup` copies the data without the keys, and `ombud restore` brings nobody back who was erased since."""

from pathlib import Path

import pytest

from cli.composition import utc_now
from storage.erasure import erase_person
from storage.holders import this_process
from storage.leases import Lease
from tests.cli.operator import Operator
from tests.storage.cast import EVA, EVAS_NUMBER, EVAS_PHONE, NATIONAL_NUMBER, NOON, PHONE, filed, mail, newcomer, shelved
from tests.storage.test_keys import revealed

OLA = "ola@kund.example"


def person(operator: Operator, number: int, address: str) -> int:
    store = operator.store()
    with store.transaction() as tx:
        who = newcomer(tx, address)
        tx.mails.add_findings(tx.mails.add(mail(number, address), who), who, filed(PHONE, NATIONAL_NUMBER))
    store.close()
    return who


def erase(operator: Operator, who: int) -> None:
    store = operator.store()
    erase_person(store, who, "user/1", NOON)
    store.close()


def test_a_backup_comes_back(operator: Operator) -> None:
    ola = person(operator, 1, OLA)
    assert operator.types("backup", "monday.db").status == 0
    later = person(operator, 2, EVA)

    said = operator.types("restore", "monday.db")

    assert said.status == 0
    store = operator.store()
    assert store.views.people.contact(ola) is not None
    assert store.views.people.contact(later) is None
    store.close()


def test_the_backup_holds_no_key_and_nothing_sealed_in_clear(operator: Operator) -> None:
    person(operator, 1, OLA)
    operator.types("backup", "monday.db", "--keys", "keys.db")

    content = (operator.home / "monday.db").read_bytes()
    assert EVAS_NUMBER.encode() not in content
    assert b"CREATE TABLE keys" not in content
    assert b"CREATE TABLE keys" in (operator.home / "keys.db").read_bytes()
    assert {(operator.home / name).stat().st_mode & 0o777 for name in ("monday.db", "keys.db")} == {0o600}


def test_who_was_erased_since_stays_erased(operator: Operator) -> None:
    eva, ola = person(operator, 1, EVA), person(operator, 2, OLA)
    operator.types("backup", "monday.db")
    erase(operator, eva)

    said = operator.types("restore", "monday.db")

    assert "1 profiles that had been erased since were erased again" in said.output
    assert EVA.encode() not in (operator.home / "ombud.db").read_bytes()
    store = operator.store()
    olas = store.views.people.contact(ola)
    assert olas is not None
    assert EVAS_PHONE in {fact.value for fact in olas.facts}
    store.close()


def test_a_new_machine_takes_the_keys_from_their_copy(operator: Operator) -> None:
    ola = person(operator, 1, OLA)
    operator.types("backup", "monday.db", "--keys", "keys.db")
    for name in ("ombud.db", "ombud.db.keys"):
        (operator.home / name).unlink()

    assert operator.types("restore", "monday.db").errors.startswith("There are no keys here")
    assert operator.types("restore", "monday.db", "--keys", "keys.db").status == 0

    store = operator.store()
    profile = store.views.people.contact(ola)
    assert profile is not None
    assert revealed(store, next(fact.id for fact in profile.facts if fact.sealed)) == EVAS_NUMBER
    store.close()


def test_an_old_copy_of_the_keys_never_replaces_the_latest(operator: Operator) -> None:
    eva = person(operator, 1, EVA)
    operator.types("backup", "monday.db", "--keys", "keys.db")
    erase(operator, eva)

    said = operator.types("restore", "monday.db", "--keys", "keys.db")

    assert (said.status, said.errors[:20]) == (1, "There are keys here,")


def test_a_mail_in_quarantine_that_was_let_go_since_does_not_wait_again(operator: Operator) -> None:
    store = operator.store()
    with store.transaction() as tx:
        number = tx.quarantine.shelve(shelved(), NOON)
    store.close()
    operator.types("backup", "monday.db")
    operator.types("quarantine", "discard", str(number), "--reason", "spam")

    operator.types("restore", "monday.db")

    store = operator.store()
    assert store.views.quarantine.waiting() == ()
    store.close()


def test_a_running_service_is_not_restored_under_its_feet(operator: Operator) -> None:
    person(operator, 1, OLA)
    operator.types("backup", "monday.db")
    store = operator.store()
    Lease(store.engine, "clock", this_process()).take(utc_now())

    said = operator.types("restore", "monday.db")
    store.close()
    assert (said.status, said.errors[:10]) == (1, "Ombud runs")


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + bytes(100)])
def test_what_is_no_backup_is_refused_and_the_data_stays(operator: Operator, content: bytes) -> None:
    ola = person(operator, 1, OLA)
    operator.writes("odd.db", content)

    said = operator.types("restore", "odd.db")

    assert (said.status, "is no backup of this kind" in said.errors) == (1, True)
    store = operator.store()
    assert store.views.people.contact(ola) is not None
    store.close()


def test_a_backup_is_never_written_over(operator: Operator) -> None:
    person(operator, 1, OLA)
    operator.types("backup", "monday.db")

    assert "exists already" in operator.types("backup", "monday.db").errors


def test_the_restored_trail_says_so_and_holds(operator: Operator) -> None:
    person(operator, 1, OLA)
    operator.types("backup", "monday.db")
    operator.types("restore", "monday.db")

    assert operator.types("audit", "verify").status == 0


def test_nothing_is_left_beside_a_backup(operator: Operator, tmp_path: Path) -> None:
    person(operator, 1, OLA)
    operator.types("backup", "monday.db")

    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".part")] == []
