"""An image that was checked leaves the mailbox too: replaced in `own`, asked for in `observe`, and looked for in every folder."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from sqlalchemy import text

from gdpr.id_casework import Assurance, accept
from gdpr.message import RawMail
from gdpr.records import Outcome
from ingest.account import Account, Folder
from ingest.mailbox import Mailbox
from ingest.mailbox_copies import Remover
from ingest.parse import parse
from storage.store import SqlStore
from tests.id_images import ACCESS, NOON, ORDINARY, file, hold, mail, open_image, picture, register_eva
from tests.ingest.reading import account_on, poller_of
from tests.servers.dovecot import Dovecot

RECEIVED = datetime(2026, 3, 5, 11, 30, tzinfo=timezone(timedelta(hours=1)))
PICTURE = picture()
MAIL = mail(ACCESS, PICTURE)
DAY = timedelta(days=1)


def poll(store: SqlStore, dovecot: Dovecot, mode: str = "own") -> list[Outcome]:
    """Take every new mail to its outcome."""
    outcomes: list[Outcome] = []

    def handle(raws: Iterable[RawMail]) -> Iterator[tuple[RawMail, Outcome]]:
        for raw in raws:
            outcomes.append(file(store, raw, NOON))
            yield raw, outcomes[-1]

    with Mailbox(account_on(dovecot, mode=mode)) as mailbox:
        poller_of(store, handle=handle).drain(mailbox)
    return outcomes


def check(store: SqlStore, at: datetime = NOON) -> None:
    """A person accepts the image that waits longest."""
    image_id = hold(store)
    open_image(store, image_id)
    with store.transaction() as tx:
        accept(tx, image_id, "user/1", at, [Assurance.READ_BY_EYE])


def remover(store: SqlStore, dovecot: Dovecot, mode: str = "own", at: datetime = NOON) -> Remover:
    return Remover(store, [account_on(dovecot, mode=mode)], lambda: at, DAY)


def contents(dovecot: Dovecot, folder: str = "INBOX") -> dict[int, dict[bytes, Any]]:
    with dovecot.client(folder) as client:
        uids = client.search()
        return dict(client.fetch(uids, ["BODY.PEEK[]", "FLAGS", "INTERNALDATE"])) if uids else {}


@pytest.fixture
def checked(store: SqlStore, dovecot: Dovecot) -> SqlStore:
    """A store in which the only mail's image was accepted."""
    dovecot.append(MAIL, RECEIVED, flags=[rb"\Seen", rb"\Flagged", b"ours"])
    register_eva(store)
    poll(store, dovecot)
    check(store)
    return store


def test_the_mail_is_replaced_by_one_without_the_image_that_keeps_all_else(checked: SqlStore, dovecot: Dovecot) -> None:
    assert remover(checked, dovecot).round() == 1

    ((uid, now),) = contents(dovecot).items()
    assert uid == 2
    before, after = parse(MAIL), parse(now[b"BODY[]"])
    assert (after.subject, after.sender, after.message_id) == (before.subject, before.sender, before.message_id)
    assert before.text.strip() in after.text
    assert "picture of an identity document was deleted" in after.text
    assert set(now[b"FLAGS"]) - {rb"\Recent"} == {rb"\Seen", rb"\Flagged", b"ours"}
    assert now[b"INTERNALDATE"].astimezone(UTC) == RECEIVED.astimezone(UTC)
    assert checked.views.id_images.copies() == ()


def test_the_new_copy_is_known_and_not_filed_again(checked: SqlStore, dovecot: Dovecot) -> None:
    remover(checked, dovecot).round()
    assert poll(checked, dovecot) == [Outcome.DUPLICATE]
    assert len(checked.views.requests.open()) == 1
    assert remover(checked, dovecot).round() == 0


def test_a_copy_in_trash_is_expunged_and_one_in_an_archive_replaced(checked: SqlStore, dovecot: Dovecot) -> None:
    with dovecot.client() as help_desk:
        for folder in ("Trash", "Archive"):
            help_desk.create_folder(folder)
            help_desk.copy([1], folder)
    remover(checked, dovecot).round()
    assert contents(dovecot, "Trash") == {}
    (archived,) = contents(dovecot, "Archive").values()
    assert parse(archived[b"BODY[]"]).attachments == ()


def test_a_mail_that_was_moved_is_found(checked: SqlStore, dovecot: Dovecot) -> None:
    with dovecot.client() as help_desk:
        help_desk.create_folder("Papperskorgen")
        help_desk.move([1], "Papperskorgen")
    assert remover(checked, dovecot).round() == 1
    assert contents(dovecot, "Papperskorgen") == {}


def test_a_mail_without_a_message_id_is_found_by_its_size(store: SqlStore, dovecot: Dovecot) -> None:
    dovecot.append(mail(ACCESS, PICTURE, message_id=False))
    register_eva(store)
    poll(store, dovecot)
    check(store)
    with dovecot.client() as help_desk:
        help_desk.create_folder("Archive")
        help_desk.move([1], "Archive")
    assert remover(store, dovecot).round() == 1
    assert len(next(iter(contents(dovecot, "Archive").values()))[b"BODY[]"]) < 3000


def test_another_mail_with_the_same_message_id_is_left_alone(checked: SqlStore, dovecot: Dovecot) -> None:
    other = mail(ORDINARY, picture(9))
    dovecot.append(other)
    remover(checked, dovecot).round()
    assert other in [found[b"BODY[]"] for found in contents(dovecot).values()]


