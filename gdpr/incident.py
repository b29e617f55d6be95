"""A personal-data breach: its clock, and what a person may decide about it."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from gdpr.policy import Terms


class IncidentState(StrEnum):
    """Where a reported breach stands."""

    OPEN = "open"
    REPORTED = "reported"
    NOT_REPORTED = "not_reported"
    FALSE_ALARM = "false_alarm"


class IncidentNote(StrEnum):
    """What the log of a breach holds: decisions, and the facts, effects and measures (GDPR Art. 33(5))."""

    OPENED = "opened"
    FACTS = "facts"
    EFFECTS = "effects"
    MEASURES = "measures"
    PERSONS_TOLD = "persons_told"
    REPORTED = "reported"
    NOT_REPORTED = "not_reported"
    FALSE_ALARM = "false_alarm"
    REOPENED = "reopened"


class IncidentError(Exception):
    """What was decided about a breach is not possible as it stands now; the sentence says what is."""


DECISIONS: Mapping[IncidentNote, IncidentState] = {
    IncidentNote.REPORTED: IncidentState.REPORTED,
    IncidentNote.NOT_REPORTED: IncidentState.NOT_REPORTED,
    IncidentNote.FALSE_ALARM: IncidentState.FALSE_ALARM,
    IncidentNote.REOPENED: IncidentState.OPEN,
}
"""The notes that move a breach, and to where."""

_ALWAYS = frozenset({IncidentNote.FACTS, IncidentNote.EFFECTS, IncidentNote.MEASURES, IncidentNote.PERSONS_TOLD})

ALLOWED: Mapping[IncidentState, frozenset[IncidentNote]] = {
    IncidentState.OPEN: _ALWAYS | {IncidentNote.REPORTED, IncidentNote.NOT_REPORTED, IncidentNote.FALSE_ALARM},
    IncidentState.REPORTED: _ALWAYS,
    IncidentState.NOT_REPORTED: _ALWAYS | {IncidentNote.REPORTED, IncidentNote.REOPENED},
    IncidentState.FALSE_ALARM: _ALWAYS | {IncidentNote.REOPENED},
}
"""What may be written in each state: what the authority was told is never taken back."""


def report_by(aware_at: datetime, terms: Terms) -> datetime:
    """Until when the authority must be told: elapsed hours, so weekends and daylight saving change nothing (GDPR Art. 33(1); B1)."""
    return aware_at.astimezone(UTC) + timedelta(hours=terms.breach_hours)


def hours_left(by: datetime, now: datetime) -> int:
    """Whole hours until the authority must have been told; negative when the time is over (GDPR Art. 33(1))."""
    return int((by - now) // timedelta(hours=1))


def decided(state: IncidentState, note: IncidentNote, reason: str) -> IncidentState:
    """The state after a note. Raises IncidentError where the state does not allow it or it gives no reason (GDPR Art. 33(1), (5))."""
    if note not in ALLOWED[state]:
        raise IncidentError(f"A breach that is {state} allows only {', '.join(sorted(ALLOWED[state]))}.")
    if not reason.strip():
        raise IncidentError("Give the reason: the log of breaches must show the authority why this was decided.")
    return DECISIONS.get(note, state)
