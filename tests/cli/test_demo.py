import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

OMBUD = str(Path(sys.executable).with_name("ombud"))
OWN_MAIL = b"From: Rut <rut@nykund.example>\r\nSubject: Hej fr=?utf-8?q?=C3=A5n?= Rut\r\n\r\nRing 070-174 06 71.\r\n"


def ombud(folder: Path, *words: str, environment: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("OMBUD_")}
    return subprocess.run([OMBUD, *words], cwd=folder, env={**clean, **(environment or {})}, capture_output=True, text=True, timeout=90)


def settings(folder: Path) -> dict[str, str]:
    lines = (folder / "var/demo/demo.env").read_text().splitlines()
    return dict(line.split("=", 1) for line in lines)


@pytest.fixture(scope="module")
def ended(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A demo that ran once, and what it printed."""
    folder = tmp_path_factory.mktemp("demo")
    done = ombud(folder, "demo", "--once")
    assert done.returncode == 0, done.stderr
    return folder, done.stdout


def test_at_least_25_mails_are_filed_on_customers(ended: tuple[Path, str]) -> None:
    found = re.search(r"(\d+) mails filed on customers", ended[1])
    assert found
    assert int(found[1]) >= 25


def test_every_outcome_is_seen(ended: tuple[Path, str]) -> None:
    for outcome in ("filed", "screened", "duplicate", "quarantined"):
        assert re.search(rf"[1-9]\d* {outcome}", ended[1])


def test_numbers_and_requests_are_found(ended: tuple[Path, str]) -> None:
    for words in ("phone numbers", "national numbers", "open requests"):
        assert re.search(rf"[1-9]\d* {words}", ended[1])
    for kind in ("access", "erasure", "portability", "rectification", "marketing optout", "dpa", "dpo question", "complaint"):
        assert f"  {kind} " in ended[1]
    assert "overdue" in ended[1]


def test_letters_are_owed_and_it_says_why_none_leaves(ended: tuple[Path, str]) -> None:
    assert re.search(r"[1-9]\d* letters owed; none leaves, for no SMTP server is set", ended[1])


def test_nobodys_name_or_number_is_printed(ended: tuple[Path, str]) -> None:
    assert not re.search(r"Ek|Warsame|070-174|\+4670|\d{6}-\d{4}|@", ended[1])


def test_the_database_it_leaves_answers(ended: tuple[Path, str]) -> None:
    folder, _ = ended
    answer = ombud(folder, "status", "--json", environment=settings(folder))
    assert answer.returncode == 0, answer.stderr
    status = json.loads(answer.stdout)
    assert status["mails"]["filed"] >= 25
    assert status["mails"]["unaccounted"] == 0
    assert status["requests"]["open"] >= 10


def test_its_key_and_settings_are_its_owners_alone(ended: tuple[Path, str]) -> None:
    home = ended[0] / "var/demo"
    assert {file.name: oct(file.stat().st_mode & 0o777) for file in home.iterdir() if file.suffix != ".md"}.items() >= {
        ("master.key", "0o600"), ("demo.env", "0o600"), ("ombud.db", "0o600"),
    }  # fmt: skip


def test_a_second_demo_begins_anew(ended: tuple[Path, str]) -> None:
    folder, before = ended
    again = ombud(folder, "demo", "--once")
    assert again.returncode == 0, again.stderr
    assert again.stdout.splitlines()[3:] == before.splitlines()[3:]


@pytest.fixture
def running(tmp_path: Path) -> Iterator[tuple[Path, subprocess.Popen[str], str]]:
    """A demo that goes on, with what it printed until it was ready."""
    process = subprocess.Popen([OMBUD, "demo"], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    printed = ""
    assert process.stdout
    for line in process.stdout:
        printed += line
        if "Ctrl-C" in line:
            break
    yield tmp_path, process, printed
    if process.poll() is None:
        process.kill()
    process.communicate()


def test_a_demo_that_goes_on_shows_new_mail_and_ends_cleanly(running: tuple[Path, subprocess.Popen[str], str]) -> None:
    folder, process, printed = running
    link = re.search(r"agent +(http://\S+)/signin/(\S+)", printed)
    assert link, printed
    with httpx.Client(base_url=link[1], follow_redirects=True) as browser:
        sign_in(browser, f"/signin/{link[2]}")
        assert "Hej från Rut" not in browser.get("/mails").text
        assert deliver(folder).stdout == "Delivered.\n"
        wait_for(lambda: "Hej från Rut" in browser.get("/mails").text)
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=20) == 0


def test_two_demos_do_not_share_a_folder(running: tuple[Path, subprocess.Popen[str], str]) -> None:
    second = ombud(running[0], "demo", "--once")
    assert second.returncode == 1
    assert second.stderr == "A demo runs here already: end it with Ctrl-C where it was started.\n"


def test_a_mail_cannot_be_delivered_to_no_demo(tmp_path: Path) -> None:
    refused = deliver(tmp_path)
    assert (refused.returncode, refused.stderr) == (1, "No demo runs here: start one with make demo.\n")


def deliver(folder: Path) -> subprocess.CompletedProcess[str]:
    (folder / "own.eml").write_bytes(OWN_MAIL)
    return ombud(folder, "demo", "--deliver", "own.eml")


def sign_in(browser: httpx.Client, path: str) -> None:
    wait_for(lambda: answers(browser))
    fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', browser.get(path).text))
    browser.post(path, data=fields, headers={"Origin": str(browser.base_url).rstrip("/")}).raise_for_status()


def answers(browser: httpx.Client) -> bool:
    try:
        return browser.get("/healthz").is_success
    except httpx.TransportError:
        return False


def wait_for(what: Callable[[], bool], seconds: float = 15) -> None:
    patience = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < patience
        time.sleep(0.1)