def test_two_images_of_one_mail_may_be_checked_one_after_the_other(store: SqlStore, dovecot: Dovecot) -> None:
    second = picture(2)
    dovecot.append(mail(ACCESS, PICTURE, second))
    register_eva(store)
    poll(store, dovecot)
    check(store)
    remover(store, dovecot).round()
    (now,) = contents(dovecot).values()
    assert [file.content for file in parse(now[b"BODY[]"]).attachments] == [second]

    poll(store, dovecot)
    check(store)
    remover(store, dovecot).round()
    (now,) = contents(dovecot).values()
    assert parse(now[b"BODY[]"]).attachments == ()
    assert poll(store, dovecot) == [Outcome.DUPLICATE]


def test_an_image_that_is_checked_while_the_mailbox_is_searched_is_not_forgotten(
    store: SqlStore, dovecot: Dovecot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dovecot.append(mail(ACCESS, PICTURE, picture(2)))
    register_eva(store)
    poll(store, dovecot)
    check(store)
    search = Account.copies

    def meanwhile(account: Account, *words: Any) -> Any:
        monkeypatch.undo()
        check(store, NOON + timedelta(seconds=1))
        return search(account, *words)

    monkeypatch.setattr(Account, "copies", meanwhile)
    assert remover(store, dovecot).round() == 0
    assert remover(store, dovecot, at=NOON + timedelta(seconds=1)).round() == 1
    (now,) = contents(dovecot).values()
    assert parse(now[b"BODY[]"]).attachments == ()


def test_a_mail_that_is_delivered_again_loses_its_image_too(checked: SqlStore, dovecot: Dovecot) -> None:
    remover(checked, dovecot).round()
    dovecot.append(MAIL)
    assert poll(checked, dovecot) == [Outcome.DUPLICATE, Outcome.DUPLICATE]
    assert remover(checked, dovecot).round() == 1
    assert all(len(found[b"BODY[]"]) < 3000 for found in contents(dovecot).values())


def test_in_observe_nothing_changes_and_a_person_is_asked_until_it_is_done(checked: SqlStore, dovecot: Dovecot) -> None:
    before = contents(dovecot)
    observer = remover(checked, dovecot, "observe")
    assert observer.round() == 0
    assert contents(dovecot) == before
    (task,) = checked.views.id_images.copies()
    assert (task.found, task.reminders) == (1, 0)
    assert observer.round() == 0  # not due again yet

    for day in (1, 2):
        remover(checked, dovecot, "observe", NOON + day * DAY).round()
        assert checked.views.id_images.copies()[0].reminders == day

    with dovecot.client() as help_desk:
        help_desk.create_folder("Trash")
        help_desk.move([1], "Trash")
    assert remover(checked, dovecot, "observe", NOON + 3 * DAY).round() == 0, "it only lies in another folder"
    with dovecot.client("Trash") as help_desk:
        help_desk.add_flags([1], [rb"\Deleted"])
        help_desk.expunge()
    assert remover(checked, dovecot, "observe", NOON + 4 * DAY).round() == 1
    assert checked.views.id_images.copies() == ()


def test_a_mailbox_that_is_away_is_asked_again_soon(checked: SqlStore, dovecot: Dovecot) -> None:
    dovecot.stop()
    assert remover(checked, dovecot).round() == 0
    dovecot.start()
    assert remover(checked, dovecot).round() == 0
    assert remover(checked, dovecot, at=NOON + timedelta(minutes=1)).round() == 1


def test_a_folder_that_may_not_be_opened_does_not_keep_the_others_from_being_cleared(
    checked: SqlStore, dovecot: Dovecot, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = Account.folders
    monkeypatch.setattr(Account, "folders", lambda account: [Folder("Somebody else's", False), *known(account)])
    assert remover(checked, dovecot).round() == 1
    assert len(next(iter(contents(dovecot).values()))[b"BODY[]"]) < 3000


@pytest.mark.parametrize("step", ["append", "expunge"])
@pytest.mark.parametrize("moment", ["before", "after"])
def test_a_crash_between_two_steps_is_made_good(
    checked: SqlStore, dovecot: Dovecot, monkeypatch: pytest.MonkeyPatch, step: str, moment: str
) -> None:
    done = getattr(Account, step)

    def crash(account: Account, *words: Any) -> None:
        if moment == "after":
            done(account, *words)
        raise KeyboardInterrupt

    with monkeypatch.context() as crashing:
        crashing.setattr(Account, step, crash)
        with pytest.raises(KeyboardInterrupt):
            remover(checked, dovecot).round()

    poll(checked, dovecot)
    assert remover(checked, dovecot).round() == 1
    ((uid, now),) = contents(dovecot).items()
    assert uid == 2
    assert len(now[b"BODY[]"]) < 3000
    assert set(poll(checked, dovecot)) <= {Outcome.DUPLICATE}
    with checked.engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM messages")).scalar() == 1


def test_a_server_that_cannot_expunge_one_mail_alone_is_left_to_a_person(
    checked: SqlStore, dovecot: Dovecot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Account, "may_replace", property(lambda account: False))
    before = contents(dovecot)
    assert remover(checked, dovecot).round() == 0
    assert contents(dovecot) == before
    assert checked.views.id_images.copies()[0].found == 1
