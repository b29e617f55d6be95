"""5,000 mails, 50 murders: whatever moment the process dies at, each mail ends exactly once."""

import random
import time
from itertools import cycle
from pathlib import Path

import pytest
from sqlalchemy import Select, func, select

from gdpr.records import Outcome
from storage.audit import verify
from storage.store import SqlStore
from storage.tables import ledger, messages, outbox, requests
from tests.end_to_end.mails import support_mails
from tests.servers.dovecot import Dovecot
from tests.servers.ombud import Ombud

MAILS, KILLS = 5000, 50
SHARE = MAILS // KILLS  # mails that one life should file, so that the kills are spread over all of them


@pytest.mark.timeout(400)
def test_a_process_killed_at_fifty_moments_leaves_every_mail_with_one_outcome(dovecot: Dovecot, tmp_path: Path) -> None:
    dovecot.deliver(list(support_mails(MAILS)))
    with dovecot.client() as help_desk:
        help_desk.add_flags(list(range(1, MAILS, 7)), [rb"\Seen"], silent=True)
    flags_before = dovecot.state_of_mails()
    ombud = Ombud(tmp_path, dovecot)
    ombud.run("poll", "--help")  # compiles what is not compiled yet
    with ombud.store() as store:
        grown = kill_again_and_again(ombud, store, random.Random(20261124))
        ombud.poll()
        assert sum(count > 0 for count in grown) >= KILLS / 3, "too few kills struck while mails were being filed"
        assert_each_mail_ended_once(store)
    assert dovecot.state_of_mails() == flags_before


def kill_again_and_again(ombud: Ombud, store: SqlStore, chance: random.Random) -> list[int]:
    """Start, kill at a random moment, start again; how many mails each life filed."""
    grown, life, before = list[int](), 2.0, 0
    for words in [words for words, _ in zip(cycle((["poll"], ["run", "--only", "ingest"])), range(KILLS), strict=False)]:
        process = ombud.start(*words)
        time.sleep(life * chance.uniform(0.5, 1))
        process.kill()
        process.wait()
        now = count(store, select(func.count()).select_from(ledger))
        grown.append(now - before)
        before = now
        life *= 0.9 if grown[-1] > SHARE else 1.1
    return grown


def assert_each_mail_ended_once(store: SqlStore) -> None:
    with store.engine.connect() as connection:
        uids = connection.execute(select(ledger.c.uid).order_by(ledger.c.uid)).scalars().all()
        outcomes = {row[0]: row[1] for row in connection.execute(select(ledger.c.outcome, func.count()).group_by(ledger.c.outcome))}
    assert uids == list(range(1, MAILS + 1))
    assert outcomes == {Outcome.FILED: 4650, Outcome.SCREENED: 250, Outcome.DUPLICATE: 100}
    assert count(store, select(func.count()).select_from(messages)) == 4900
    assert count(store, select(func.count(messages.c.digest.distinct()))) == 4900
    assert count(store, select(func.count()).select_from(requests)) == 500
    assert count(store, select(func.count()).select_from(outbox)) == 500
    assert verify(store.engine) is None
    assert store.views.status().unaccounted == 0


def count(store: SqlStore, query: Select[int]) -> int:
    with store.engine.connect() as connection:
        return connection.execute(query).scalar_one()
