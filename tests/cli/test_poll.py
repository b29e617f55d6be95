import json
import os
import subprocess
from pathlib import Path

from tests.end_to_end.mails import support_mails
from tests.ingest.reading import mail
from tests.servers.dovecot import Dovecot
from tests.servers.ombud import COMMAND, Ombud


def test_the_mailbox_is_drained_and_counted_in_one_line_of_json(dovecot: Dovecot, tmp_path: Path) -> None:
    dovecot.deliver(list(support_mails(50)))
    ombud = Ombud(tmp_path, dovecot)
    done = ombud.run("poll", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    assert [json.loads(line) for line in done.stdout.splitlines()] == [
        {"fetched": 50, "filed": 46, "screened": 3, "duplicate": 1, "quarantined": 0}
    ]
    assert ombud.poll() == {"fetched": 0, "filed": 0, "screened": 0, "duplicate": 0, "quarantined": 0}


def test_people_are_told_in_a_sentence(dovecot: Dovecot, tmp_path: Path) -> None:
    dovecot.append(mail())
    assert Ombud(tmp_path, dovecot).run("poll").stdout == "1 mails fetched: 1 filed, 0 screened, 0 duplicate, 0 quarantined.\n"


def test_a_refused_login_ends_with_one_and_a_sentence_that_says_what_to_do(dovecot: Dovecot, tmp_path: Path) -> None:
    done = Ombud(tmp_path, dovecot, changes={"OMBUD_IMAP_PASSWORD": "fel"}).run("poll", "--json")
    assert done.returncode == 1
    assert done.stderr == "Mailbox support: 127.0.0.1 refused the login; check user and password (or token).\n"
    assert json.loads(done.stdout)["fetched"] == 0


def test_one_folder_that_is_missing_does_not_hinder_the_others(dovecot: Dovecot, tmp_path: Path) -> None:
    dovecot.append(mail())
    done = Ombud(tmp_path, dovecot, changes={"OMBUD_IMAP_FOLDER": "Saknas,INBOX"}).run("poll", "--json")
    assert done.returncode == 1
    assert "there is no folder Saknas" in done.stderr
    assert json.loads(done.stdout)["filed"] == 1


def test_several_mailboxes_are_read_from_their_file(dovecot: Dovecot, tmp_path: Path) -> None:
    dovecot.add_user("faktura", "hemligt")
    dovecot.append(mail())
    box = '[[mailbox]]\nname = "{0}"\nhost = "127.0.0.1"\nport = {1}\ntls = "none"\nuser = "{0}"\npassword = "hemligt"\n'
    (tmp_path / "mailboxes.toml").write_text("".join(box.format(name, dovecot.port) for name in ("support", "faktura")))
    single = ("HOST", "PORT", "USER", "PASSWORD", "TLS")
    changes = {f"OMBUD_IMAP_{name}": "" for name in single} | {"OMBUD_MAILBOXES": "mailboxes.toml"}
    ombud = Ombud(tmp_path, dovecot, changes=changes)
    assert ombud.poll()["filed"] == 1
    with ombud.store() as store, store.transaction() as tx:
        assert tx.ledger.cursor("support", "INBOX") is not None
        assert store.views.status().unaccounted == 0


def test_without_a_mailbox_it_says_which_settings_are_missing(dovecot: Dovecot, tmp_path: Path) -> None:
    nothing = {f"OMBUD_IMAP_{name}": "" for name in ("HOST", "PORT", "USER", "PASSWORD", "TLS")}
    done = Ombud(tmp_path, dovecot, changes=nothing).run("poll")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("No mailbox is set: give OMBUD_IMAP_HOST")


def test_a_mailbox_that_another_process_is_reading_is_left_to_it(dovecot: Dovecot, tmp_path: Path) -> None:
    dovecot.append(mail())
    ombud = Ombud(tmp_path, dovecot)
    with ombud.store() as store, ombud.holding(store, "poll support/INBOX"):
        done = ombud.run("poll")
    assert done.returncode == 1
    assert "Another process holds the lease poll support/INBOX" in done.stderr


def test_somebody_who_watches_a_long_drain_sees_how_far_it_is(dovecot: Dovecot, tmp_path: Path) -> None:
    dovecot.deliver([mail(number) for number in range(25)])
    ours, theirs = os.openpty()
    process = subprocess.run([*COMMAND, "poll"], env=Ombud(tmp_path, dovecot).environment(), cwd=tmp_path, stderr=theirs, timeout=110)
    os.close(theirs)
    shown = os.read(ours, 10_000).decode()
    os.close(ours)
    assert process.returncode == 0
    assert shown == "\r20 of 25 mails\r25 of 25 mails\r\n"
