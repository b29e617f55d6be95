"""ID images are sealed one by one, and leave nothing but a note."""

import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography.exceptions import InvalidTag
from sqlalchemy import select, update

from detectors.id_document import IdReading, Verdict
from gdpr.id_casework import Assurance, IdCheckRefusedError, Rejection, accept, assign, checks_of, delete_overdue, reject
from gdpr.id_image_records import ImageEnd, ImageState
from gdpr.id_image_store import IdImageGoneError
from gdpr.id_images import in_doubt
from storage.audit import verify
from storage.id_image_deletion import finish_deletions
from storage.id_image_tables import id_images
from storage.keys import KeyGoneError
from storage.store import SqlStore
from storage.tables import keys
from tests.id_images import ACCESS, EVA, NOON, ORDINARY, PASSPORT, hold, mail, open_image, picture, register_eva, take
from tests.storage.cast import MASTER_KEY

PICTURE = picture()
AGENT = "user/1"


def rows(store: SqlStore) -> list[Any]:
    with store.engine.connect() as connection:
        return list(connection.execute(select(id_images).order_by(id_images.c.id)))


def keys_of_images(store: SqlStore) -> int:
    """How many keys there are of images that were kept, whatever became of these."""
    store.keyring.forget_spare()
    with store.keyring.engine.connect() as connection:
        return len(connection.execute(select(keys.c.id).where(keys.c.purpose == "id_image")).all())


def held(store: SqlStore, text: str = ACCESS, **how: Any) -> int:
    register_eva(store)
    take(store, mail(text, PICTURE, **how))
    return opened(store, hold(store))


def opened(store: SqlStore, image_id: int) -> int:
    open_image(store, image_id, AGENT)
    return image_id


def test_an_image_is_sealed_under_a_key_of_its_own_for_the_request_of_its_mail(store: SqlStore) -> None:
    register_eva(store)
    take(store, mail(ACCESS, PICTURE, picture(2)))

    first, second = rows(store)
    assert first.key_id != second.key_id
    assert PICTURE not in first.sealed
    assert first.request_id == second.request_id == store.views.requests.open()[0].id
    with store.transaction() as tx:
        assert tx.id_images.content(first.id) == PICTURE
        assert tx.id_images.held_for(first.request_id) == 2


def test_an_image_opens_only_for_the_mail_part_and_request_it_came_with(store: SqlStore) -> None:
    image_id = held(store)
    with store.engine.begin() as connection:
        connection.execute(update(id_images).values(part="9"))
    with pytest.raises(InvalidTag), store.transaction() as tx:
        tx.id_images.content(image_id)


def test_an_image_for_an_earlier_request_of_the_same_person_is_for_that(store: SqlStore) -> None:
    register_eva(store)
    take(store, mail(ACCESS))
    take(store, mail(ORDINARY, PICTURE, number=2), uid=2)
    assert [row.request_id for row in rows(store)] == [store.views.requests.open()[0].id]


def test_an_image_that_nobody_asked_for_is_gone_after_a_day(store: SqlStore) -> None:
    held(store, ORDINARY)
    with store.transaction() as tx:
        assert delete_overdue(tx, NOON + timedelta(hours=23, minutes=59)) == ()
        assert len(delete_overdue(tx, NOON + timedelta(hours=24))) == 1
    (row,) = rows(store)
    assert (row.request_id, row.end, row.sealed, row.fields) == (None, ImageEnd.UNASKED, None, None)


def test_a_picture_that_shows_no_document_is_deleted_as_soon_as_it_was_read(store: SqlStore) -> None:
    register_eva(store)
    take(store, mail(ACCESS, PICTURE))
    hold(store, IdReading(Verdict.OTHER))
    assert keys_of_images(store) == 0
    with store.transaction() as tx:
        assert not tx.id_images.was_checked(1)
        assert tx.mailbox_copies.due("support", NOON) == ()


def test_a_picture_that_could_not_be_read_waits_for_a_person(store: SqlStore) -> None:
    register_eva(store)
    take(store, mail(ACCESS, PICTURE))
    image_id = hold(store, IdReading(Verdict.UNREADABLE, reason="too_large"))
    with store.transaction() as tx:
        assert tx.id_images.one(image_id).state is ImageState.HELD
        assert "name" in in_doubt(checks_of(tx, image_id))


def test_what_agrees_is_accepted_and_the_note_is_all_that_stays(store: SqlStore) -> None:
    image_id = held(store)
    with store.transaction() as tx:
        sealed = rows(store)[0].sealed
        accept(tx, image_id, AGENT, NOON)
    assert finish_deletions(store, NOON + timedelta(seconds=1)) == 1

    (row,) = rows(store)
    assert (row.state, row.end, row.document, row.decided_by, row.decided_at) == ("deleted", "accepted", "passport", AGENT, NOON)
    assert row.matched == ["document", "name", "birth_date", "valid", "sender", "national_number"]
    assert row.deleted_at == NOON + timedelta(seconds=1)
    assert (row.sealed, row.fields, row.key_id) == (None, None, None)
    with pytest.raises(KeyGoneError):
        store.keyring.open(sealed)
    assert keys_of_images(store) == 0
    assert verify(store.engine) is None


def test_what_does_not_agree_is_accepted_only_for_a_named_reason(store: SqlStore) -> None:
    register_eva(store)
    take(store, mail(ACCESS, PICTURE))
    image_id = opened(store, hold(store, replace(PASSPORT, fields=replace(PASSPORT.fields, name="EVA BERG"))))
    with store.transaction() as tx:
        with pytest.raises(IdCheckRefusedError, match="agrees"):
            accept(tx, image_id, AGENT, NOON)
        accept(tx, image_id, AGENT, NOON, [Assurance.FORMER_NAME])
    (row,) = rows(store)
    assert (row.end_reason, row.despite) == ("former_name", ["name"])


