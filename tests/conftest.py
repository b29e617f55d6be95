"""What every test may ask for: real servers, started once, and clean mailboxes on them."""

from collections.abc import Iterator

import pytest

from tests.servers import dovecot as dovecot_server


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
