"""A national number is shown to one person for a named purpose, and that is on record."""

import pytest
from sqlalchemy import select

from gdpr.people import RevealPurpose
from storage.reveals import NothingSealedError
from storage.store import SqlStore
from storage.tables import audit
from tests.storage.cast import EVAS_NUMBER, NATIONAL_NUMBER, PHONE, filed, later, mail, newcomer


def mail_with_findings(store: SqlStore) -> tuple[int, int]:
    """The numbers of a phone finding and of a national-number finding."""
    with store.transaction() as tx:
        eva = newcomer(tx)
        message_id = tx.mails.add(mail(), eva)
        tx.mails.add_findings(message_id, eva, filed(PHONE, NATIONAL_NUMBER))
    kept = store.views.mails.one(message_id)
    assert kept
    phone, number = kept.findings
    assert (phone.sealed, number.sealed, number.value) == (False, True, "121212-****")
    return phone.id, number.id


def test_a_reveal_is_on_record_without_the_value(store: SqlStore) -> None:
    _, number = mail_with_findings(store)

    with store.transaction() as tx:
        assert tx.reveals.finding(number, "user/4", RevealPurpose.IDENTITY, later(1)) == EVAS_NUMBER

    with store.engine.connect() as connection:
        (entry,) = connection.execute(select(audit)).all()
    assert (entry.action, entry.subject, entry.actor, entry.details["purpose"]) == (
        "finding:revealed",
        f"finding/{number}",
        "user/4",
        "identity",
    )
    assert "1212" not in str(entry.details)


def test_a_value_that_is_shown_anyway_has_nothing_to_reveal(store: SqlStore) -> None:
    phone, _ = mail_with_findings(store)

    with pytest.raises(NothingSealedError), store.transaction() as tx:
        tx.reveals.finding(phone, "user/4", RevealPurpose.IDENTITY, later(1))