def test_an_image_from_another_address_than_the_request_s_is_never_accepted_silently(store: SqlStore) -> None:
    register_eva(store)
    take(store, mail(ACCESS))
    take(store, mail(ORDINARY, PICTURE, sender="evas.nya@postlada.example", number=2), uid=2)
    image_id = opened(store, hold(store))
    with store.transaction() as tx:
        with pytest.raises(IdCheckRefusedError, match="Nobody asked"):
            accept(tx, image_id, AGENT, NOON)
        assign(tx, image_id, store.views.requests.open()[0].id, AGENT, NOON)
        assert tx.id_images.content(image_id) == PICTURE
        assert tx.id_images.fields(image_id) == PASSPORT.fields
        assert in_doubt(checks_of(tx, image_id)) == ("sender",)
        with pytest.raises(IdCheckRefusedError, match="agrees"):
            accept(tx, image_id, AGENT, NOON)


def test_what_a_mail_says_of_its_own_sender_proves_nothing(store: SqlStore) -> None:
    take(store, mail(f"{ACCESS} Mitt personnummer är 850709-9805. Vänliga hälsningar, Eva Ek", PICTURE))
    image_id = hold(store)
    with store.transaction() as tx:
        assert in_doubt(checks_of(tx, image_id)) == ("name", "birth_date")


def test_a_protected_person_is_not_known_by_an_image_alone(store: SqlStore) -> None:
    image_id = held(store)
    with store.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE contacts SET protected = true")
    with pytest.raises(IdCheckRefusedError, match="protected"), store.transaction() as tx:
        accept(tx, image_id, AGENT, NOON)


def test_who_is_second_to_decide_is_told(store: SqlStore) -> None:
    image_id = held(store)
    with store.transaction() as tx:
        reject(tx, image_id, Rejection.EXPIRED, AGENT, NOON)
    with pytest.raises(IdImageGoneError), store.transaction() as tx:
        accept(tx, image_id, "user/2", NOON)


def test_nobody_decides_without_a_look(store: SqlStore) -> None:
    image_id = held(store)
    for decide in (lambda tx: accept(tx, image_id, "user/2", NOON), lambda tx: reject(tx, image_id, Rejection.EXPIRED, "user/2", NOON)):
        with pytest.raises(IdCheckRefusedError, match="Open"), store.transaction() as tx:
            decide(tx)


def test_a_picture_is_served_once_to_the_person_who_opened_it_and_not_for_long(store: SqlStore) -> None:
    image_id = held(store)
    token = open_image(store, image_id, AGENT)
    with store.transaction() as tx:
        assert not tx.openings.redeem(token, image_id, "user/2", NOON)
        assert not tx.openings.redeem(token, image_id + 1, AGENT, NOON)
        assert not tx.openings.redeem(token, image_id, AGENT, NOON + timedelta(minutes=2))
        assert tx.openings.redeem(token, image_id, AGENT, NOON)
        assert not tx.openings.redeem(token, image_id, AGENT, NOON)


def test_a_crash_before_the_key_is_destroyed_leaves_the_deletion_to_the_next_start(
    store: SqlStore, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    image_id = held(store)
    with monkeypatch.context() as crash:
        crash.setattr(SqlStore, "delete_owed_keys", lambda store: 0)
        with store.transaction() as tx:
            accept(tx, image_id, AGENT, NOON)
        assert finish_deletions(store, NOON) == 0
    assert keys_of_images(store) == 1
    assert finish_deletions(store, NOON) == 1
    assert keys_of_images(store) == 0


def test_while_somebody_reads_the_log_nothing_is_said_to_be_gone(sqlite_template: Path, tmp_path: Path) -> None:
    shutil.copytree(sqlite_template, tmp_path / "store")
    store = SqlStore.open(f"sqlite:///{tmp_path}/store/ombud.db", MASTER_KEY)
    image_id = held(store)
    with store.engine.connect() as reader:
        reader.execute(select(id_images.c.id)).all()
        with store.transaction() as tx:
            accept(tx, image_id, AGENT, NOON)
        assert finish_deletions(store, NOON) == 0
    assert finish_deletions(store, NOON) == 1
    store.close()


def test_a_closed_request_takes_its_images_with_it(store: SqlStore) -> None:
    held(store)
    with store.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE requests SET status = 'withdrawn'")
    with store.transaction() as tx:
        assert [image.id for image in tx.id_images.over(NOON)] == [1]
        assert len(delete_overdue(tx, NOON)) == 1
    assert rows(store)[0].end == "request_over"


def test_a_mail_that_is_delivered_again_is_no_second_image_and_is_looked_for_anew(store: SqlStore) -> None:
    image_id = held(store)
    with store.transaction() as tx:
        accept(tx, image_id, AGENT, NOON)
        (owed,) = tx.mailbox_copies.due("support", NOON)
        tx.mailbox_copies.gone(owed, NOON)
    take(store, mail(ACCESS, PICTURE), uid=2)
    assert len(rows(store)) == 1
    with store.transaction() as tx:
        assert [copy.parts for copy in tx.mailbox_copies.due("support", NOON)] == [("2",)]


def test_no_hash_of_an_image_is_kept(store: SqlStore) -> None:
    import hashlib

    held(store)
    with store.engine.connect() as connection:
        everything = repr([list(connection.exec_driver_sql(f"SELECT * FROM {name}")) for name in ("messages", "id_images", "audit")])
    for digest in (hashlib.sha256, hashlib.sha1, hashlib.md5):
        assert digest(PICTURE).hexdigest() not in everything
        assert repr(digest(PICTURE).digest())[2:-1] not in everything
    assert EVA in everything
