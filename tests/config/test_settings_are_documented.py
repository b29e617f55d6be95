"""Every setting stands in the example file and in the table of docs/settings.md, and nothing else does."""

import re
from pathlib import Path
from typing import Any

from pydantic_core import PydanticUndefined

from config.setting_names import setting_names
from config.settings import Settings

ROOT = Path(__file__).parents[2]
NAMES = [name for name, _ in setting_names(Settings)]


def test_the_example_file_lists_exactly_the_settings_there_are() -> None:
    listed = re.findall(r"^#(OMBUD_\w+)=", (ROOT / "config/.env.example").read_text(), re.MULTILINE)
    assert sorted(listed) == sorted(NAMES)


def test_the_example_file_changes_nothing_until_a_line_is_taken_in() -> None:
    assert all(not line or line.startswith("#") for line in (ROOT / "config/.env.example").read_text().splitlines())


def test_the_table_tells_of_each_setting_its_default_and_meaning() -> None:
    table = [line for line in (ROOT / "docs/settings.md").read_text().splitlines() if line.startswith("| `OMBUD_")]
    assert table == [f"| `{name}` | {shown(field.default)} | {field.description} |" for name, field in setting_names(Settings)]


def shown(default: Any) -> str:
    return "–" if default is PydanticUndefined or default in (None, "", ()) else f"`{default}`"
