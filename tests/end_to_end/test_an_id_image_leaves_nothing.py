"""Once an ID image is checked no file holds a piece of it: not the database, its log, its keys, the mailbox, nor a backup."""

import sqlite3
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from gdpr.id_casework import Assurance, accept
from gdpr.id_image_records import OpeningPurpose
from gdpr.message import RawMail
from ingest.mailbox import Mailbox
from ingest.parse import parse
from storage.id_image_deletion import finish_deletions
from storage.store import SqlStore
from tests.end_to_end.dying import DIED, STEPS
from tests.end_to_end.searching import found_in
from tests.id_images import ACCESS, EVA, file, hold, mail, picture, register_eva
from tests.ingest.reading import account_on
from tests.servers.dovecot import USER, Dovecot
from tests.servers.ombud import PROJECT, Ombud
from tests.waiting import until

PASSPORT_MAIL = (PROJECT / "cli/demo_mails/02-access-with-passport.eml").read_bytes()
PASSPORT = parse(PASSPORT_MAIL).attachments[0].content
PICTURE = picture()
A_MINUTE = 60


def own(tmp_path: Path, dovecot: Dovecot) -> Ombud:
    """Ombud in a mailbox of its own, with a folder for temporary files that can be searched."""
    (tmp_path / "temporary").mkdir()
    return Ombud(tmp_path, dovecot, changes={"OMBUD_MAILBOX_MODE": "own", "TMPDIR": str(tmp_path / "temporary")})


def everywhere(tmp_path: Path, dovecot: Dovecot) -> list[Path]:
    return [tmp_path, dovecot.home]


def back_up(tmp_path: Path) -> None:
    """A copy of the data and one of the keys, as the operator's guide says."""
    for name in ("ombud.db", "ombud.db.keys"):
        with sqlite3.connect(tmp_path / name) as connection:
            connection.execute("VACUUM INTO ?", (str(tmp_path / f"{name}.backup"),))
        connection.close()


def put_into_trash_too(dovecot: Dovecot) -> None:
    with dovecot.client() as help_desk:
        help_desk.create_folder("Trash")
        help_desk.copy([1], "Trash")
        help_desk.search(["BODY", "GDPR"])  # fills the server's caches


def no_copy_left(store: SqlStore) -> bool:
    counts = store.views.id_images.counts(datetime.now(UTC))
    return counts.held == 0 and counts.copies == 0


@pytest.mark.timeout(200)
def test_within_a_minute_of_the_check_nothing_is_left_of_a_passport(dovecot: Dovecot, tmp_path: Path) -> None:
    dovecot.append(PASSPORT_MAIL, flags=[rb"\Seen"])
    put_into_trash_too(dovecot)
    assert {path.parent.name for path in found_in(everywhere(tmp_path, dovecot), PASSPORT)} >= {"cur"}, "the search finds what is there"
    ombud = own(tmp_path, dovecot)
    with ombud.store() as store, ombud.running("run", "--only", "ingest,work,jobs"):
        until(lambda: [image.verdict for image in store.views.id_images.held()] == ["id_document"], 90)
        (image,) = store.views.id_images.held()
        assert image.document == "passport"
        assert found_in([tmp_path], PASSPORT) == [], "held, it is encrypted"
        began = time.monotonic()
        with store.transaction() as tx:
            tx.openings.open(image.id, "user/1", OpeningPurpose.CHECK, datetime.now(UTC))
            accept(tx, image.id, "user/1", datetime.now(UTC), [Assurance.READ_BY_EYE])
        finish_deletions(store, datetime.now(UTC))
        until(lambda: no_copy_left(store), A_MINUTE)
        assert time.monotonic() - began < A_MINUTE
        back_up(tmp_path)
        assert found_in(everywhere(tmp_path, dovecot), PASSPORT) == []
        until(lambda: store.views.status().unaccounted == 0)
    assert len(dovecot.state_of_mails()) == 1
    assert dovecot.state_of_mails("Trash") == {}
    assert "error" not in ombud.log()


@pytest.mark.parametrize("step", STEPS)
def test_killed_before_any_step_it_is_gone_after_the_restart(dovecot: Dovecot, tmp_path: Path, step: str) -> None:
    dovecot.append(mail(ACCESS, PICTURE))
    put_into_trash_too(dovecot)
    ombud = own(tmp_path, dovecot)
    with ombud.store() as store:
        hold_what_is_in(dovecot, store)

    child = [sys.executable, "-m", "tests.end_to_end.dying", step]
    died = subprocess.run(child, env=ombud.environment(), cwd=PROJECT, capture_output=True, text=True, timeout=60)
    assert died.returncode == DIED, died.stderr
    ombud.poll()
    with ombud.store() as store:
        if store.views.id_images.held():  # it died before the decision was committed: nothing is lost, the person decides again
            assert step == "decide"
            return
        assert no_copy_left(store)
    back_up(tmp_path)
    assert found_in(everywhere(tmp_path, dovecot), PICTURE) == []
    assert len(dovecot.state_of_mails()) == 1
    assert dovecot.state_of_mails("Trash") == {}


def hold_what_is_in(dovecot: Dovecot, store: SqlStore) -> None:
    """File the only mail of the mailbox, and have its picture read as Eva's passport."""
    register_eva(store)
    with Mailbox(account_on(dovecot, name=USER)) as mailbox:
        (raw,) = [raw for batch in mailbox.batches([1]) for raw in mailbox.read(batch)]
    file(store, RawMail(raw.id, raw.content, raw.received_at), raw.received_at)
    hold(store)
    assert store.views.id_images.held()[0].sender_address == EVA
