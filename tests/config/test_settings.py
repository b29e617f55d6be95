"""Settings are read from the environment and `.env`; the first that is wrong is named in one sentence."""

from base64 import b64encode
from pathlib import Path

import pytest

from config.errors import SettingError
from config.settings import Settings, load_settings

KEY = {"OMBUD_MASTER_KEY": b64encode(bytes(range(32))).decode()}
MAILBOX = {"OMBUD_IMAP_HOST": "imap.example.se", "OMBUD_IMAP_USER": "support@example.se", "OMBUD_IMAP_PASSWORD": "hemligt"}
NO_FILE = Path("no such file")


def load(**more: str) -> Settings:
    return load_settings(KEY | more, NO_FILE)


def complaint(environ: dict[str, str]) -> str:
    with pytest.raises(SettingError) as stop:
        load_settings(environ, NO_FILE)
    assert "\n" not in str(stop.value)
    return str(stop.value)


def test_a_master_key_is_enough_to_start_on_sqlite_and_loopback() -> None:
    settings = load()
    assert settings.database_url == "sqlite:///var/ombud.db"
    assert (settings.web.host, settings.web.port, settings.web_url) == ("127.0.0.1", 8025, "http://127.0.0.1:8025")
    assert (settings.mailboxes, settings.mailbox_mode, settings.parse_workers) == ((), "observe", 0)
    assert settings.master_key_bytes() == bytes(range(32))


def test_one_mailbox_comes_from_the_environment() -> None:
    (mailbox,) = load(**MAILBOX, OMBUD_MAILBOX_MODE="own", OMBUD_IMAP_FOLDER="INBOX, Support/2026").mailboxes
    assert (mailbox.name, mailbox.mode, mailbox.tls, mailbox.server_port) == ("support@example.se", "own", "ssl", 993)
    assert mailbox.folders == ("INBOX", "Support/2026")
    assert mailbox.secret() == "hemligt"


def test_several_mailboxes_come_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "mailboxes.toml"
    file.write_text(
        '[[mailbox]]\nname = "support"\nhost = "imap.example.se"\nuser = "a"\npassword = "x"\n'
        '[[mailbox]]\nname = "info"\nhost = "127.0.0.1"\ntls = "none"\nuser = "b"\npassword = "y"\nmode = "own"\n'
    )
    first, second = load(OMBUD_MAILBOXES=str(file)).mailboxes
    assert (first.name, first.mode, first.server_port) == ("support", "observe", 993)
    assert (second.name, second.mode, second.server_port) == ("info", "own", 143)


def test_a_fault_in_the_mailbox_file_names_the_mailbox_and_the_key(tmp_path: Path) -> None:
    file = tmp_path / "mailboxes.toml"
    file.write_text('[[mailbox]]\nhost = "imap.example.se"\nuser = "a"\npassword = "x"\nport = "many"\n')
    assert complaint(KEY | {"OMBUD_MAILBOXES": str(file)}).startswith("OMBUD_MAILBOXES, mailbox 1, port: input should be a valid integer")


