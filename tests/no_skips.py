"""On the build machine a test may not be skipped for want of a program: there `.ci/system-packages` has installed it."""

import os
from collections.abc import Generator

import pytest

WANTING = "is not installed"  # how a fixture says why it skips


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn such a skip into a failure where CI is "true"."""
    report = yield
    if report.skipped and os.environ.get("CI") == "true" and WANTING in str(report.longrepr):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} may not be skipped here: {report.longrepr}"
    return report
