"""The figures of a month are those that anybody counts from the events."""

from datetime import UTC, datetime, timedelta

from gdpr.events import Event, EventKind, received
from gdpr.letter_kinds import LetterKind
from gdpr.report import Month, monthly
from tests.request_desk import POLICY

JUNE = Month(2026, 6)


def told(kind: str, day: datetime, after_days: int, letter: LetterKind, *between: Event) -> tuple[Event, ...]:
    """A request that was answered so many days after it came."""
    at = day + timedelta(days=after_days)
    what = EventKind.REFUSED if letter is LetterKind.REFUSAL else EventKind.FULFILLED
    ending = (
        Event(what, at, "user/1", details={"measure": "fulfil"}),
        Event(EventKind.LETTER_SENT, at, "system", details={"template": str(letter)}),
        Event(EventKind.CLOSED, at, "system"),
    )
    return (received(kind, True, day, POLICY.terms), *between, *ending)


HISTORIES = [
    told("access", datetime(2026, 5, 20, 9, tzinfo=UTC), 12, LetterKind.OUTCOME_ACCESS),
    told("access", datetime(2026, 5, 1, 9, tzinfo=UTC), 33, LetterKind.OUTCOME_ACCESS),
    told("erasure", datetime(2026, 6, 3, 9, tzinfo=UTC), 3, LetterKind.REFUSAL),
    told(
        "access",
        datetime(2026, 6, 4, 9, tzinfo=UTC),
        1,
        LetterKind.OUTCOME_MARKETING_OPTOUT,
        Event(EventKind.KIND_DECIDED, datetime(2026, 6, 4, 10, tzinfo=UTC), "user/1", details={"kind": "marketing_optout"}),
    ),
    (received("complaint", False, datetime(2026, 6, 30, 21, 59, tzinfo=UTC), POLICY.terms),),
    (received("complaint", False, datetime(2026, 6, 30, 22, 0, tzinfo=UTC), POLICY.terms),),
]


def test_the_figures_of_a_month() -> None:
    found = monthly(HISTORIES, JUNE, POLICY.terms)
    assert found.received == {"access": 1, "complaint": 1, "erasure": 1}
    assert found.answered == {"access": 2, "erasure": 1, "marketing_optout": 1}
    assert found.median_days == (3 + 12) / 2
    assert found.within_30_days == 0.75
    assert found.within_the_law == 0.75
    assert (found.refused, found.misrouted, found.extended) == (1, 1, 0)


def test_a_letter_that_came_back_is_no_answer() -> None:
    bounced = Event(EventKind.LETTER_BOUNCED, datetime(2026, 6, 7, 9, tzinfo=UTC), "system", details={"template": "refusal"})
    assert monthly([(*HISTORIES[2], bounced)], JUNE, POLICY.terms).answered == {}


def test_a_month_in_which_nothing_happened_has_no_shares() -> None:
    found = monthly(HISTORIES, Month(2025, 1), POLICY.terms)
    assert (found.median_days, found.within_30_days, dict(found.received)) == (None, None, {})


def test_the_order_in_which_requests_are_read_changes_no_figure() -> None:
    assert monthly(reversed(HISTORIES), JUNE, POLICY.terms) == monthly(HISTORIES, JUNE, POLICY.terms)
