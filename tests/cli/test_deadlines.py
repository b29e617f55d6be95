"""`ombud deadlines` as a script meets it: a process, its output and its exit status."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

OMBUD = Path(sys.executable).with_name("ombud")
DATES = ["received_day", "promise_on", "legal_on", "legal_se_on", "extended_on", "operational_on", "due_on"]


def ombud(*arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run([OMBUD, *arguments], input=given, capture_output=True, text=True, timeout=60, check=False)


def test_json_gives_one_object_a_line_with_the_promised_keys() -> None:
    ended = ombud("deadlines", "--json", "2026-03-05T10:00+01:00", "2026-11-24T14:00Z")
    easter, christmas = map(json.loads, ended.stdout.splitlines())
    assert easter == {
        "received_at": "2026-03-05T09:00:00Z",
        "received_day": "2026-03-05",
        "promise_on": "2026-04-04",
        "legal_on": "2026-04-07",
        "legal_se_on": "2026-04-07",
        "extended_on": "2026-06-05",
        "operational_on": "2026-04-02",
        "due_on": "2026-04-04",
    }
    assert (christmas["legal_on"], christmas["legal_se_on"]) == ("2026-12-24", "2026-12-28")
    assert (ended.returncode, ended.stderr) == (0, "")


def test_a_person_gets_a_table() -> None:
    head, row = ombud("deadlines", "2026-11-30T22:58Z").stdout.splitlines()
    assert head.split() == ["received_at", *DATES]
    assert row.split()[1] == "2026-11-30"


def test_a_dash_reads_instants_from_standard_input() -> None:
    ended = ombud("deadlines", "--json", "-", given="2026-03-05T10:00+01:00\n\n2026-03-06T10:00+01:00\n")
    assert [json.loads(line)["received_day"] for line in ended.stdout.splitlines()] == ["2026-03-05", "2026-03-06"]


@pytest.mark.parametrize(
    ("instant", "told"),
    [
        ("2026-03-05T10:00", "add an offset"),
        ("yesterday", "is no instant"),
        ("1066-10-14T09:00Z", "out of range"),
    ],
)
def test_a_wrong_instant_is_told_in_one_sentence_and_nothing_is_printed(instant: str, told: str) -> None:
    ended = ombud("deadlines", "--json", "2026-03-05T10:00Z", instant)
    assert ended.returncode == 2
    assert ended.stdout == ""
    assert told in ended.stderr
    assert ended.stderr.count("\n") == 1


def test_no_setting_is_needed_and_a_wrong_one_does_not_matter() -> None:
    ended = subprocess.run(
        [OMBUD, "deadlines", "2026-03-05T10:00Z"], env={"OMBUD_NONSENSE": "1"}, capture_output=True, text=True, timeout=60, check=False
    )
    assert ended.returncode == 0
