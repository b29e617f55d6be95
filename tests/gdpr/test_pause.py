"""An ask about identity stops the clock only under every one of its conditions."""

from dataclasses import replace
from datetime import date

import pytest

from config.policy_file import load_policy
from gdpr.pause import Ask, AskFault, ask_fault, is_paused, paused_days

TERMS = load_policy().terms
RECEIVED = date(2026, 6, 1)
GOOD = Ask(date(2026, 6, 2), "unknown_address", "customer number", ("log in",), answered_on=date(2026, 6, 12))


def test_a_good_ask_stops_the_clock_from_the_ask_to_the_answer() -> None:
    assert ask_fault(GOOD, RECEIVED, TERMS) is None
    assert paused_days(GOOD, RECEIVED, TERMS) == 10
    assert not is_paused(GOOD, RECEIVED, TERMS)


@pytest.mark.parametrize(
    ("ask", "fault"),
    [
        (replace(GOOD, doubt=""), AskFault.NO_DOUBT),
        (replace(GOOD, asked_on=date(2026, 5, 31)), AskFault.ASKED_BEFORE_RECEIPT),
        (replace(GOOD, asked_on=date(2026, 6, 8)), AskFault.ASKED_TOO_LATE),
        (replace(GOOD, least_item=""), AskFault.NO_LEAST_ITEM),
        (replace(GOOD, alternatives=()), AskFault.NO_ALTERNATIVES),
        (replace(GOOD, answered_on=date(2026, 6, 1)), AskFault.ANSWERED_BEFORE_ASKED),
    ],
)
def test_an_ask_with_a_fault_stops_nothing(ask: Ask, fault: AskFault) -> None:
    assert ask_fault(ask, RECEIVED, TERMS) is fault
    assert paused_days(ask, RECEIVED, TERMS) == 0
    assert not is_paused(ask, RECEIVED, TERMS)


def test_awaiting_the_answer_to_a_faulty_ask_is_no_pause() -> None:
    assert not is_paused(replace(GOOD, doubt="", answered_on=None), RECEIVED, TERMS)


def test_the_sixth_day_is_still_soon_enough() -> None:
    assert ask_fault(replace(GOOD, asked_on=date(2026, 6, 7)), RECEIVED, TERMS) is None


def test_an_unanswered_ask_pauses_but_moves_no_date() -> None:
    waiting = replace(GOOD, answered_on=None)
    assert is_paused(waiting, RECEIVED, TERMS)
    assert paused_days(waiting, RECEIVED, TERMS) == 0
