"""What is filed on a profile, each fact once a person, with where it came from and how far it is believed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from sqlalchemy import Connection, and_, bindparam, or_, select, update

from detectors.finding import Finding, Kind
from gdpr.people import comparable_address, domain_of
from gdpr.records import FactStatus
from storage.audit import SqlAudit
from storage.dialects import inserting
from storage.prepared import Prepared, given_columns
from storage.sealing import Sealing, Secret
from storage.tables import facts

_ON_PROFILE = Prepared(
    select(facts.c.kind, facts.c.value, facts.c.value_index, facts.c.status).where(facts.c.contact_id == bindparam("contact_id"))
)


@dataclass(frozen=True, slots=True)
class NewFact:
    """A fact on its way to a profile; `value` is in clear, `shown` as it may be kept."""

    kind: str
    value: str
    shown: str
    status: FactStatus
    source: str
    message_id: int | None = None
    finding_id: int | None = None

    @classmethod
    def given(cls, kind: Kind, value: str, status: FactStatus, source: str) -> "NewFact":
        """A fact from elsewhere than a mail's text: a header, the operator's import."""
        shown = Finding(kind, value, value, 0, len(value), 1.0, source).masked
        return cls(kind, value, shown, status, source)

    @property
    def kept(self) -> str:
        """The value as it stands on a profile."""
        return comparable_address(self.value) if self.kind == Kind.EMAIL else self.shown


@dataclass(frozen=True, slots=True)
class Profile:
    """How far each fact of one person is believed, by kind, value and fingerprint."""

    status_of: Mapping[tuple[str, str, bytes], str]

    def lacks(self, fact: NewFact, secret: Secret) -> bool:
        """Whether filing the fact would change anything; in a regular customer's mail it seldom does."""
        status = self.status_of.get((fact.kind, fact.kept, secret.index))
        return status is None or (status, fact.status) in _BETTER


class Facts:
    """The profiles of one transaction."""

    def __init__(self, connection: Connection, sealing: Sealing, audit: SqlAudit) -> None:
        self._connection = connection
        self._sealing = sealing
        self._audit = audit

    def add(self, contact_id: int, fact: NewFact, at: datetime, secret: Secret | None = None) -> bool:
        """File a fact unless the profile has it, and say whether anything changed.

        One that waits for a person's yes is believed once somebody who may be believed repeats it.
        """
        hidden = secret or self._sealing.secret(contact_id, fact.kind, fact.value)
        row = {
            "contact_id": contact_id,
            "kind": fact.kind,
            "value": fact.kept,
            "domain": domain_of(fact.kept) if fact.kind == Kind.EMAIL else None,
            "sealed": hidden.sealed,
            "value_index": hidden.index,
            "status": fact.status,
            "message_id": fact.message_id,
            "finding_id": fact.finding_id,
            "source": fact.source,
            "added_at": at,
        }
        return bool(_filing(self._connection.dialect.name).change(self._connection, **row))

    def profile(self, contact_id: int) -> "Profile":
        """What is on a profile now."""
        rows = _ON_PROFILE.rows(self._connection, contact_id=contact_id)
        return Profile({(kind, value, bytes(index)): status for kind, value, index, status in rows})

    def decide(self, fact_id: int, status: FactStatus, actor: str, at: datetime) -> bool:
        """A person confirms or rejects a fact; False where there is none."""
        if status not in _DECISIONS:
            raise ValueError("a person confirms or rejects a fact")
        changed = self._connection.execute(update(facts).where(facts.c.id == fact_id).values(status=status)).rowcount
        if changed:
            self._audit.write(f"fact:{status}", f"fact/{fact_id}", actor, at)
        return bool(changed)


@cache
def _filing(dialect: str) -> Prepared:
    """Insert a fact; one that is there takes over a status that is believed more, and where that came from."""
    statement = inserting(dialect, facts)
    given = statement.excluded
    merging = statement.on_conflict_do_update(
        index_elements=["contact_id", "kind", "value", "value_index"],
        set_={name: given[name] for name in ("status", "message_id", "finding_id", "source", "added_at")},
        where=or_(*(and_(facts.c.status == held, given.status == better) for held, better in _BETTER)),
    )
    return Prepared(merging, given_columns(facts))


_DECISIONS = frozenset({FactStatus.CONFIRMED, FactStatus.REJECTED})
_BETTER = (
    (FactStatus.WAITING, FactStatus.FILED),
    (FactStatus.WAITING, FactStatus.IMPORTED),
    (FactStatus.WAITING, FactStatus.CONFIRMED),
    (FactStatus.FILED, FactStatus.IMPORTED),
    (FactStatus.FILED, FactStatus.CONFIRMED),
)
