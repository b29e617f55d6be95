"""Breaches with their log: written once, never changed (GDPR Art. 33(5))."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, Row, func, insert, select, update

from gdpr.incident import IncidentError, IncidentNote, IncidentState, decided
from gdpr.queue_store import NewIncident
from storage.audit import SqlAudit
from storage.confidential import readable
from storage.queue_tables import incident_notes, incidents
from storage.request_views import stretch
from storage.tables import messages


@dataclass(frozen=True, slots=True)
class NoteView:
    """One line of the log of a breach."""

    note: IncidentNote
    reason: str
    actor: str
    at: datetime


@dataclass(frozen=True, slots=True)
class IncidentView:
    """One breach; the sentence that reports it is "" for those who may not read the mail."""

    id: int
    message_id: int | None
    aware_at: datetime
    report_by: datetime
    state: IncidentState
    reason: str
    decided_at: datetime | None
    sentence: str
    authenticated: bool
    notes: tuple[NoteView, ...]


class SqlIncidents:
    """The breaches of one transaction."""

    def __init__(self, connection: Connection, audit: SqlAudit) -> None:
        self._connection = connection
        self._audit = audit

    def open(self, incident: NewIncident, actor: str, at: datetime) -> int:
        """Start the clock of a breach; returns its id."""
        names = ("message_id", "aware_at", "report_by", "reason", "part", "start", "end")
        row = {name: getattr(incident, name) for name in names} | {"state": IncidentState.OPEN}
        incident_id = int(self._connection.execute(insert(incidents).returning(incidents.c.id), row).scalar_one())
        self._write(incident_id, IncidentNote.OPENED, incident.reason, actor, at)
        return incident_id

    def note(self, incident_id: int, note: IncidentNote, reason: str, actor: str, at: datetime) -> IncidentState:
        """Write into the log of a breach, which a decision moves. Raises IncidentError."""
        query = select(incidents.c.state).where(incidents.c.id == incident_id).with_for_update()
        before = self._connection.execute(query).scalar_one_or_none()
        if before is None:
            raise IncidentError(f"There is no breach {incident_id}.")
        after = decided(IncidentState(before), note, reason)
        if after != before:
            moved = {"state": after, "decided_at": None if after is IncidentState.OPEN else at}
            self._connection.execute(update(incidents).where(incidents.c.id == incident_id).values(**moved))
        self._write(incident_id, note, reason.strip(), actor, at)
        return after

    def _write(self, incident_id: int, note: IncidentNote, reason: str, actor: str, at: datetime) -> None:
        row = {"incident_id": incident_id, "note": note, "reason": reason, "actor": actor, "at": at}
        self._connection.execute(insert(incident_notes), row)
        self._audit.write(f"incident:{note}", f"incident/{incident_id}", actor, at)


_INCIDENT = select(incidents, messages.c.subject, messages.c.passages, messages.c.authenticated)


class IncidentViews:
    """The breaches, the one that must be reported first on top."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def open_count(self) -> int:
        """How many wait for a decision."""
        query = select(func.count()).select_from(incidents).where(incidents.c.state == IncidentState.OPEN)
        with self._engine.connect() as connection:
            return connection.execute(query).scalar_one()

    def all(self, hidden_queues: Collection[str] = ()) -> tuple[IncidentView, ...]:
        """Every breach, the open ones first."""
        lines = self._where(hidden_queues)
        return tuple(sorted(lines, key=lambda line: (line.state is not IncidentState.OPEN, line.report_by)))

    def one(self, incident_id: int, hidden_queues: Collection[str] = ()) -> IncidentView | None:
        """One breach with its log; None where there is none."""
        return next(iter(self._where(hidden_queues, incidents.c.id == incident_id)), None)

    def _where(self, hidden_queues: Collection[str], *conditions: Any) -> list[IncidentView]:
        mail = (messages.c.id == incidents.c.message_id) & readable(messages.c.id, hidden_queues)
        query = _INCIDENT.select_from(incidents.outerjoin(messages, mail)).where(*conditions)
        with self._engine.connect() as connection:
            rows = connection.execute(query).all()
            notes = _notes(connection, [row.id for row in rows])
        return [_incident(row, notes.get(row.id, ())) for row in rows]


def _notes(connection: Connection, ids: list[int]) -> dict[int, tuple[NoteView, ...]]:
    found: dict[int, tuple[NoteView, ...]] = {}
    query = select(incident_notes).where(incident_notes.c.incident_id.in_(ids)).order_by(incident_notes.c.id)
    for row in connection.execute(query):
        found[row.incident_id] = (*found.get(row.incident_id, ()), NoteView(IncidentNote(row.note), row.reason, row.actor, row.at))
    return found


def _incident(row: Row[Any], notes: tuple[NoteView, ...]) -> IncidentView:
    visible = row.subject is not None
    return IncidentView(
        id=row.id,
        message_id=row.message_id if visible else None,
        aware_at=row.aware_at,
        report_by=row.report_by,
        state=IncidentState(row.state),
        reason=row.reason,
        decided_at=row.decided_at,
        sentence=stretch(row, row.part, row.start, row.end) if visible else "",
        authenticated=bool(row.authenticated),
        notes=notes,
    )
