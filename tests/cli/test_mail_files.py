"""Which mails `ombud analyse` sees under a path."""

from pathlib import Path

import pytest

from cli.exits import WrongUseError
from cli.mail_files import mails_in

MAIL = b"From: eva@kund.example\n\nHej!\n"
ENVELOPED = b"From eva@kund.example Mon Jan  5 10:00:00 2026\n" + MAIL


def test_a_folder_gives_its_mails_by_name_and_leaves_other_files(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    for name in ("b.eml", "a.msg", "deep/c", "labels.jsonl"):
        (tmp_path / name).write_bytes(MAIL)

    assert [name for name, _ in mails_in(str(tmp_path))] == ["a.msg", "b.eml", "deep/c"]


def test_an_mbox_gives_each_of_its_mails(tmp_path: Path) -> None:
    (tmp_path / "box.mbox").write_bytes(ENVELOPED + b"\n" + ENVELOPED)

    assert [name for name, _ in mails_in(str(tmp_path / "box.mbox"))] == [f"{tmp_path}/box.mbox#1", f"{tmp_path}/box.mbox#2"]


def test_a_mail_file_with_an_envelope_line_is_one_mail_whatever_its_lines_begin_with(tmp_path: Path) -> None:
    written = ENVELOPED + b"\nFrom here on it gets worse.\n"
    (tmp_path / "one.eml").write_bytes(written)

    assert list(mails_in(str(tmp_path / "one.eml"))) == [(f"{tmp_path}/one.eml", written)]


def test_a_path_that_is_not_there_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(WrongUseError, match="no file or folder"):
        list(mails_in(str(tmp_path / "nothing")))
