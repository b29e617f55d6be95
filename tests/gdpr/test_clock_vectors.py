"""The worked examples of the rules, each under its number: dates are local, the operational day is in `op`."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest

from config.policy_file import load_policy
from gdpr.clock import deadlines
from gdpr.extension import Ground, Notice, notice_fault
from gdpr.incident import report_by
from gdpr.local_time import STOCKHOLM
from gdpr.pause import Ask, paused_days
from gdpr.retention import bookkeeping_erasable_on

POLICY = load_policy()
TERMS = POLICY.terms


@dataclass(frozen=True)
class Vector:
    received_at: str
    day: str
    promise: str
    op: str | None
    legal: str
    legal_se: str
    extended: str
    ask: Ask | None = None


def blank_ask(asked: str, answered: str, doubt: str = "unknown_address") -> Ask:
    return Ask(date.fromisoformat(asked), doubt, "customer number", ("log in", "call back"), date.fromisoformat(answered))


VECTORS = {
    "V01 EDPB example 32 and the Easter chain": Vector(
        "2026-03-05T10:00+01:00", "2026-03-05", "2026-04-04", "2026-04-02", "2026-04-07", "2026-04-07", "2026-06-05"
    ),
    "V02 EDPB example 33": Vector(
        "2026-08-31T09:00+02:00", "2026-08-31", "2026-09-30", "2026-09-30", "2026-09-30", "2026-09-30", "2026-11-30"
    ),
    "V03 the law comes first": Vector(
        "2027-01-31T12:00+01:00", "2027-01-31", "2027-03-02", "2027-03-01", "2027-03-01", "2027-03-01", "2027-04-30"
    ),
    "V04 leap year and May Day": Vector(
        "2028-01-31T12:00+01:00", "2028-01-31", "2028-03-01", "2028-02-29", "2028-02-29", "2028-02-29", "2028-05-02"
    ),
    "V05 leap day": Vector(
        "2028-02-29T10:00+01:00", "2028-02-29", "2028-03-30", "2028-03-29", "2028-03-29", "2028-03-29", "2028-05-29"
    ),
    "V06 summer time begins": Vector(
        "2026-03-28T23:58+01:00", "2026-03-28", "2026-04-27", "2026-04-27", "2026-04-28", "2026-04-28", "2026-06-29"
    ),
    "V08 a late mail counts that day": Vector(
        "2026-11-30T22:58Z", "2026-11-30", "2026-12-30", "2026-12-30", "2026-12-30", "2026-12-30", "2027-03-01"
    ),
    "V10 our own server's time, not the sender's": Vector(
        "2026-10-14T07:10+02:00", "2026-10-14", "2026-11-13", "2026-11-13", "2026-11-16", "2026-11-16", "2027-01-14"
    ),
    "V12 Christmas Eve": Vector(
        "2026-11-24T15:00+01:00", "2026-11-24", "2026-12-24", "2026-12-23", "2026-12-24", "2026-12-28", "2027-02-24"
    ),
    "V14 Midsummer Eve": Vector(
        "2026-05-19T11:00+02:00", "2026-05-19", "2026-06-18", "2026-06-18", "2026-06-19", "2026-06-22", "2026-08-19"
    ),
    "V15 Epiphany": Vector(
        "2026-12-06T11:00+01:00", "2026-12-06", "2027-01-05", "2027-01-05", "2027-01-07", "2027-01-07", "2027-03-08"
    ),
    "V18 the ordinary dates of the extension gate": Vector(
        "2026-09-15T11:00+02:00", "2026-09-15", "2026-10-15", "2026-10-15", "2026-10-15", "2026-10-15", "2026-12-15"
    ),
    "V19 63 days of pause, as in IMY-2022-9442": Vector(
        "2022-02-09T12:00+01:00", "2022-02-09", "2022-05-13", None, "2022-05-11", "2022-05-11", "2022-07-11",
        blank_ask("2022-02-15", "2022-04-19"),
    ),
    "V20 the roll comes after the pause": Vector(
        "2026-06-01T10:00+02:00", "2026-06-01", "2026-07-11", "2026-07-10", "2026-07-13", "2026-07-13", "2026-09-11",
        blank_ask("2026-06-02", "2026-06-12"),
    ),
    "V21 asked too late": Vector(
        "2026-06-01T10:00+02:00", "2026-06-01", "2026-07-01", "2026-07-01", "2026-07-01", "2026-07-01", "2026-09-01",
        blank_ask("2026-06-22", "2026-07-02"),
    ),
    "V22 no doubt was recorded": Vector(
        "2026-06-01T10:00+02:00", "2026-06-01", "2026-07-01", "2026-07-01", "2026-07-01", "2026-07-01", "2026-09-01",
        blank_ask("2026-06-02", "2026-06-12", doubt=""),
    ),
}  # fmt: skip


@pytest.mark.parametrize("vector", VECTORS.values(), ids=VECTORS)
def test_vector(vector: Vector) -> None:
    day = date.fromisoformat(vector.day)
    pause = paused_days(vector.ask, day, TERMS) if vector.ask else 0
    dates = deadlines(datetime.fromisoformat(vector.received_at), TERMS, paused_days=pause)
    assert dates.received_day == day
    assert dates.promise_on.isoformat() == vector.promise
    assert dates.legal_on.isoformat() == vector.legal
    assert dates.legal_se_on.isoformat() == vector.legal_se
    assert dates.extended_on.isoformat() == vector.extended
    assert dates.due_on.isoformat() == min(vector.promise, vector.legal)
    assert vector.op is None or dates.operational_on.isoformat() == vector.op


def test_v03_alarms_heed_the_chained_reading_of_an_extension() -> None:
    dates = deadlines(datetime.fromisoformat("2027-01-31T12:00+01:00"), TERMS, extended=True)
    assert dates.due_on == date(2027, 4, 30)
    assert dates.extension_alarm_on == dates.operational_on == date(2027, 4, 28)


def test_v06_the_legal_instant_is_local_midnight() -> None:
    dates = deadlines(datetime.fromisoformat("2026-03-28T23:58+01:00"), TERMS)
    assert dates.due_at == datetime(2026, 4, 27, 22, tzinfo=UTC)
    assert dates.legal_at == datetime(2026, 4, 28, 22, tzinfo=UTC)


@pytest.mark.parametrize(
    ("told_at", "ground", "reason", "due"),
    [
        pytest.param("2026-10-14T12:00+02:00", Ground.COMPLEXITY, "three systems", "2026-12-15", id="V18 a in time and reasoned"),
        pytest.param("2026-10-15T23:59+02:00", Ground.NUMBER_OF_REQUESTS, "forty requests", "2026-12-15", id="V18 the last minute counts"),
        pytest.param("2026-10-16T00:00+02:00", Ground.COMPLEXITY, "three systems", "2026-10-15", id="V18 b too late"),
        pytest.param("2026-10-14T12:00+02:00", Ground.COMPLEXITY, " ", "2026-10-15", id="V18 c no reason"),
        pytest.param("2026-10-14T12:00+02:00", None, "Christmas", "2026-10-15", id="V18 no lawful ground"),
    ],
)
def test_v18_only_a_reasoned_notice_in_time_extends(told_at: str, ground: Ground | None, reason: str, due: str) -> None:
    received_at = datetime.fromisoformat("2026-09-15T11:00+02:00")
    notice = Notice(datetime.fromisoformat(told_at), ground, reason)
    fault = notice_fault(notice, deadlines(received_at, TERMS).notice_due)
    assert deadlines(received_at, TERMS, extended=fault is None).due_on == date.fromisoformat(due)


def test_v19_is_within_what_the_authority_accepted() -> None:
    pause = paused_days(blank_ask("2022-02-15", "2022-04-19"), date(2022, 2, 9), TERMS)
    assert pause == 63
    assert deadlines(datetime(2022, 2, 9, 11, tzinfo=UTC), TERMS, paused_days=pause).due_on <= date(2022, 5, 13)


@pytest.mark.parametrize(
    ("aware_at", "until"),
    [
        ("2026-03-27T16:20+01:00", "2026-03-30T17:20+02:00"),
        ("2026-10-23T16:20+02:00", "2026-10-26T15:20+01:00"),
    ],
    ids=["V24 over the start of summer time", "V24 over its end"],
)
def test_v24_a_breach_is_reported_within_72_elapsed_hours(aware_at: str, until: str) -> None:
    assert report_by(datetime.fromisoformat(aware_at), TERMS) == datetime.fromisoformat(until)


@pytest.mark.parametrize(
    ("year_end", "erasable_on"),
    [("2019-12-31", "2027-01-01"), ("2019-06-30", "2027-01-01"), ("2026-04-30", "2034-01-01")],
    ids=["V25 calendar year", "V25 year that ends in June", "V25 year that ends in April"],
)
def test_v25_accounts_are_kept_through_the_seventh_calendar_year(year_end: str, erasable_on: str) -> None:
    assert bookkeeping_erasable_on(date.fromisoformat(year_end), POLICY.retention) == date.fromisoformat(erasable_on)


def test_v24_hours_elapse_even_where_the_clock_on_the_wall_is_changed() -> None:
    aware_at = datetime(2026, 3, 27, 16, 20, tzinfo=STOCKHOLM)
    assert report_by(aware_at, TERMS) == datetime(2026, 3, 30, 17, 20, tzinfo=STOCKHOLM)
