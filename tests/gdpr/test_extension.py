"""A request is extended once, for a reason, in time."""

from dataclasses import replace
from datetime import UTC, date, datetime

from gdpr.extension import Ground, Notice, NoticeFault, notice_fault

NOTICE_DUE = date(2026, 10, 15)
GOOD = Notice(datetime(2026, 10, 14, 10, tzinfo=UTC), Ground.COMPLEXITY, "Logs of three systems must be read.")


def test_a_reasoned_notice_in_time_extends() -> None:
    assert notice_fault(GOOD, NOTICE_DUE) is None


def test_a_second_extension_is_refused() -> None:
    assert notice_fault(GOOD, NOTICE_DUE, extended_before=True) is NoticeFault.EXTENDED_BEFORE


def test_a_notice_without_reason_or_ground_is_refused() -> None:
    assert notice_fault(replace(GOOD, reason="  "), NOTICE_DUE) is NoticeFault.NO_REASON
    assert notice_fault(replace(GOOD, ground=None), NOTICE_DUE) is NoticeFault.NO_REASON


def test_a_notice_after_the_midnight_that_ends_the_month_is_refused() -> None:
    assert notice_fault(replace(GOOD, told_at=datetime(2026, 10, 15, 22, tzinfo=UTC)), NOTICE_DUE) is NoticeFault.TOLD_TOO_LATE
