"""A database that is away is not the mail's fault; a mail that the database refuses is not the database's."""

from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from gdpr.store import StoreUnavailable
from storage import engine
from storage.availability import telling_unavailable
from storage.engine import open_engine
from storage.store import SqlStore, SqlTransaction
from tests.servers.postgres import Postgres
from tests.storage.cast import MASTER_KEY, mail, newcomer


def test_a_sqlite_file_that_another_process_writes_is_waited_for_and_then_unavailable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = f"sqlite:///{tmp_path}/ombud.db"
    SqlStore.open(url, MASTER_KEY).close()
    monkeypatch.setattr(engine, "_PRAGMAS", ("busy_timeout=50",))
    store, other = SqlStore.open(url, MASTER_KEY), SqlStore.open(url, MASTER_KEY)

    with other.transaction(), pytest.raises(StoreUnavailable, match="busy"), store.transaction():
        pass

    with store.transaction() as tx:
        newcomer(tx)
    store.close()
    other.close()


def test_a_postgresql_that_cuts_the_line_is_unavailable_and_back_at_the_next_call(postgres: Postgres, postgres_url: str) -> None:
    store, operator = SqlStore.open(postgres_url, MASTER_KEY), open_engine(postgres_url)

    with pytest.raises(StoreUnavailable), store.transaction() as tx:
        cut_and_ask(operator, tx)

    with store.transaction() as tx:
        assert tx.mails.with_digest("0") is None
    store.close()
    operator.dispose()


def test_a_postgresql_that_does_not_run_is_unavailable(tmp_path: Path) -> None:
    nowhere = open_engine(f"postgresql://ombud@/ombud?host={tmp_path}")

    with pytest.raises(StoreUnavailable), telling_unavailable(), nowhere.connect():
        pass


def test_a_statement_that_is_refused_is_no_unavailability(store: SqlStore) -> None:
    with pytest.raises(DBAPIError), telling_unavailable(), store.engine.connect() as connection:
        connection.execute(text("SELECT 1 FROM no_such_table"))


def test_a_mail_that_is_written_twice_is_refused_as_such(store: SqlStore) -> None:
    with store.transaction() as tx:
        tx.mails.add(mail(), None)

    with pytest.raises(Exception, match=r"(?i)unique"), store.transaction() as tx:
        tx.mails.add(mail(), None)


def cut_and_ask(operator: Engine, tx: SqlTransaction) -> None:
    others = "pid <> pg_backend_pid() AND datname = current_database()"
    with operator.connect() as connection:
        connection.execute(text(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {others}"))
    tx.mails.with_digest("0")
