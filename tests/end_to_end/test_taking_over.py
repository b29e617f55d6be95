"""Two pollers of one mailbox on PostgreSQL: one reads, and when it is killed the other goes on."""

from contextlib import ExitStack
from pathlib import Path

from sqlalchemy import func, select

from gdpr.records import Outcome
from storage.audit import verify
from storage.store import SqlStore
from storage.tables import leases, ledger, messages
from tests.end_to_end.mails import support_mails
from tests.servers.dovecot import Dovecot
from tests.servers.ombud import Ombud
from tests.waiting import until


def test_when_the_holder_is_killed_the_other_takes_over_without_loss_or_doubling(
    dovecot: Dovecot, tmp_path: Path, postgres_url: str
) -> None:
    mails = list(support_mails(600))
    dovecot.deliver(mails[:400])
    ombud = Ombud(tmp_path, dovecot, postgres_url)
    with ombud.store() as store, ExitStack() as stack:
        both = [stack.enter_context(ombud.running("run", "--only", "ingest")) for _ in range(2)]
        until(lambda: recorded(store) >= 50)
        victim = next(process for process in both if process.pid == holder(store))
        victim.kill()
        victim.wait()
        dovecot.deliver(mails[400:])
        (survivor,) = (process for process in both if process is not victim)
        until(lambda: recorded(store) == 600, seconds=60)
        assert holder(store) == survivor.pid
        survivor.terminate()
        assert survivor.wait(20) == 0
        assert uids(store) == list(range(1, 601))
        assert kept(store) == len(set(mails))
        assert verify(store.engine) is None
        assert store.views.status().mails[Outcome.QUARANTINED] == 0


def recorded(store: SqlStore) -> int:
    return len(uids(store))


def uids(store: SqlStore) -> list[int]:
    with store.engine.connect() as connection:
        return list(connection.execute(select(ledger.c.uid).order_by(ledger.c.uid)).scalars())


def kept(store: SqlStore) -> int:
    with store.engine.connect() as connection:
        return connection.execute(select(func.count()).select_from(messages)).scalar_one()


def holder(store: SqlStore) -> int:
    with store.engine.connect() as connection:
        return int(connection.execute(select(leases.c.holder)).scalar_one().rpartition("/")[2])
