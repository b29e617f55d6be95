"""Train the model that hears requests (`gdpr/request_model.py`) and write what it learnt to `gdpr/request_weights.py`.

scikit-learn trains; Ombud does not need it. Give it an environment of its own:

    python3.11 -m venv /tmp/training && /tmp/training/bin/pip install scikit-learn
    PYTHONPATH=. /tmp/training/bin/python -m bench.train_requests

The texts (`bench/requests/*.jsonl`) were written for this, and so were the wordings that the tests promise to hear
(`tests/gdpr/wordings.tsv`). No labelled mail is among them. Some of the look-alikes were written after the false alarms on the
development set had been read, so that set is no longer new to the model.
"""

import json
import random
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import compress

import numpy as np
import scipy.sparse
from sklearn.linear_model import LogisticRegression

from gdpr.request_features import BUCKETS, features, fingerprint
from gdpr.request_rule import fold
from gdpr.requests import RequestKind
from gdpr.sentences import sentences

TEXTS = Path(__file__).with_name("requests")
WORDINGS = Path(__file__).parents[1] / "tests" / "gdpr" / "wordings.tsv"
WEIGHTS = Path(__file__).parents[1] / "gdpr" / "request_weights.py"
STRENGTH = 100.0  # of the fit: the inverse of what holds the weights small
REQUEST_COUNTS = 4  # times as much as a text without
PART_COUNTS = 0.5  # of a whole text
BURIED_AT_MOST = 300  # characters of a text that is also put into the middle of a mail about something else
SEED = 1
STEP_AT_MOST = 31  # of a weight; so few that most compress to nothing


@dataclass(frozen=True, slots=True)
class Example:
    """A text, the kinds it asks for, and how much it counts."""

    text: str
    kinds: tuple[str, ...]
    counts: float


def examples() -> Iterator[Example]:
    """Every text, whole; those that ask for nothing also sentence by sentence; short ones also buried in another matter."""
    chance = random.Random(SEED)
    around = list(_rows(TEXTS / "surroundings"))
    for row in around:
        yield from _silent(row["before"])
        yield from _silent(row["after"])
    for kind, text in (line.split("\t") for line in WORDINGS.read_text(encoding="utf-8").splitlines()):
        yield Example(text, () if kind == "-" else (kind,), 1.0)
    for row in _rows(TEXTS):
        kinds = tuple(row["labels"])
        yield Example(row["text"], kinds, 1.0)
        if not kinds:
            yield from _silent(row["text"])
        if len(row["text"]) <= BURIED_AT_MOST:
            frame = chance.choice([one for one in around if one["lang"] == row["lang"]])
            yield Example(f"{frame['before']}\n\n{row['text']}\n\n{frame['after']}", kinds, PART_COUNTS)


def _rows(folder: Path) -> Iterator[dict[str, Any]]:
    for file in sorted(folder.glob("*.jsonl")):
        yield from map(json.loads, file.read_text(encoding="utf-8").splitlines())


def _silent(text: str) -> Iterator[Example]:
    return (Example(one.text, (), PART_COUNTS) for one in sentences(text, "body", 0))


def matrix(texts: list[str]) -> scipy.sparse.csr_matrix:
    """A row of features for each text; together they weigh the same in each."""
    rows = [features(fold(text)) for text in texts]
    shares = np.concatenate([np.full(len(row), 1 / max(1, len(row)) ** 0.5) for row in rows])
    ends = np.cumsum([0, *map(len, rows)])
    return scipy.sparse.csr_matrix((shares, np.concatenate([np.array(row, int) for row in rows]), ends), shape=(len(texts), BUCKETS))


def trained(known: list[Example]) -> tuple[np.ndarray, np.ndarray]:
    """The weights of each head (the kinds in order, and whether anything is asked for) and their biases."""
    seen = matrix([one.text for one in known])
    used = np.unique(seen.indices)
    counts = np.array([one.counts for one in known])
    wanted = [np.array([kind.value in one.kinds for one in known]) for kind in RequestKind]
    weights, biases = np.zeros((len(wanted) + 1, BUCKETS)), np.zeros(len(wanted) + 1)
    for head, asked in enumerate([*wanted, np.any(wanted, axis=0)]):
        favour = {False: 1, True: REQUEST_COUNTS if head < len(wanted) else 1}
        fitted = LogisticRegression(C=STRENGTH, class_weight=favour, solver="liblinear", max_iter=300, tol=1e-3)
        fitted.fit(seen[:, used], asked, counts)
        weights[head, used], biases[head] = fitted.coef_[0], fitted.intercept_[0]
    return weights, biases


def written(weights: np.ndarray, biases: np.ndarray) -> str:
    """The module that holds the weights, each in a byte of its head's steps."""
    steps = np.abs(weights).max(axis=1) / STEP_AT_MOST
    small = np.round(weights / steps[:, None]).astype(np.int8)
    packed = b64encode(compress(small.tobytes(), 9)).decode()
    lines = "\n".join(f'    b"{packed[place : place + 128]}"' for place in range(0, len(packed), 128))
    return (
        '"""What the model of requests has learnt: written by `bench/train_requests.py`, not by hand."""\n\n'
        f"LEARNT_WITH = {fingerprint()}\n"
        f"STEPS = {tuple(float(f'{step:.6g}') for step in steps)}\n"
        f"BIASES = {tuple(float(f'{bias:.6g}') for bias in biases)}\n"
        f"WEIGHTS = (\n{lines}\n)\n"
    )


def main() -> None:
    """Train on all texts and write the weights."""
    known = list(examples())
    WEIGHTS.write_text(written(*trained(known)), encoding="utf-8")
    print(f"{len(known)} examples; {WEIGHTS.name} has {WEIGHTS.stat().st_size / 1024:.0f} kB")


if __name__ == "__main__":
    main()
