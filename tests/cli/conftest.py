"""What tests of the command line may ask for."""

import base64
from pathlib import Path

import pytest

from tests.cli.operator import Operator
from tests.storage.cast import MASTER_KEY


@pytest.fixture
def operator(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Operator:
    """An operator with an empty database."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("OMBUD_DATABASE_URL", f"sqlite:///{tmp_path}/ombud.db")
    monkeypatch.setenv("OMBUD_MASTER_KEY", base64.b64encode(MASTER_KEY).decode())
    return Operator(tmp_path, capsys)
