"""Erases a person from this database for good, in steps that can each be done again after a crash.

1. the fingerprints of their profiles are written beside the keys, where no old backup takes them back
2. names, facts, words and images go, and the keys are owed (one transaction)
3. the owed keys are destroyed and the logs emptied
4. what is left is counted: the receipt
"""

from collections.abc import Mapping
from datetime import datetime

from gdpr.erasure import OMBUD, Receipt, receipts
from storage import erasure_ledger
from storage.availability import telling_unavailable
from storage.id_image_deletion import empty_log, finish_deletions
from storage.store import SqlStore


def erase_person(store: SqlStore, contact_id: int, actor: str, at: datetime) -> tuple[Receipt, ...]:
    """Erase a person, and return what was counted before and after (GDPR Art. 17; E6, E7)."""
    with store.transaction() as tx:
        people, before = tx.erasing.profiles(contact_id), tx.erasing.holdings(contact_id)
    with telling_unavailable(), store.engine.connect() as connection:
        erasure_ledger.write(store.keyring, connection, people, at)
    after = _erase(store, contact_id, actor, at)
    return receipts(OMBUD, before, after)


def erase_again(store: SqlStore, at: datetime) -> int:
    """Do again every erasure that a restored backup, or a crash, left undone; returns how many profiles it reached (E7)."""
    with telling_unavailable(), store.engine.connect() as connection:
        known = erasure_ledger.erased_profiles(store.keyring, connection)
    if not known:  # at nearly every start: no lock is taken for nothing
        return 0
    with store.transaction() as tx:
        undone = [contact_id for contact_id in known if any(tx.erasing.holdings(contact_id).values())]
    for contact_id in undone:
        _erase(store, contact_id, "system", at)
    return len(undone)


def _erase(store: SqlStore, contact_id: int, actor: str, at: datetime) -> Mapping[str, int]:
    with store.transaction() as tx:
        people = tx.erasing.profiles(contact_id)
        tx.erasing.erase(contact_id, at)
        tx.audit.write("person:erased", f"contact/{contact_id}", actor, at, profiles=len(people))
    store.delete_owed_keys()
    finish_deletions(store, at)
    with telling_unavailable():
        empty_log(store.engine)
    with store.transaction() as tx:
        return tx.erasing.count_of(people)
