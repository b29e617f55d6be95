"""The command line finds the command, and ends as it promises."""

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
import typer

from cli.exits import PersonNeededError, WrongUseError
from cli.main import COMMANDS, application, run
from config.errors import PolicyError, SettingError
from config.settings import load_settings

OMBUD = Path(sys.executable).with_name("ombud")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_of_the_table_exists_and_can_tell_what_it_does(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert getattr(import_module(COMMANDS[name]), name.replace("-", "_"))
    assert run([name, "--help"]) == 0
    assert f"Usage: ombud {name}" in capsys.readouterr().out


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0
    listed = capsys.readouterr().out
    assert all(f"\n  {name} " in listed for name in COMMANDS)


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out.startswith("ombud 0.")


def test_an_unknown_command_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["nonsense"]) == 2
    assert "nonsense" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("error", "status"),
    [(SettingError("OMBUD_X."), 2), (PolicyError("terms."), 2), (WrongUseError("Say more."), 2), (PersonNeededError("Call somebody."), 1)],
)
def test_an_error_is_one_sentence_and_a_status(
    error: Exception, status: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails() -> None:
        raise error

    app = typer.Typer()
    app.command()(fails)
    monkeypatch.setattr("cli.main.application", lambda _: app)
    assert run([]) == status
    assert capsys.readouterr().err == f"{error}\n"


def test_a_small_command_does_not_load_the_large_ones() -> None:
    code = "import sys, cli.main; cli.main.run(['deadlines', '2026-03-05T10:00Z']); print({'sqlalchemy', 'fastapi'} & set(sys.modules))"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert ended.stdout.splitlines()[-1] == "set()"


def test_a_new_master_key_is_one_that_the_settings_take(tmp_path: Path) -> None:
    ended = subprocess.run([OMBUD, "key"], capture_output=True, text=True, timeout=60, check=True)
    (tmp_path / ".env").write_text(ended.stdout)
    assert len(load_settings({}, tmp_path / ".env").master_key_bytes()) == 32


def test_only_named_commands_are_loaded() -> None:
    assert [command.name for command in application(["key"]).registered_commands] == ["key"]
