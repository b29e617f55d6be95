"""A real Dovecot of the tests' own: unprivileged, on loopback, in a folder that goes away with it."""

import base64
import hashlib
import hmac
import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from imapclient import IMAPClient

USER = "support"
PASSWORD = "hemligt"
TOKEN_KEY = b"a key that only these tests know"
UNPRIVILEGED = ("nobody", "nogroup")

CONFIGURATION = """
base_dir = {home}/run
state_dir = {home}/state
log_path = {home}/log
protocols = imap
listen = 127.0.0.1
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {user}
first_valid_uid = 0
disable_plaintext_auth = no
auth_mechanisms = plain xoauth2
auth_failure_delay = 0
passdb {{
  driver = passwd-file
  args = {home}/users
}}
passdb {{
  driver = oauth2
  mechanisms = xoauth2
  args = {home}/oauth2.conf
}}
userdb {{
  driver = static
  args = uid={user} gid={group} home={home}/mail/%u
}}
mail_location = maildir:{home}/mail/%u/Maildir
maildir_stat_dirs = no
mail_max_userip_connections = 50
ssl = {ssl}
{tls}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = {tls_port}
    ssl = yes
  }}
}}
service anvil {{
  chroot =
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service stats {{
  unix_listener stats-writer {{
    mode = 0666
  }}
}}
"""

OAUTH2 = """
introspection_mode = local
local_validation_key_dict = fs:posix:prefix={home}/keys/
username_attribute = sub
active_attribute = active
active_value = yes
"""


def installed() -> bool:
    """Whether this machine has a Dovecot."""
    return _dovecot() is not None


def _dovecot() -> str | None:
    return shutil.which("dovecot", path=os.environ.get("PATH", "") + ":/usr/sbin:/usr/local/sbin")


def free_port() -> int:
    """A port of loopback that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def token_for(user: str, key: bytes = TOKEN_KEY) -> str:
    """A bearer token that the server accepts for this user: a JWT signed with the tests' key."""
    head = {"alg": "HS256", "typ": "JWT"}
    claims = {"sub": user, "active": "yes", "iat": int(time.time()) - 10, "exp": int(time.time()) + 3600}
    signed = ".".join(_base64url(json.dumps(part).encode()) for part in (head, claims))
    return f"{signed}.{_base64url(hmac.digest(key, signed.encode(), hashlib.sha256))}"


def _base64url(value: bytes) -> str:
    return base64.urlsafe_b64encode(value).rstrip(b"=").decode()


