"""Reads the register of processing."""

import tomllib
from pathlib import Path
from typing import Any

from config.errors import PolicyError
from gdpr.register import IN_WORDS, LANGUAGES, Category, Register

REGISTER_FILE = Path(__file__).with_name("register.toml")


def load_register(path: Path = REGISTER_FILE) -> Register:
    """The register; PolicyError names what cannot be read. A gap is no error here: it blocks the export of its category (GDPR Art. 30)."""
    try:
        content = tomllib.loads(path.read_text())
    except (OSError, ValueError) as error:
        raise PolicyError(f"The file {path} cannot be read: {type(error).__name__}.") from None
    categories = tuple(_category(path, number, given) for number, given in enumerate(content.get("category", ()), 1))
    keys = [category.key for category in categories]
    if twice := sorted({key for key in keys if keys.count(key) > 1}):
        raise PolicyError(f"In {path}, the category {twice[0]} stands twice: keep one.")
    return Register(categories)


def _category(path: Path, number: int, given: dict[str, Any]) -> Category:
    key = given.get("key")
    if not isinstance(key, str) or not key.isidentifier():
        raise PolicyError(f"In {path}, category {number} needs a key of letters and underscores: it names files of the export.")
    words = {field: _words(given.get(field)) for field in IN_WORDS}
    return Category(key=key, legal_basis=str(given.get("legal_basis", "")), provided=given.get("provided") is True, **words)


def _words(given: object) -> dict[str, str]:
    told = given if isinstance(given, dict) else {}
    return {tongue: str(told.get(tongue, "")) for tongue in LANGUAGES}
