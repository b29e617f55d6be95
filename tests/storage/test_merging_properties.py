"""Whatever is merged, undoing it in the opposite order leaves every row as it was."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from detectors.finding import Kind
from storage.merging import MergeError
from storage.store import SqlStore
from tests.storage.cast import MASTER_KEY, NOON, filed, finding, later, letter, mail, newcomer, request
from tests.storage.test_merging import AGENT, everything

PEOPLE = 4
VALUES = (
    (Kind.PHONE, "+46701740605"),
    (Kind.PHONE, "+46701740606"),
    (Kind.NATIONAL_NUMBER, "19121212-1212"),
    (Kind.EMAIL, "eva@kund.example"),
)
Mail = tuple[int, list[tuple[Kind, str]], bool]

people = st.integers(1, PEOPLE)
mails = st.lists(st.tuples(people, st.lists(st.sampled_from(VALUES), max_size=3), st.booleans()), max_size=8)
pairs = st.lists(st.tuples(people, people), min_size=1, max_size=PEOPLE)


@settings(max_examples=40, deadline=None)
@given(before=mails, wanted=pairs)
def test_merges_are_undone_exactly(sqlite_template: Path, before: list[Mail], wanted: list[tuple[int, int]]) -> None:
    with copy_of(sqlite_template) as store:
        with store.transaction() as tx:
            for number in range(PEOPLE):
                newcomer(tx, f"{number}@kund.example")
        arrive(store, before)
        at_first = everything(store)

        done = list(merged(store, wanted))
        for merge_id in reversed(done):
            with store.transaction() as tx:
                tx.merging.undo(merge_id, AGENT, later(2))

        assert everything(store) == at_first


@contextmanager
def copy_of(template: Path) -> Iterator[SqlStore]:
    """An empty store for one example."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(template, folder, dirs_exist_ok=True)
        store = SqlStore.open(f"sqlite:///{folder}/ombud.db", MASTER_KEY)
        yield store
        store.close()


def arrive(store: SqlStore, mails: list[Mail]) -> None:
    """File mails with what was found in each, some with a request and a letter."""
    for number, (contact_id, values, asks) in enumerate(mails):
        with store.transaction() as tx:
            message_id = tx.mails.add(mail(number), contact_id)
            tx.mails.add_findings(message_id, contact_id, filed(*(finding(kind, value) for kind, value in values)))
            if asks:
                tx.requests.open(request(), message_id, contact_id)
                tx.outbox.add(letter(message_id, contact_id), NOON)


def merged(store: SqlStore, pairs: list[tuple[int, int]]) -> Iterator[int]:
    """The merges that were possible, each in a transaction of its own."""
    for kept, gone in pairs:
        with suppress(MergeError), store.transaction() as tx:
            yield tx.merging.merge(kept, gone, AGENT, later(1))
