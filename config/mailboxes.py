"""Where the mailboxes are and how to be let in: from the environment for one, from a TOML file for several."""

import tomllib
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationInfo, field_validator, model_validator

from config.errors import SettingError

Port = Annotated[int, Field(ge=1, le=65535)]
Tls = Literal["ssl", "starttls", "none"]
Mode = Literal["observe", "own"]

DEFAULT_PORTS = {"ssl": 993, "starttls": 143, "none": 143}


def is_loopback(host: str) -> bool:
    """Whether a host is this machine itself, so that nobody can listen in on the way."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def refuse_open_lines(tls: str, info: ValidationInfo) -> str:
    """The TLS mode, unless it would send a password and mail in clear over a network (GDPR Art. 32)."""
    if tls == "none" and not is_loopback(info.data.get("host", "")):
        raise ValueError("none is refused except towards this machine; use ssl or starttls")
    return tls


def read_secret(value: SecretStr | None, file: Path | None) -> SecretStr | None:
    """A secret given as such, or the content of the file that holds it."""
    if file is None:
        return value
    try:
        return SecretStr(file.read_text().strip())
    except (OSError, UnicodeDecodeError):
        raise SettingError(f"The secret in {file} cannot be read: check that the file exists and that Ombud may read it.") from None


class MailboxSettings(BaseModel):
    """One account on an IMAP server and the folders to read there."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    host: str = Field(min_length=1, description="name of the IMAP server")
    user: str = Field(min_length=1, description="name of the account")
    password: SecretStr | None = Field(default=None, description="its password, or the access token where AUTH is xoauth2")
    password_file: Path | None = Field(default=None, description="file that holds it instead; read anew at each login")
    tls: Tls = Field(default="ssl", description="ssl, starttls, or none (only towards this machine)")
    port: Port | None = Field(default=None, description="port of the server; 993 for ssl, else 143")
    ca_file: Path | None = Field(default=None, description="certificates to trust instead of the system's")
    auth: Literal["password", "xoauth2"] = Field(default="password", description="password or xoauth2")
    folder: str = Field(default="INBOX", min_length=1, description="folder to read; several with commas between")
    name: str = Field(default="", description="what Ombud calls the mailbox, for ever; the account's name if empty")
    mode: Mode | None = Field(default=None, description="observe or own, where it differs from OMBUD_MAILBOX_MODE")

    _tls = field_validator("tls")(refuse_open_lines)

    @model_validator(mode="after")
    def _one_secret(self) -> Self:
        if (self.password is None) == (self.password_file is None):
            raise ValueError("give one of PASSWORD and PASSWORD_FILE")
        self.secret()
        return self

    @property
    def folders(self) -> tuple[str, ...]:
        """The folders to read, in order."""
        return tuple(name for part in self.folder.split(",") if (name := part.strip()))

    @property
    def server_port(self) -> int:
        """The port given, or the usual one."""
        return self.port or DEFAULT_PORTS[self.tls]

    def completed(self, mode: Mode) -> Self:
        """The same mailbox with its name and its mode, this one if it has none of its own, filled in."""
        return self.model_copy(update={"name": self.name or self.user, "mode": self.mode or mode})

    def secret(self) -> str:
        """The password or access token of this moment: a file may hold a newer one at each login."""
        secret = read_secret(self.password, self.password_file)
        return secret.get_secret_value() if secret else ""


def read_mailboxes(path: str | Path) -> list[object]:
    """The tables `[[mailbox]]` of a TOML file; their keys are those of MailboxSettings."""
    try:
        tables = tomllib.loads(Path(path).read_text())
    except (OSError, ValueError):
        raise ValueError(f"the file {path} cannot be read as TOML") from None
    mailboxes = tables.get("mailbox")
    if not isinstance(mailboxes, list) or set(tables) != {"mailbox"}:
        raise ValueError(f"the file {path} must hold one table [[mailbox]] for each mailbox and nothing else")
    return mailboxes
