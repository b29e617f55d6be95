"""What happens to a request moves its clock only as the law lets it: pauses, extensions, and nothing by itself."""

from datetime import UTC, date, datetime

import pytest

from gdpr.events import Event, EventKind, received
from gdpr.extension import NoticeFault
from gdpr.letter_kinds import LetterKind
from gdpr.life import Life, live
from gdpr.life_clock import clock_of
from gdpr.pause import AskFault
from tests.request_desk import POLICY

FIRST_OF_JUNE = datetime(2026, 6, 1, 8, tzinfo=UTC)


def asked(day: int, doubt: str = "sender_not_checked", answered: int | None = None, bounced: bool = False) -> Life:
    """The request of vectors 20–22: asked on a day of June 2026, and perhaps answered."""
    events = [
        received("access", True, FIRST_OF_JUNE, POLICY.terms),
        Event(EventKind.ASKED, FIRST_OF_JUNE, "user/1", doubt, {"item": "log_in", "alternatives": "control_questions,id_image"}),
        letter(LetterKind.IDENTITY_ASK, datetime(2026, 6, day, 9, tzinfo=UTC)),
    ]
    if bounced:
        events.append(letter(LetterKind.IDENTITY_ASK, datetime(2026, 6, day, 10, tzinfo=UTC), EventKind.LETTER_BOUNCED))
    if answered:
        events.append(Event(EventKind.ANSWERED, datetime(2026, 6, answered, 9, tzinfo=UTC), "user/1"))
    return live(events, POLICY.terms)


def letter(kind: LetterKind, at: datetime, what: EventKind = EventKind.LETTER_SENT) -> Event:
    """A letter that was handed over, or came back."""
    return Event(what, at, "system", details={"template": str(kind)})


def extended(told_at: datetime, ground: str = "complexity", explanation: str = "many_systems", *later: Event) -> Life:
    """The request of vector 18: extended, and told at this instant."""
    at = datetime(2026, 9, 15, 9, tzinfo=UTC)
    decided = Event(EventKind.EXTENDED, told_at, "user/1", ground, {"explanation": explanation})
    return live([received("access", True, at, POLICY.terms), decided, letter(LetterKind.EXTENSION, told_at), *later], POLICY.terms)


def test_v20_ten_days_of_waiting_move_every_date_by_ten_days() -> None:
    clock = clock_of(asked(2, answered=12))
    assert clock.dates.promise_on == date(2026, 7, 11)
    assert clock.dates.legal_on == date(2026, 7, 13)
    assert clock.dates.extended_on == date(2026, 9, 11)


def test_both_dates_are_told_with_the_pause_and_without() -> None:
    clock = clock_of(asked(2, answered=12))
    assert clock.unpaused.due_on == date(2026, 7, 1)
    assert clock.dates.due_on == date(2026, 7, 11)


def test_v21_a_late_ask_stops_nothing() -> None:
    clock = clock_of(asked(22))
    assert (clock.dates.due_on, clock.paused, clock.ask_fault) == (date(2026, 7, 1), False, AskFault.ASKED_TOO_LATE)


def test_v22_an_ask_without_a_doubt_stops_nothing() -> None:
    clock = clock_of(asked(2, doubt="", answered=12))
    assert (clock.dates.due_on, clock.ask_fault) == (date(2026, 7, 1), AskFault.NO_DOUBT)


def test_a_question_whose_letter_is_not_out_stops_nothing() -> None:
    life = live(
        [
            received("access", True, FIRST_OF_JUNE, POLICY.terms),
            Event(EventKind.ASKED, FIRST_OF_JUNE, "user/1", "protected", {"item": "log_in"}),
        ],
        POLICY.terms,
    )
    assert life.waits_for_answer
    assert not clock_of(life).paused


def test_a_question_that_came_back_stops_nothing() -> None:
    assert not clock_of(asked(2, bounced=True)).paused
    assert clock_of(asked(2)).paused


def test_a_second_question_keeps_what_the_first_one_paused() -> None:
    second = Event(
        EventKind.ASKED, datetime(2026, 6, 13, tzinfo=UTC), "user/1", "two_addresses", {"item": "log_in", "alternatives": "id_image"}
    )
    first = [
        received("access", True, FIRST_OF_JUNE, POLICY.terms),
        Event(EventKind.ASKED, FIRST_OF_JUNE, "user/1", "address_changed", {"item": "log_in", "alternatives": "id_image"}),
        letter(LetterKind.IDENTITY_ASK, datetime(2026, 6, 2, 9, tzinfo=UTC)),
        Event(EventKind.ANSWERED, datetime(2026, 6, 12, 9, tzinfo=UTC), "user/1"),
        second,
        letter(LetterKind.IDENTITY_ASK, datetime(2026, 6, 13, 9, tzinfo=UTC)),
    ]
    clock = clock_of(live(first, POLICY.terms))
    assert (clock.dates.due_on, clock.paused) == (date(2026, 7, 11), False)


@pytest.mark.parametrize(
    ("told_at", "due_on", "fault"),
    [
        (datetime(2026, 10, 14, 9, tzinfo=UTC), date(2026, 12, 15), None),
        (datetime(2026, 10, 15, 21, 59, tzinfo=UTC), date(2026, 12, 15), None),
        (datetime(2026, 10, 16, 9, tzinfo=UTC), date(2026, 10, 15), NoticeFault.TOLD_TOO_LATE),
    ],
)
def test_v18_an_extension_counts_only_when_its_notice_is_out_in_time(told_at: datetime, due_on: date, fault: NoticeFault | None) -> None:
    clock = clock_of(extended(told_at))
    assert (clock.dates.due_on, clock.notice_fault) == (due_on, fault)


def test_an_extension_whose_notice_came_back_counts_no_more() -> None:
    told_at = datetime(2026, 10, 14, 9, tzinfo=UTC)
    bounced = letter(LetterKind.EXTENSION, told_at, EventKind.LETTER_BOUNCED)
    assert clock_of(extended(told_at, "complexity", "many_systems", bounced)).dates.due_on == date(2026, 10, 15)


def test_a_request_keeps_the_terms_that_it_was_received_under() -> None:
    first = Event(EventKind.RECEIVED, FIRST_OF_JUNE, "system", details=received("access", True, FIRST_OF_JUNE, POLICY.terms).details)
    generous = Event(first.kind, first.at, first.actor, details=dict(first.details) | {"promise_days": 20})
    assert clock_of(live([generous], POLICY.terms)).dates.promise_on == date(2026, 6, 21)


def test_a_request_is_received_once() -> None:
    first = received("access", True, FIRST_OF_JUNE, POLICY.terms)
    with pytest.raises(ValueError, match="received once"):
        live([first, first], POLICY.terms)
