"""The settings of the service: environment and `.env` into one validated object."""

import os
import re
from base64 import b64decode
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal, Self

from dotenv import dotenv_values
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, EnvSettingsSource, NoDecode, PydanticBaseSettingsSource, SettingsConfigDict

from config.desks import DeskSettings, read_desks
from config.errors import SettingError
from config.mailboxes import MailboxSettings, Mode, Port, Tls, read_mailboxes, read_secret, refuse_open_lines
from config.setting_names import PREFIX, refuse_unknown_names, sentence

MASTER_KEY_BYTES = 32
ADDRESS_AND_PORT = r"^(\[[0-9a-fA-F:]+\]|[^:\s]+):\d{1,5}$"
DATABASE_ADDRESS = r"(sqlite:///|postgresql(\+psycopg)?://)\S+$"
WEB_ADDRESS = r"^(https?://[^\s/?#]+/?)?$"


class SmtpSettings(BaseModel):
    """The server that takes our letters."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    host: str = Field(min_length=1, description="name of the server that takes our letters; without it none is sent")
    tls: Tls = Field(default="starttls", description="ssl, starttls, or none (only towards this machine)")
    port: Port | None = Field(default=None, description="its port; 465 for ssl, else 587")
    user: str = Field(default="", description="name of the account there, if it wants one")
    password: SecretStr | None = Field(default=None, description="its password")
    password_file: Path | None = Field(default=None, description="file that holds it instead")
    ca_file: Path | None = Field(default=None, description="certificates to trust instead of the system's")

    _tls = field_validator("tls")(refuse_open_lines)

    @property
    def server_port(self) -> int:
        """The port given, or the usual one."""
        return self.port or (465 if self.tls == "ssl" else 587)

    def secret(self) -> str:
        """The password of this moment, "" if there is none."""
        secret = read_secret(self.password, self.password_file)
        return secret.get_secret_value() if secret else ""


class WebSettings(BaseModel):
    """Where the web pages are served, and the address that people use."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    bind: str = Field(default="127.0.0.1:8025", pattern=ADDRESS_AND_PORT, description="address and port to listen on")
    url: str = Field(default="", pattern=WEB_ADDRESS, description="address that people use; http://BIND if empty")

    @property
    def host(self) -> str:
        """The address to listen on."""
        return self.bind.rpartition(":")[0].strip("[]")

    @property
    def port(self) -> int:
        """The port to listen on; 0 takes a free one."""
        return int(self.bind.rpartition(":")[2])


class OidcSettings(BaseModel):
    """The identity provider that signs agents in; without it there are local users."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    issuer: str = Field(pattern=r"^https://\S+$", description="address of the identity provider")
    client_id: str = Field(min_length=1, description="what it calls us")
    client_secret: SecretStr = Field(description="the secret we share with it")


class Settings(BaseSettings):
    """All settings of the service; the names are `OMBUD_` and the name of the field in capitals."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_nested_delimiter="_", env_nested_max_split=1, extra="forbid", frozen=True, validate_default=False
    )

    database_url: str = Field(default="sqlite:///var/ombud.db", min_length=1, repr=False, description="SQLAlchemy address of the database")
    master_key: SecretStr | None = Field(default=None, description="key that seals all others, made by `ombud key`")
    master_key_file: Path | None = Field(default=None, description="file that holds it instead")
    imap: MailboxSettings | None = None
    listed_mailboxes: Annotated[tuple[MailboxSettings, ...], NoDecode, BeforeValidator(read_mailboxes)] = Field(
        default=(), validation_alias="OMBUD_MAILBOXES", description="TOML file with several mailboxes, instead of OMBUD_IMAP_…"
    )
    mailbox_mode: Mode = Field(default="observe", description="observe (change nothing in the mailbox) or own")
    authserv_id: str = Field(default="", description="name of our mail server in Authentication-Results; empty believes nobody")
    poll_seconds: int = Field(default=60, ge=1, le=86400, description="seconds between two looks at a mailbox that cannot tell of new mail")
    parse_workers: int = Field(default=0, ge=0, le=64, description="processes that parse beside the poller; 0: none")
    smtp: SmtpSettings | None = None
    mail_from: str = Field(default="", description="address from which our letters are sent")
    web: WebSettings = WebSettings()
    oidc: OidcSettings | None = None
    desks: Annotated[tuple[DeskSettings, ...], NoDecode, BeforeValidator(read_desks)] = Field(
        default=(), validation_alias="OMBUD_DESKS", description="TOML file with the help desks that show the agent panel"
    )
    suppressions_token_file: Path | None = Field(
        default=None, description="file with the token that opens the list of who wants no marketing"
    )
    policy: Path | None = Field(default=None, description="the policy file, if not the one that comes with Ombud")
    letters: Path | None = Field(default=None, description="folder with the letters, if not those that come with Ombud")
    log: Literal["json", "text"] = Field(default="json", description="json or text")

    @classmethod
    def settings_customise_sources(
        cls, settings_cls: type[BaseSettings], init_settings: PydanticBaseSettingsSource, *_: object, **__: object
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Only what is given: the environment is an argument of load_settings, not something in the air."""
        return (init_settings,)

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, address: str) -> str:
        if not re.match(DATABASE_ADDRESS, address):
            raise ValueError("must be sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME")
        return address

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.imap and self.listed_mailboxes:
            raise ValueError("Give OMBUD_IMAP_… for one mailbox or OMBUD_MAILBOXES for several, not both")
        names = [mailbox.name for mailbox in self.mailboxes]
        if len(set(names)) < len(names):
            raise ValueError("OMBUD_MAILBOXES: two mailboxes have the same name; give each a name of its own")
        self.master_key_bytes()
        return self

    @property
    def mailboxes(self) -> tuple[MailboxSettings, ...]:
        """Every mailbox to read, with its name and mode."""
        listed = (self.imap,) if self.imap else self.listed_mailboxes
        return tuple(mailbox.completed(self.mailbox_mode) for mailbox in listed)

    @property
    def web_url(self) -> str:
        """The address that people use, without a slash at its end."""
        return (self.web.url or f"http://{self.web.bind}").rstrip("/")

    def suppressions_token(self) -> str:
        """The token of the mailing tool at this moment, "" where none may read the list."""
        token = read_secret(None, self.suppressions_token_file)
        return token.get_secret_value().strip() if token else ""

    def master_key_bytes(self) -> bytes:
        """The key that seals all others."""
        key = read_secret(self.master_key, self.master_key_file)
        if key is None:
            raise ValueError("OMBUD_MASTER_KEY is missing: make one with `ombud key`, and keep it apart from the database")
        try:
            content = b64decode(key.get_secret_value(), altchars=b"-_", validate=True)
        except ValueError:
            content = b""
        if len(content) != MASTER_KEY_BYTES:
            raise ValueError("OMBUD_MASTER_KEY must be 32 bytes in base64: make one with `ombud key`")
        return content


def load_settings(environ: Mapping[str, str] | None = None, env_file: Path = Path(".env")) -> Settings:
    """The settings of the environment over those of the file; SettingError names the first that is wrong."""
    given = os.environ if environ is None else environ
    values = {name: value for name, value in {**dotenv_values(env_file), **given}.items() if name.startswith(PREFIX) and value}
    refuse_unknown_names(values, Settings)
    source = EnvSettingsSource(Settings, case_sensitive=False)
    source.env_vars = {name.lower(): value for name, value in values.items()}
    try:
        return Settings.model_validate(source())
    except ValidationError as error:
        raise SettingError(sentence(error.errors())) from None
