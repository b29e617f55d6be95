"""What may be decided about a breach, and that each decision has its reason (GDPR Art. 33)."""

from datetime import UTC, datetime, timedelta

import pytest

from gdpr.incident import ALLOWED, DECISIONS, IncidentError, IncidentNote, IncidentState, decided, hours_left


def test_every_state_says_what_may_be_written_and_each_decision_leads_somewhere() -> None:
    assert set(ALLOWED) == set(IncidentState)
    assert {decided(IncidentState.OPEN, note, "skäl") for note in ALLOWED[IncidentState.OPEN]} == set(IncidentState)


@pytest.mark.parametrize("note", sorted(DECISIONS))
@pytest.mark.parametrize("reason", ["", "  \n"])
def test_no_decision_goes_without_a_reason(note: IncidentNote, reason: str) -> None:
    state = IncidentState.NOT_REPORTED if note is IncidentNote.REOPENED else IncidentState.OPEN
    with pytest.raises(IncidentError, match="reason"):
        decided(state, note, reason)


@pytest.mark.parametrize("note", sorted(DECISIONS))
def test_what_was_reported_is_never_taken_back(note: IncidentNote) -> None:
    with pytest.raises(IncidentError):
        decided(IncidentState.REPORTED, note, "skäl")


def test_hours_are_whole_and_go_below_zero() -> None:
    by = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)
    assert hours_left(by, by - timedelta(hours=71, minutes=59)) == 71
    assert hours_left(by, by + timedelta(minutes=1)) == -1
