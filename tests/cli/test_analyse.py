"""`ombud analyse`: files, folders, mboxes and standard input; every key in every line; nothing crashes."""

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from cli.main import run

KEYS = {"file", "outcome", "reason", "lang", "auto", "requests", "findings", "id_documents"}
KEYS |= {"name", "emails", "phones", "callback", "personnummer", "orgnr", "address"}
MAIL = (
    "From: Eva Ek <eva@kund.example>\nTo: support@ftech.se\nSubject: Mina uppgifter\nContent-Type: text/plain; charset=utf-8\n\n"
    "Hej! Jag vill veta vilka uppgifter ni har om mig. Ring mig på 070-174 06 05.\n\n"
    "Mvh\nEva Ek\n850709-9805\nStorgatan 1\n111 22 Stockholm\n"
).encode()


def lines(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, Any]]:
    run(["analyse", "--json", *arguments])
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.eml").write_bytes(MAIL)
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "c.eml").write_bytes(MAIL)
    (tmp_path / "note.json").write_text("{}")
    return tmp_path


def test_a_line_holds_every_answer(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (line,) = lines(capsys, str(folder / "a.eml"))
    assert set(line) == KEYS
    assert (line["outcome"], line["lang"], line["auto"], line["name"]) == ("filed", "sv", False, "Eva Ek")
    assert [found["kind"] for found in line["requests"]] == ["access"]
    assert (line["phones"], line["callback"], line["personnummer"]) == (["+46701740605"], "+46701740605", ["19850709-9805"])
    assert line["address"] == {"street": "Storgatan 1", "postal_code": "111 22", "city": "Stockholm"}


def test_a_folder_is_read_in_order_and_named_from_the_folder_on(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert [line["file"] for line in lines(capsys, str(folder))] == ["a.eml", str(Path("b", "c.eml"))]


def test_an_mbox_is_as_many_mails_as_it_holds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    box = tmp_path / "mails.mbox"
    box.write_bytes(b"".join(b"From eva@kund.example Tue Nov 10 09:12:00 2026\n" + MAIL + b"\n" for _ in range(2)))
    assert [line["file"] for line in lines(capsys, str(box))] == [f"{box}#1", f"{box}#2"]


def test_a_mail_may_come_on_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(MAIL)))
    assert [line["file"] for line in lines(capsys, "-")] == ["-"]


def test_full_adds_the_mail_itself(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (line,) = lines(capsys, "--full", str(folder / "a.eml"))
    assert line["message"]["from"] == {"name": "Eva Ek", "address": "eva@kund.example"}
    assert line["message"]["text"][line["requests"][0]["start"] :].startswith("Jag vill veta")


def test_a_mail_that_cannot_be_read_is_quarantined_and_the_rest_goes_on(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    nested = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(3000))
    (folder / "0.eml").write_bytes(nested)
    assert run(["analyse", "--json", str(folder)]) == 1
    first, *rest = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert set(first) == KEYS
    assert first["outcome"] == "quarantined"
    assert [line["outcome"] for line in rest] == ["filed", "filed"]


def test_a_path_that_does_not_exist_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["analyse", "nowhere.eml"]) == 2
    assert "nowhere.eml" in capsys.readouterr().err


def test_without_json_a_person_can_read_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["analyse", str(folder / "a.eml")]) == 0
    shown = capsys.readouterr().out
    assert "asks for access" in shown
    assert "call back on: +46701740605" in shown


def test_it_needs_no_settings(folder: Path) -> None:
    command: list[str | Path] = [Path(sys.executable).with_name("ombud"), "analyse", "--json", folder / "a.eml"]
    ended = subprocess.run(command, env={}, capture_output=True, check=True)
    assert json.loads(ended.stdout)["outcome"] == "filed"
