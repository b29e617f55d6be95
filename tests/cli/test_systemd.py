import shutil
import subprocess
from pathlib import Path

import pytest
from dotenv import dotenv_values

from config.settings import load_settings
from tests.servers.ombud import PROJECT

FOLDER = PROJECT / "docs/systemd"


def test_the_example_environment_is_one_that_the_service_starts_with(tmp_path: Path) -> None:
    example = {name: value or "" for name, value in dotenv_values(FOLDER / "ombud.env").items()}
    settings = load_settings({**example, "OMBUD_MASTER_KEY": "A" * 43 + "="}, tmp_path / "no.env")
    assert [mailbox.folders for mailbox in settings.mailboxes] == [("INBOX",)]


def test_systemd_finds_no_fault_in_the_unit(tmp_path: Path) -> None:
    if not shutil.which("systemd-analyze"):
        pytest.skip("systemd-analyze is a tool of systemd, which this machine does without")
    unit = tmp_path / "ombud.service"
    unit.write_text((FOLDER / "ombud.service").read_text().replace("/opt/ombud/.venv/bin/ombud", "/bin/true"))
    done = subprocess.run(["systemd-analyze", "verify", str(unit)], capture_output=True, text=True)
    assert str(unit.name) not in done.stderr
