"""What every test may ask for: real servers, started once, and clean mailboxes on them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.store import SqlStore
from tests.no_skips import pytest_runtest_makereport  # noqa: F401 - a hook that pytest finds here
from tests.servers import dovecot as dovecot_server
from tests.servers import postgres as postgres_server
from tests.storage.cast import MASTER_KEY


def _demand_dovecot() -> None:
    if not dovecot_server.installed():
        pytest.skip("Dovecot is not installed (Debian: apt-get install dovecot-imapd)")


@pytest.fixture
def dovecot() -> Iterator[dovecot_server.Dovecot]:
    """A running server with an empty INBOX."""
    _demand_dovecot()
    with dovecot_server.running() as server:
        yield server


@pytest.fixture
def dovecot_with_tls() -> Iterator[dovecot_server.Dovecot]:
    """A running server that also speaks TLS, with a certificate of its own making."""
    _demand_dovecot()
    with dovecot_server.running(tls=True) as server:
        yield server


@pytest.fixture(scope="session")
def postgres() -> Iterator[postgres_server.Postgres]:
    """A running server, one for all tests."""
    if not postgres_server.installed():
        pytest.skip("PostgreSQL is not installed (Debian: apt-get install postgresql)")
    with postgres_server.running() as server:
        yield server


@pytest.fixture
def postgres_url(postgres: postgres_server.Postgres) -> Iterator[str]:
    """The address of an empty PostgreSQL database."""
    url = postgres.new_database()
    yield url
    postgres.drop(url)


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database: SQLite first, then PostgreSQL."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/ombud.db"
    return str(request.getfixturevalue("postgres_url"))


@pytest.fixture
def store(database_url: str) -> Iterator[SqlStore]:
    """An empty store, on either database."""
    opened = SqlStore.open(database_url, MASTER_KEY)
    yield opened
    opened.close()
