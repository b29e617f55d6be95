"""`ombud export`: a look at what would be handed over."""

from contextlib import closing
from zipfile import ZipFile

from tests.cli.operator import Operator
from tests.storage.cast import EVA, mail, newcomer, request


def test_a_preview_tells_what_it_holds(operator: Operator) -> None:
    with closing(operator.store()) as store, store.transaction() as tx:
        eva = newcomer(tx)
        tx.requests.open(request("access"), tx.mails.add(mail(), eva), eva)
    said = operator.types("export", "1", "--out", "eva.zip", "--preview")
    assert (said.status, said.output.splitlines()[2]) == (0, "mails (ombud): 1")
    assert EVA not in said.output + said.errors
    assert "index.html" in ZipFile(operator.home / "eva.zip").namelist()


def test_nothing_is_handed_over_at_the_command_line(operator: Operator) -> None:
    said = operator.types("export", "1", "--out", "eva.zip")
    assert (said.status, "--preview" in said.errors) == (1, True)


def test_a_request_that_is_not_there_is_wrong_use(operator: Operator) -> None:
    assert operator.types("export", "7", "--out", "eva.zip", "--preview").status == 2
