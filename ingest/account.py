"""Where a mailbox is and how to be let in."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal


@dataclass(frozen=True, slots=True)
class Account:
    """One account on an IMAP server.

    `name` is what the ledger calls it and must never change; `secret` is the password, or the bearer token where
    `auth` is "xoauth2". `own` opens folders for writing; without it nothing in them can change.
    """

    name: str
    host: str
    port: int
    user: str
    secret: str = field(repr=False)
    tls: Literal["ssl", "starttls", "none"] = "ssl"
    auth: Literal["password", "xoauth2"] = "password"
    ca_file: Path | None = None
    own: bool = False
