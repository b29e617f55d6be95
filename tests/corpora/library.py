"""The collections of real mails that stand beside the project, and what their authors say that they hold."""

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(os.environ.get("OMBUD_CORPORA", Path(__file__).parents[2].parent / "shared"))
MAIL = ROOT / "corpora" / "mail"
_NO_MAILS = {".json", ".jsonl", ".xml", ".out", ".bin", ".html"}


def demand(folder: Path) -> Path:
    """The folder; a test that needs it skips where it is absent."""
    if not folder.is_dir():
        pytest.skip(f"There is no {folder.name} beside the project; set OMBUD_CORPORA to the folder that holds corpora/.")
    return folder


def expectations(folder: Path) -> Iterator[dict[str, Any]]:
    """What the authors of a collection say of each mail."""
    for line in (demand(folder) / "expectations.jsonl").read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def mails() -> Iterator[Path]:
    """Every file of the collections that may be a mail, whatever its name ends in."""
    for path in sorted(demand(MAIL).rglob("*")):
        if path.is_file() and path.suffix not in _NO_MAILS:
            yield path


def words(text: str | None) -> str:
    """A text with its blanks and line ends folded: how lines are broken is no difference."""
    return re.sub(r"\s+", " ", text or "").strip()
