"""The help desks that may show the agent panel: a TOML file with one table each."""

import tomllib
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from config.mailboxes import read_secret

SHORTEST_SECRET = 32


class DeskSettings(BaseModel):
    """One help desk: where it stands, and the secret by which its launches are known."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = Field(pattern=r"^[a-z0-9-]{1,40}$", description="what stands in the panel's address, /panel/NAME")
    kind: Literal["request-tracker", "generic"] = Field(default="generic", description="request-tracker or generic")
    url: str = Field(pattern=r"^https?://[^\s/?#;,']+$", description="the desk as agents' browsers know it; it alone may frame the panel")
    secret_file: Path = Field(description="file with the secret that signs launches, 32 characters or more; read anew each time")
    token_file: Path | None = Field(default=None, description="file with the token by which Ombud writes to the desk")

    def secret(self) -> bytes:
        """The secret of this moment; one that could be guessed opens nothing."""
        kept = read_secret(None, self.secret_file)
        text = kept.get_secret_value() if kept else ""
        return text.encode() if len(text) >= SHORTEST_SECRET else b""

    def token(self) -> str:
        """The token of this moment, "" where Ombud writes nothing to the desk."""
        kept = read_secret(None, self.token_file)
        return kept.get_secret_value() if kept else ""


def read_desks(path: str | Path) -> list[object]:
    """The tables `[[desk]]` of a TOML file; their keys are those of DeskSettings."""
    try:
        tables = tomllib.loads(Path(path).read_text())
    except (OSError, ValueError):
        raise ValueError(f"the file {path} cannot be read as TOML") from None
    desks = tables.get("desk")
    if not isinstance(desks, list) or set(tables) != {"desk"}:
        raise ValueError(f"the file {path} must hold one table [[desk]] for each help desk and nothing else")
    return desks