def test_the_environment_goes_before_the_file(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text(f"OMBUD_MASTER_KEY={KEY['OMBUD_MASTER_KEY']}\nOMBUD_LOG=text\nOMBUD_POLL_SECONDS=5\nOTHER=1\n")
    settings = load_settings({"OMBUD_LOG": "json"}, file)
    assert (settings.log, settings.poll_seconds) == ("json", 5)


def test_a_secret_in_a_file_is_read_anew_each_time(tmp_path: Path) -> None:
    token = tmp_path / "token"
    token.write_text("first\n")
    given = {name: value for name, value in MAILBOX.items() if name != "OMBUD_IMAP_PASSWORD"}
    (mailbox,) = load(**given, OMBUD_IMAP_PASSWORD_FILE=str(token), OMBUD_IMAP_AUTH="xoauth2").mailboxes
    assert mailbox.secret() == "first"
    token.write_text("second\n")
    assert mailbox.secret() == "second"


def test_no_secret_shows_when_the_settings_are_printed() -> None:
    settings = load(**MAILBOX, OMBUD_DATABASE_URL="postgresql://ombud:hemligt@localhost/ombud")
    assert "hemligt" not in repr(settings)
    assert KEY["OMBUD_MASTER_KEY"] not in repr(settings)


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost"])
def test_a_line_in_clear_is_allowed_within_this_machine(host: str) -> None:
    assert load(**MAILBOX | {"OMBUD_IMAP_HOST": host, "OMBUD_IMAP_TLS": "none"}).mailboxes[0].tls == "none"


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({}, "OMBUD_MASTER_KEY is missing: make one with `ombud key`"),
        ({"OMBUD_MASTER_KEY": "c2hvcnQ="}, "OMBUD_MASTER_KEY must be 32 bytes in base64"),
        ({"OMBUD_MASTER_KEY_FILE": "/no/such/key"}, "The secret in /no/such/key cannot be read"),
        (KEY | {"OMBUD_IMAP_HSOT": "x"}, "OMBUD_IMAP_HSOT is no setting of Ombud: did you mean OMBUD_IMAP_HOST?"),
        (KEY | {"OMBUD_POLL_SECONDS": "0"}, "OMBUD_POLL_SECONDS: input should be greater than or equal to 1."),
        (KEY | {"OMBUD_LOG": "xml", "OMBUD_PARSE_WORKERS": "-1", "OMBUD_WEB_BIND": "8025"}, "(2 more are wrong)"),
        (KEY | MAILBOX | {"OMBUD_IMAP_PORT": "99999"}, "OMBUD_IMAP_PORT: input should be less than or equal to 65535."),
        (KEY | MAILBOX | {"OMBUD_IMAP_TLS": "none"}, "OMBUD_IMAP_TLS: none is refused except towards this machine; use ssl or starttls."),
        (KEY | {"OMBUD_SMTP_HOST": "mx.example.se", "OMBUD_SMTP_TLS": "none"}, "OMBUD_SMTP_TLS: none is refused"),
        (KEY | {"OMBUD_IMAP_HOST": "imap.example.se"}, "OMBUD_IMAP_USER: it is missing."),
        (KEY | {"OMBUD_IMAP_HOST": "imap.example.se", "OMBUD_IMAP_USER": "a"}, "OMBUD_IMAP_…: give one of PASSWORD and PASSWORD_FILE."),
        (KEY | {"OMBUD_OIDC_ISSUER": "https://id.example.se"}, "OMBUD_OIDC_CLIENT_ID: it is missing"),
        (KEY | {"OMBUD_MAILBOXES": "/no/such/file"}, "OMBUD_MAILBOXES: the file /no/such/file cannot be read as TOML."),
        (KEY | {"OMBUD_WEB_URL": "ombud.example.se"}, "OMBUD_WEB_URL: "),
    ],
)
def test_a_wrong_setting_is_named(given: dict[str, str], told: str) -> None:
    assert told in complaint(given)


def test_a_wrong_value_is_not_repeated_for_it_may_be_a_secret() -> None:
    assert "hemligt" not in complaint(KEY | MAILBOX | {"OMBUD_IMAP_PORT": "hemligt"})


def test_two_mailboxes_may_not_share_a_name(tmp_path: Path) -> None:
    file = tmp_path / "mailboxes.toml"
    file.write_text('[[mailbox]]\nhost = "imap.example.se"\nuser = "a"\npassword = "x"\n' * 2)
    assert "two mailboxes have the same name" in complaint(KEY | {"OMBUD_MAILBOXES": str(file)})


def test_one_mailbox_and_several_are_not_given_together(tmp_path: Path) -> None:
    file = tmp_path / "mailboxes.toml"
    file.write_text('[[mailbox]]\nhost = "imap.example.se"\nuser = "a"\npassword = "x"\n')
    assert "not both" in complaint(KEY | MAILBOX | {"OMBUD_MAILBOXES": str(file)})


def test_the_folder_of_the_tests_mails_is_no_misspelling() -> None:
    load(OMBUD_CORPORA="../shared")
