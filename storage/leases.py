"""Who may do a thing that only one process may do at a time: read a mailbox, run the clock."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, Engine, delete, inspect, or_, select, update

from storage.availability import telling_unavailable
from storage.dialects import insert_missing
from storage.engine import writing
from storage.tables import leases

LASTS = timedelta(seconds=60)


def is_anybody_at_work(engine: Engine, now: datetime, is_gone: Callable[[str], bool]) -> bool:
    """Whether a process that reads mailboxes or runs the clock is alive on this database."""
    with telling_unavailable(), engine.connect() as connection:
        if not inspect(connection).has_table(leases.name):
            return False
        holders = connection.execute(select(leases.c.holder).where(leases.c.until > now)).scalars()
        return any(not is_gone(holder) for holder in holders)


class LeaseLost(Exception):
    """Another process holds the lease by now: stop before the next step."""


class Lease:
    """A right that its holder renews and that ends by itself, so that a holder who died blocks nobody for long.

    Taking and renewing is one compare-and-set in the database. Work is begun only while two thirds of the time are
    left: it is done before anybody else can take over, and the clocks of two machines may differ by some seconds.
    """

    def __init__(
        self, engine: Engine, name: str, holder: str, lasts: timedelta = LASTS, is_gone: Callable[[str], bool] = lambda holder: False
    ) -> None:
        self.name = name
        self.holder = holder
        self.lasts = lasts
        self._engine = writing(engine)
        self._is_gone = is_gone
        self._until: datetime | None = None

    def take(self, now: datetime) -> bool:
        """Take or renew it; False while somebody else has it. A holder who is known to be gone is not waited for."""
        with telling_unavailable(), self._engine.begin() as connection:
            insert_missing(connection, leases, [{"name": self.name, "holder": self.holder, "until": now}])
            taken = self._replace(connection, now, or_(leases.c.holder == self.holder, leases.c.until <= now))
            if not taken and self._is_gone(other := self._held_by(connection)):
                taken = self._replace(connection, now, leases.c.holder == other)
        self._until = now + self.lasts if taken else None
        return taken

    @contextmanager
    def held(self, clock: Callable[[], datetime]) -> Iterator[None]:
        """Hold it while the block lasts. Raises LeaseLost if somebody else has it."""
        if not self.take(clock()):
            raise LeaseLost(f"Another process holds the lease {self.name}: stop it, or wait {self.lasts.total_seconds():.0f} seconds.")
        try:
            yield
        finally:
            self.release()

    def keep(self, now: datetime) -> None:
        """Make sure that the next step may begin; asks the database only when a third of the time is over. Raises LeaseLost."""
        is_fresh = self._until is not None and self.lasts * 2 / 3 < self._until - now <= self.lasts
        if not is_fresh and not self.take(now):
            raise LeaseLost(f"Another process has taken over the lease {self.name}; this one waits.")

    def release(self) -> None:
        """Give it back, so that the next one need not wait."""
        with telling_unavailable(), self._engine.begin() as connection:
            connection.execute(delete(leases).where(leases.c.name == self.name, leases.c.holder == self.holder))
        self._until = None

    def _replace(self, connection: Connection, now: datetime, condition: ColumnElement[bool]) -> bool:
        change = update(leases).where(leases.c.name == self.name, condition)
        return connection.execute(change.values(holder=self.holder, until=now + self.lasts)).rowcount == 1

    def _held_by(self, connection: Connection) -> str:
        return str(connection.execute(select(leases.c.holder).where(leases.c.name == self.name)).scalar())
