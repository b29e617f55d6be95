import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from config.policy_file import load_policy
from gdpr.message import MailId, RawMail
from gdpr.records import Outcome
from ingest import workers
from ingest.quarantine import StepFailed
from ingest.rules import Rules
from ingest.workers import ReadingPool, in_chunks, read_all
from storage.store import SqlStore
from tests.end_to_end.mails import support_mails
from tests.ingest.reading import NOW, mail
from tests.servers.ombud import PROJECT
from tests.waiting import until

POISON = b"this mail kills its reader"


@pytest.fixture
def pool(store: SqlStore) -> Iterator[ReadingPool]:
    policy = load_policy()
    made = ReadingPool(Rules(policy), store, lambda: NOW, processes=2)
    yield made
    made.close()


def raws(contents: list[bytes], first: int = 1) -> list[RawMail]:
    return [RawMail(MailId("support", "INBOX", 1, uid), content, NOW) for uid, content in enumerate(contents, first)]


def die_of_poison(raws: list[RawMail], rules: Rules) -> list[workers.Reading]:
    """Stands in for a fault in a C library: runs in the reading process."""
    if any(POISON in raw.content for raw in raws):
        os.kill(os.getpid(), signal.SIGKILL)
    return read_all(raws, rules)


def test_mails_end_in_their_order_as_they_would_in_one_process(pool: ReadingPool, store: SqlStore) -> None:
    mails = raws(list(support_mails(100)))
    ended = list(pool.handle(mails))
    assert [raw for raw, _ in ended] == mails
    outcomes = [outcome for _, outcome in ended]
    assert [outcomes.count(kind) for kind in Outcome] == [93, 5, 2, 0]
    assert store.views.status().mails == {Outcome.FILED: 93, Outcome.SCREENED: 5, Outcome.DUPLICATE: 2, Outcome.QUARANTINED: 0}


def test_a_mail_that_kills_its_reader_is_quarantined_and_no_other(
    pool: ReadingPool, store: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "read_all", die_of_poison)
    contents = [mail(number) for number in range(60)]
    contents[20] += POISON
    contents[50] += POISON
    ended = list(pool.handle(raws(contents)))
    assert [raw.id.uid for raw, outcome in ended if outcome is Outcome.QUARANTINED] == [21, 51]
    assert sum(outcome is Outcome.FILED for _, outcome in ended) == 58
    assert [outcome for _, outcome in pool.handle(raws([mail(99)], first=99))] == [Outcome.FILED], "the pool works on"


def test_a_step_that_breaks_in_a_reading_process_puts_the_mail_in_quarantine(pool: ReadingPool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "read_all", fail_at_detect)
    assert [outcome for _, outcome in pool.handle(raws([mail(1)]))] == [Outcome.QUARANTINED]


def fail_at_detect(contents: list[bytes], rules: Rules) -> list[workers.Reading]:
    return [StepFailed("detect", "ValueError in phone.py:1") for _ in contents]


def test_reading_processes_do_not_outlive_a_parent_that_was_killed(tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(
        "import os, signal\n"
        "from ingest.workers import _pool\n"
        "if __name__ == '__main__':\n"
        "    print(_pool(1).submit(os.getpid).result(), flush=True)\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    done = subprocess.run([sys.executable, script], env={"PYTHONPATH": str(PROJECT)}, capture_output=True, text=True, timeout=60)
    reader = int(done.stdout)
    until(lambda: not is_running(reader))


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return "zombie" not in Path(f"/proc/{pid}/status").read_text()


def test_chunks_are_small_in_number_and_in_bytes() -> None:
    small, large = [mail(1)] * 20, [mail(2, size=workers.CHUNK_BYTES)] * 2
    assert [len(chunk) for chunk in in_chunks(raws(small + large))] == [16, 5, 1]
