"""A database that drops its connections in mid-drain costs no mail, and no innocent mail is quarantined for it."""

import time
from pathlib import Path

from sqlalchemy import text

from gdpr.records import Outcome
from tests.end_to_end.mails import support_mails
from tests.servers.dovecot import Dovecot
from tests.servers.ombud import Ombud
from tests.waiting import until

OTHERS = text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()")


def test_connections_cut_again_and_again_cost_no_mail(dovecot: Dovecot, tmp_path: Path, postgres_url: str) -> None:
    mails = list(support_mails(600))
    dovecot.deliver(mails)
    ombud = Ombud(tmp_path, dovecot, postgres_url)
    with ombud.store() as store, ombud.running("run", "--only", "ingest") as process:
        for filed in (50, 200, 350):
            until(lambda filed=filed: sum(store.views.status().mails.values()) >= filed)  # type: ignore[misc]
            with store.engine.begin() as connection:
                connection.execute(OTHERS)
            time.sleep(0.1)
        until(lambda: sum(store.views.status().mails.values()) == len(mails), seconds=60)
        process.terminate()
        assert process.wait(20) == 0
        assert store.views.status().mails[Outcome.QUARANTINED] == 0
