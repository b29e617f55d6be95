import json
import re
import signal
import urllib.request
from pathlib import Path

import pytest

from gdpr.records import Outcome
from tests.ingest.reading import mail
from tests.servers.dovecot import Dovecot, free_port
from tests.servers.ombud import Ombud
from tests.waiting import until


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGINT])
def test_mailbox_clock_and_pages_run_in_one_process_and_stop_cleanly(dovecot: Dovecot, tmp_path: Path, sign: signal.Signals) -> None:
    port = free_port()
    ombud = Ombud(tmp_path, dovecot, changes={"OMBUD_WEB_BIND": f"127.0.0.1:{port}"})
    dovecot.append(mail(1))
    with ombud.store() as store, ombud.running("run") as process:
        until(lambda: store.views.status().mails[Outcome.FILED] == 1)
        dovecot.append(mail(2))
        until(lambda: store.views.status().mails[Outcome.FILED] == 2)
        until(lambda: answers(f"http://127.0.0.1:{port}/healthz"))
        process.send_signal(sign)
        assert process.wait(20) == 0
    lines = [json.loads(line) for line in ombud.log().splitlines()]
    assert [line["event"] for line in lines] == ["service:started", "web:listening", "service:stopped"]
    assert all({"event", "level", "timestamp"} <= set(line) for line in lines)


def test_the_log_is_text_for_people_when_they_want_it(dovecot: Dovecot, tmp_path: Path) -> None:
    ombud = Ombud(tmp_path, dovecot, changes={"OMBUD_LOG": "text"})
    with ombud.running("run", "--only", "web") as process:
        until(lambda: "web:listening" in ombud.log())
        process.terminate()
        assert process.wait(20) == 0
    assert re.search(r"^\S+ \[info +\] service:stopped$", ombud.log(), re.MULTILINE)


def test_only_some_roles_can_be_run(dovecot: Dovecot, tmp_path: Path) -> None:
    ombud = Ombud(tmp_path, dovecot)
    dovecot.append(mail(1))
    with ombud.store() as store, ombud.running("run", "--only", "jobs,web") as process:
        until(lambda: "web:listening" in ombud.log())
        assert store.views.status().last_poll_at is None
        process.terminate()
        assert process.wait(20) == 0


def test_an_unknown_role_is_wrong_use(dovecot: Dovecot, tmp_path: Path) -> None:
    done = Ombud(tmp_path, dovecot).run("run", "--only", "ingest,wub")
    assert (done.returncode, done.stderr) == (2, "--only does not know wub: name some of ingest,work,jobs,web.\n")


def test_a_port_in_use_stops_the_start_with_a_sentence(dovecot: Dovecot, tmp_path: Path) -> None:
    done = Ombud(tmp_path, dovecot, changes={"OMBUD_WEB_BIND": f"127.0.0.1:{dovecot.port}"}).run("run", "--only", "web")
    assert done.returncode == 1
    assert "OMBUD_WEB_BIND" in done.stderr
    assert "choose another port" in done.stderr


@pytest.mark.parametrize("workers", [0, 2])
def test_told_to_stop_in_mid_drain_it_finishes_the_mail_at_hand(dovecot: Dovecot, tmp_path: Path, workers: int) -> None:
    dovecot.deliver([mail(number) for number in range(2000)])
    ombud = Ombud(tmp_path, dovecot, changes={"OMBUD_PARSE_WORKERS": str(workers)})
    with ombud.store() as store, ombud.running("run", "--only", "ingest") as process:
        until(lambda: store.views.status().mails[Outcome.FILED] >= 20)
        process.terminate()
        assert process.wait(20) == 0
        filed = store.views.status().mails[Outcome.FILED]
        assert 20 <= filed < 2000
        assert ombud.poll()["filed"] == 2000 - filed


def answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=2) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False