@dataclass(slots=True)
class Dovecot:
    """One server; `start` and `stop` may be called again and again, its mails stay."""

    home: Path
    port: int = field(default_factory=free_port)
    tls_port: int = 0
    certificate: Path | None = None
    _process: subprocess.Popen[bytes] | None = None
    _delivered: int = 0

    @property
    def host(self) -> str:
        """Loopback."""
        return "127.0.0.1"

    def prepare(self) -> None:
        """Write the configuration and give the folder to the user that the server runs as."""
        for name in ("run", "state", "mail", "keys/default/HS256"):
            (self.home / name).mkdir(parents=True, exist_ok=True)
        (self.home / "users").write_text(f"{USER}:{{PLAIN}}{PASSWORD}::::::\n")
        (self.home / "keys/default/HS256/default").write_text(base64.b64encode(TOKEN_KEY).decode())
        (self.home / "oauth2.conf").write_text(OAUTH2.format(home=self.home))
        self._configure()
        self._hand_over(self.home)

    def _configure(self) -> None:
        user, group = UNPRIVILEGED if os.geteuid() == 0 else _ourselves()
        if self.certificate:
            self.tls_port = self.tls_port or free_port()
            tls = f"ssl_cert = <{self.certificate}\nssl_key = <{self.certificate.with_suffix('.key')}"
        else:
            tls = ""
        configuration = CONFIGURATION.format(
            home=self.home, user=user, group=group, port=self.port, tls_port=self.tls_port, ssl="yes" if tls else "no", tls=tls
        )
        (self.home / "dovecot.conf").write_text(configuration)

    def _hand_over(self, path: Path) -> None:
        if os.geteuid() == 0:
            subprocess.run(["chown", "-R", ":".join(UNPRIVILEGED), str(path)], check=True)

    def add_user(self, name: str, password: str) -> None:
        """One user more."""
        with (self.home / "users").open("a") as users:
            users.write(f"{name}:{{PLAIN}}{password}::::::\n")

    def start(self) -> None:
        """Serve, and return once the server greets."""
        dovecot = _dovecot()
        assert dovecot, "install dovecot-imapd"
        command = [dovecot, "-c", str(self.home / "dovecot.conf"), "-F"]
        if os.geteuid() == 0:
            command = ["setpriv", f"--reuid={UNPRIVILEGED[0]}", f"--regid={UNPRIVILEGED[1]}", "--clear-groups", *command]
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        self._await_greeting()

    def _await_greeting(self) -> None:
        patience = time.monotonic() + 10
        while time.monotonic() < patience:
            try:
                with socket.create_connection((self.host, self.port), timeout=1) as connection:
                    if connection.recv(4) == b"* OK":
                        return
            except OSError:
                time.sleep(0.02)
        log = self.home / "log"
        raise AssertionError(f"Dovecot did not start: {log.read_text() if log.exists() else 'no log'}")

    def stop(self, sign: signal.Signals = signal.SIGTERM) -> None:
        """Stop the server and every process that it started."""
        if self._process is not None:
            os.killpg(self._process.pid, sign)
            self._process.wait(timeout=10)
            self._process = None

    def freeze(self) -> None:
        """Let every process of the server stand still: connections stay open and nothing answers."""
        assert self._process is not None
        os.killpg(self._process.pid, signal.SIGSTOP)

    def thaw(self) -> None:
        """Let them go on."""
        assert self._process is not None
        os.killpg(self._process.pid, signal.SIGCONT)

    @contextmanager
    def client(self, folder: str = "INBOX") -> Iterator[IMAPClient]:
        """Another mail program, such as the help desk's, with the folder open for writing."""
        with IMAPClient(self.host, self.port, ssl=False, timeout=30) as client:
            client._imap.debug = 0
            client.login(USER, PASSWORD)
            client.select_folder(folder)
            yield client

    def append(self, content: bytes, received_at: datetime | None = None, folder: str = "INBOX", flags: Sequence[bytes] = ()) -> None:
        """Put one mail in a folder by IMAP."""
        with self.client() as client:
            client.append(folder, content, flags, received_at)

    def deliver(self, contents: Sequence[bytes], folder: str = "") -> None:
        """Drop many mails into the folder the way a mail server does: as files."""
        maildir = self.home / "mail" / USER / "Maildir" / folder
        for name in ("cur", "new", "tmp"):
            (maildir / name).mkdir(parents=True, exist_ok=True)
        started = int(time.time())
        for content in contents:
            self._delivered += 1
            (maildir / "new" / f"{started}.M{self._delivered:07d}.tests").write_bytes(content)
        self._hand_over(self.home / "mail")

    def state_of_mails(self, folder: str = "INBOX") -> dict[int, tuple[Any, ...]]:
        """UID → flags of every mail, as another client sees them."""
        with IMAPClient(self.host, self.port, ssl=False, timeout=30) as client:
            client._imap.debug = 0
            client.login(USER, PASSWORD)
            client.select_folder(folder, readonly=True)
            uids = client.search()
            found = client.fetch(uids, ["FLAGS"]) if uids else {}
            return {uid: tuple(sorted(flag for flag in found[uid][b"FLAGS"] if flag != rb"\Recent")) for uid in uids}


def _ourselves() -> tuple[str, str]:
    import grp
    import pwd

    return pwd.getpwuid(os.geteuid()).pw_name, grp.getgrgid(os.getegid()).gr_name


def self_signed(folder: Path) -> Path:
    """A certificate for 127.0.0.1 that nobody but the tests trusts; its key lies beside it."""
    certificate = folder / "server.pem"
    subject = ["-subj", "/CN=mail.example", "-addext", "subjectAltName=IP:127.0.0.1"]
    keys = ["-newkey", "rsa:2048", "-nodes", "-keyout", str(certificate.with_suffix(".key"))]
    subprocess.run(["openssl", "req", "-x509", *keys, "-out", str(certificate), "-days", "30", *subject], check=True, capture_output=True)
    return certificate


@contextmanager
def running(tls: bool = False) -> Iterator[Dovecot]:
    """A fresh, empty server, gone at the end."""
    home = Path(tempfile.mkdtemp(prefix="ombud-dovecot-"))
    home.chmod(0o755)
    server = Dovecot(home, certificate=self_signed(home) if tls else None)
    try:
        server.prepare()
        server.start()
        yield server
    finally:
        if server._process is not None:
            server.thaw()
        server.stop()
        shutil.rmtree(home, ignore_errors=True)
