"""`ombud rotate-key`: the new master key opens everything, the old one nothing."""

import pytest

from tests.cli.operator import Operator


def test_the_master_key_is_replaced(operator: Operator, monkeypatch: pytest.MonkeyPatch) -> None:
    operator.types("user", "add", "Alva", "--role", "agent", "--link")
    line = operator.types("key").output
    said = operator.types("rotate-key", operator.writes("new.key", line))

    assert said.status == 0
    assert said.output.startswith("1 keys are wrapped by the new master key.")
    old = operator.types("audit", "verify")
    assert old.status != 0
    assert "OMBUD_MASTER_KEY does not open the stored keys" in old.errors
    monkeypatch.setenv("OMBUD_MASTER_KEY", line.strip().partition("=")[2])
    assert operator.types("audit", "verify").output.startswith("2 entries, unbroken.")


@pytest.mark.parametrize("content", ["", "kort", "OMBUD_MASTER_KEY=å"])
def test_a_file_that_holds_no_key_is_wrong_use(operator: Operator, content: str) -> None:
    said = operator.types("rotate-key", operator.writes("new.key", content))

    assert said.status == 2
    assert "must hold 32 bytes in base64" in said.errors


def test_a_missing_file_is_wrong_use(operator: Operator) -> None:
    assert operator.types("rotate-key", "saknas.key").errors == "saknas.key cannot be read: No such file or directory.\n"
