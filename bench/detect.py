"""How well Ombud understands the labelled mails: scores, a confusion table, every miss, and what it costs.

    python -m bench.detect                                  # scores; -v lists every miss; --peers measures others on the same mails
    python -m bench.detect tests/mail/third_set             # another set with the same kind of labels
    OMBUD_CORPORA=/elsewhere python -m bench.detect
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

from cli.analysis import analysed, options
from detectors.passage import Passage
from detectors.registry import find_all
from gdpr.facts import facts_of
from gdpr.roles import with_roles
from gdpr.routing import request_kinds
from gdpr.screening import screen
from ingest.parse import parse

CORPORA = Path(os.environ.get("OMBUD_CORPORA", Path(__file__).parents[1].parent / "shared"))
LABELLED = CORPORA / "mail_dev"
KEYS = ("lang", "auto", "name", "emails", "phones", "callback", "personnummer", "orgnr", "address")
Row = dict[str, Any]


def prediction(row: Row) -> Row:
    """One line of `ombud analyse --json` as the scorer wants it."""
    kinds = [found["kind"] for found in row["requests"]]
    return {
        "file": row["file"],
        **{key: row[key] for key in KEYS},
        "request": kinds[0] if kinds else None,
        "also": kinds[1:],
        "id_document": bool(row["id_documents"]),
    }


def predictions(folder: Path) -> list[Row]:
    """The predictions for all mails of a folder."""
    reading = options()
    return [prediction(analysed(file.name, file.read_bytes(), reading)) for file in sorted(folder.glob("*.eml"))]


def labels(folder: Path) -> dict[str, Row]:
    """The labels by file name."""
    rows = map(json.loads, (folder / "labels.jsonl").read_text(encoding="utf-8").splitlines())
    return {row["file"]: row for row in rows}


def confusion(truth: dict[str, Row], found: list[Row]) -> None:
    """Print which kind of request was taken for which."""
    pairs: Counter[tuple[str, str]] = Counter()
    for row in found:
        label = truth[row["file"]]
        accepted = [label["request"], *label.get("request_alt", [])]
        pairs[(str(label["request"]), str(label["request"] if row["request"] in accepted else row["request"]))] += 1
    print("\nrequest: labelled → found")
    for (want, got), count in sorted(pairs.items()):
        print(f"  {'' if want == got else '✗'} {want} → {got}: {count}")


def cost(folder: Path) -> None:
    """Print what each step takes for an average mail."""
    reading = options()
    mails = [parse(file.read_bytes()) for file in sorted(folder.glob("*.eml"))]
    spent: Counter[str] = Counter()
    for _ in range(5):
        for mail in mails:
            begin = time.process_time()
            findings = find_all((Passage(mail.subject, part="subject"), *mail.passages), reading.receiver, reading.today)
            detected = time.process_time()
            screen(mail)
            screened = time.process_time()
            request_kinds(mail)
            routed = time.process_time()
            facts_of(mail, with_roles(mail, findings))
            spent["detect"] += detected - begin  # type: ignore[assignment]
            spent["screen"] += screened - detected  # type: ignore[assignment]
            spent["route"] += routed - screened  # type: ignore[assignment]
            spent["facts"] += time.process_time() - routed  # type: ignore[assignment]
    for step, seconds in spent.items():
        print(f"  {step}: {seconds / len(mails) / 5 * 1000:.3f} ms a mail")


def chosen_folder() -> Path:
    """The labelled mails named on the command line, else those beside the project."""
    folder = next((Path(word) for word in sys.argv[1:] if not word.startswith("-")), LABELLED)
    if not folder.is_dir():
        sys.exit(f"There are no labelled mails in {folder}; set OMBUD_CORPORA to the folder that holds mail_dev.")
    return folder


def main() -> None:
    """Score, list the misses, and measure."""
    folder = chosen_folder()
    found = predictions(folder / "mails")
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.write("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in found))
        file.flush()
        scorer = [sys.executable, str(LABELLED / "score.py"), file.name, "--broken", "include", "--labels", str(folder / "labels.jsonl")]
        subprocess.run(scorer, check=True)
        for key in (*KEYS, "request"):
            subprocess.run([*scorer, "--errors", key], check=True) if "-v" in sys.argv else None
    confusion(labels(folder), found)
    print("\ncost")
    cost(folder / "mails")
    if "--peers" in sys.argv:
        subprocess.run([sys.executable, "-m", "bench.presidio", str(folder)], check=True)


if __name__ == "__main__":
    main()
