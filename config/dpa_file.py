"""Reads which data processing agreement is offered."""

import tomllib
from pathlib import Path

from config.errors import PolicyError
from gdpr.dpa import CLAUSES, DpaTemplate

DPA_FILE = Path(__file__).with_name("dpa.toml")


def load_dpa(path: Path = DPA_FILE) -> DpaTemplate:
    """The agreement that is offered; PolicyError names what is wrong (GDPR Art. 28(3); Policy §6)."""
    try:
        content = tomllib.loads(path.read_text())
    except (OSError, ValueError) as error:
        raise PolicyError(f"The file {path} cannot be read: {type(error).__name__}.") from None
    version, clauses = content.get("version"), content.get("clauses")
    if not isinstance(version, str) or not version.strip():
        raise PolicyError(f"In {path}, version is missing: name the text that is offered.")
    if not isinstance(clauses, dict) or not all(letter in CLAUSES and isinstance(place, str) for letter, place in clauses.items()):
        raise PolicyError(f"In {path}, clauses must name where {', '.join(CLAUSES)} of Art. 28(3) stand, and nothing else.")
    return DpaTemplate(version, clauses)
