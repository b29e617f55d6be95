"""A mail of 40 MB goes the whole way without filling the memory."""

import base64
import json
import random
import subprocess
import sys
from pathlib import Path

from gdpr.records import Outcome
from tests.servers.dovecot import Dovecot
from tests.servers.ombud import Ombud

MEGABYTE = 1024 * 1024
HEADERS = (
    b"From: Eva Ek <eva@kund.example>\r\nTo: support@ftech.se\r\nSubject: Loggfiler\r\nMIME-Version: 1.0\r\n"
    b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n"
    b"Hej! Jag vill ha ett registerutdrag. Ring 070-174 06 05.\r\n--b\r\nContent-Type: application/zip\r\n"
    b"Content-Disposition: attachment; filename=logg.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n"
)
# On Linux, ru_maxrss begins at the size of the process that started this one: of the whole test run. VmHWM begins at the program.
POLL_AND_TELL_MEMORY = """
import re, resource, sys
from pathlib import Path
from cli.main import run
status = run(["poll", "--json"])
told = Path("/proc/self/status")
peak = re.search(r"VmHWM:\\s+(\\d+)", told.read_text()) if told.exists() else None
print(int(peak[1]) * 1024 if peak else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
sys.exit(status)
"""


def test_a_mail_of_forty_megabytes_is_filed_in_bounded_memory(dovecot: Dovecot, tmp_path: Path) -> None:
    attachment = base64.encodebytes(random.Random(1).randbytes(30 * MEGABYTE)).replace(b"\n", b"\r\n")
    dovecot.deliver([HEADERS + attachment + b"--b--\r\n"])
    ombud = Ombud(tmp_path, dovecot)
    command = [sys.executable, "-c", POLL_AND_TELL_MEMORY]
    done = subprocess.run(command, env=ombud.environment(), cwd=tmp_path, capture_output=True, text=True, timeout=110)
    tally, peak = done.stdout.splitlines()
    assert json.loads(tally) == {"fetched": 1, "filed": 1, "screened": 0, "duplicate": 0, "quarantined": 0}
    assert int(peak) < 400 * MEGABYTE
    with ombud.store() as store:
        assert store.views.status().mails[Outcome.FILED] == 1
        assert store.views.status().open_by_kind == {"access": 1}
