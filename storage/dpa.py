"""Data processing agreements: one a request, moved by steps."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, Engine, insert, select, update

from gdpr.dpa import DpaError, DpaState, DpaStep, DpaTemplate, after_step
from gdpr.requests import RequestKind
from storage.audit import SqlAudit
from storage.queue_tables import agreements
from storage.tables import contacts, customers, requests

_TOLD = ("signatory", "authority", "template_version", "file_reference", "reason")


@dataclass(frozen=True, slots=True)
class AgreementView:
    """One request for an agreement and how far it is."""

    request_id: int
    message_id: int
    received_at: datetime
    due_on: date
    contact_id: int
    contact_name: str
    customer_name: str
    state: DpaState
    signatory: str
    authority: str
    template_version: str
    file_reference: str


class SqlAgreements:
    """The agreements of one transaction."""

    def __init__(self, connection: Connection, audit: SqlAudit) -> None:
        self._connection = connection
        self._audit = audit

    def step(self, request_id: int, step: DpaStep, template: DpaTemplate) -> DpaState:
        """Take a step; the first one opens the agreement of this request. Raises DpaError."""
        before = self._state(request_id)
        after = after_step(before or DpaState.ASKED, step, template)
        told = {name: step.told[name] for name in _TOLD if name in step.told}
        row = {**told, "state": after, f"{after}_at": step.at, "actor": step.actor}
        if before is None:
            self._connection.execute(insert(agreements), {"request_id": request_id, **row})
        else:
            self._connection.execute(update(agreements).where(agreements.c.request_id == request_id).values(**row))
        self._audit.write(f"dpa:{after}", f"request/{request_id}", step.actor, step.at)
        return after

    def _state(self, request_id: int) -> DpaState | None:
        """The state of the agreement, locked; None where no step was taken. Raises DpaError where nobody asked for one."""
        asked = select(requests.c.id).where(requests.c.id == request_id, requests.c.kind == RequestKind.DPA).with_for_update()
        if self._connection.execute(asked).first() is None:
            raise DpaError(f"Request {request_id} does not ask for an agreement.")
        state = self._connection.execute(select(agreements.c.state).where(agreements.c.request_id == request_id)).scalar_one_or_none()
        return None if state is None else DpaState(state)


class AgreementViews:
    """The agreements that are asked for, the first to be answered on top."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def all(self) -> tuple[AgreementView, ...]:
        """Every request for an agreement."""
        joined = requests.outerjoin(agreements, agreements.c.request_id == requests.c.id)
        joined = joined.join(contacts, contacts.c.id == requests.c.contact_id)
        joined = joined.outerjoin(customers, customers.c.id == contacts.c.customer_id)
        asked = (requests.c.message_id, requests.c.received_at, requests.c.due_on, requests.c.contact_id)
        told = (agreements.c.state, *(agreements.c[name] for name in ("signatory", "authority", "template_version", "file_reference")))
        names = (contacts.c.name.label("contact_name"), customers.c.name.label("customer_name"))
        query = select(requests.c.id.label("request_id"), *asked, *names, *told).select_from(joined)
        kind = requests.c.kind == RequestKind.DPA
        with self._engine.connect() as connection:
            rows = connection.execute(query.where(kind).order_by(requests.c.due_on, requests.c.id)).mappings()
            return tuple(_agreement(dict(row)) for row in rows)


def _agreement(row: dict[str, object]) -> AgreementView:
    given = {name: value if value is not None else "" for name, value in row.items()}
    return AgreementView(**given | {"state": DpaState(str(row["state"] or DpaState.ASKED))})  # type: ignore[arg-type]  # a row has no types
