"""Web doors for the tests: a fresh one for each that changes something, one shared by those that only look."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from gdpr.people import Role
from tests.desk import browser as chromium
from tests.desk.office import Office, furnish, open_door
from tests.desk.visit import Visit


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests."""
    if not chromium.installed():
        pytest.skip("Chromium is not installed (Debian: apt-get install chromium)")
    with chromium.running() as running:
        yield running


@pytest.fixture(scope="session")
def morning(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The memory of an ordinary morning; copied for each test, since filling it takes a second."""
    folder = tmp_path_factory.mktemp("morning")
    furnish(folder)
    return folder


@pytest.fixture
def office(morning: Path, tmp_path: Path) -> Iterator[Office]:
    """A fresh office on an ordinary morning, its door open."""
    shutil.copytree(morning, tmp_path / "office")
    with open_door(tmp_path / "office") as opened:
        yield opened


@pytest.fixture(scope="session")
def shared_office(morning: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """The same for tests that only look."""
    folder = tmp_path_factory.mktemp("shared") / "office"
    shutil.copytree(morning, folder)
    with open_door(folder) as opened:
        yield opened


@pytest.fixture
def come(office: Office) -> Iterator[Callable[..., Visit]]:
    """Lets people come to the door of a fresh office; they leave when the test is over."""
    visits: list[Visit] = []

    def come(language: str = "en") -> Visit:
        visits.append(Visit(office.address, language))
        return visits[-1]

    yield come
    for visit in visits:
        visit.client.close()


@pytest.fixture
def visitor(come: Callable[..., Visit]) -> Visit:
    """Somebody at the door, not signed in."""
    return come()


@pytest.fixture
def agent(come: Callable[..., Visit]) -> Visit:
    """An agent."""
    return come().sign_in("agent")


@pytest.fixture(scope="session")
def colleagues(shared_office: Office) -> Iterator[dict[str, Visit]]:
    """Somebody of each role in the shared office, signed in once."""
    visits = {role.value: Visit(shared_office.address).sign_in(role) for role in Role}
    yield visits
    for visit in visits.values():
        visit.client.close()
