"""What every test may ask for: real servers, started once, with clean mailboxes and empty stores on them."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.store import SqlStore
from tests.no_skips import pytest_runtest_makereport  # noqa: F401 - a hook that pytest finds here
from tests.servers import dovecot as dovecot_server
from tests.servers import postgres as postgres_server
from tests.storage.cast import MASTER_KEY

BOTH = ["sqlite", "postgresql"]


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


@pytest.fixture(params=BOTH)
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database without tables."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/ombud.db"
    return str(request.getfixturevalue("postgres_url"))


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files of an empty store."""
    folder = tmp_path_factory.mktemp("template")
    SqlStore.open(f"sqlite:///{folder}/ombud.db", MASTER_KEY).close()
    return folder


@pytest.fixture(scope="session")
def postgres_template(postgres: postgres_server.Postgres) -> str:
    """The address of an empty store, to be copied."""
    url = postgres.new_database()
    SqlStore.open(url, MASTER_KEY).close()
    return url


@pytest.fixture(params=BOTH)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of an empty store: SQLite first, then PostgreSQL."""
    if request.param == "sqlite":
        for file in request.getfixturevalue("sqlite_template").iterdir():
            shutil.copy(file, tmp_path)
        yield f"sqlite:///{tmp_path}/ombud.db"
    else:
        postgres = request.getfixturevalue("postgres")
        url = postgres.new_database(like=request.getfixturevalue("postgres_template"))
        yield url
        postgres.drop(url)


@pytest.fixture
def store(database_url: str) -> Iterator[SqlStore]:
    """An empty store, on either database."""
    opened = SqlStore.open(database_url, MASTER_KEY)
    yield opened
    opened.close()
