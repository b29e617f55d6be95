"""Reads which other systems an export asks."""

import tomllib
from pathlib import Path
from typing import Any

from config.errors import SettingError
from detectors.finding import Kind
from gdpr.connectors import LOOKED_FOR, TYPES, Connector

_TEXTS = ("system", "category", "type", "where")


def load_connectors(path: Path) -> tuple[Connector, ...]:
    """The systems in the order of the file; SettingError names what is wrong (GDPR Art. 15(3))."""
    try:
        content = tomllib.loads(path.read_text())
    except (OSError, ValueError) as error:
        raise SettingError(f"The file {path} cannot be read: {type(error).__name__}.") from None
    found = tuple(_connector(f"In {path}, connector {number}", given) for number, given in enumerate(content.get("connector", ()), 1))
    names = [(one.category, one.system) for one in found]
    if len(set(names)) < len(names):
        raise SettingError(f"In {path}, one system has the same category twice: give each connector a system or a category of its own.")
    return found


def _connector(where: str, given: dict[str, Any]) -> Connector:
    texts = {name: str(given.get(name, "")) for name in _TEXTS}
    if lacking := [name for name, value in texts.items() if not value]:
        raise SettingError(f"{where} lacks {lacking[0]}.")
    if not (texts["system"].isidentifier() and texts["category"].isidentifier()):
        raise SettingError(f"{where} needs a system and a category of letters and underscores: they name files of the export.")
    if texts["type"] not in TYPES:
        raise SettingError(f"{where} has the type {texts['type']}: use {', '.join(TYPES)}.")
    if (texts["type"] == "sql") != bool(given.get("query")):
        raise SettingError(f"{where}: a query belongs to the type sql, and to no other.")
    return Connector(**texts, match=_match(where, given.get("match")), query=str(given.get("query", "")))


def _match(where: str, given: object) -> dict[str, Kind]:
    if not isinstance(given, dict) or not given or not all(kind in LOOKED_FOR for kind in given.values()):
        raise SettingError(f"{where} needs a match of columns or parameters to {', '.join(LOOKED_FOR)}.")
    return {column: Kind(kind) for column, kind in given.items()}
