"""How well identity documents are told in pictures, and what it costs: ours, PassportEye and fastmrz on the same files.

    python -m bench.id_images             # the whole set by our reader; --peers adds the other two
    python -m bench.id_images --sample 5  # every fifth file

The peers read zones and nothing else, so only these are compared. They are installed into var/bench/id_peers.
"""

import json
import os
import statistics
import subprocess
import sys
import time
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from detectors.id_document import IdFields, IdReading, Verdict
from detectors.mrz import read_zone
from ingest.image_reader import ImageReader
from tests.drawings.files import Drawn, identity_documents, other_things
from tests.drawings.zones import LETTERS

PROJECT = Path(__file__).parents[1]
CORPORA = Path(os.environ.get("OMBUD_CORPORA", PROJECT.parent / "shared")) / "corpora" / "images"
PEERS = PROJECT / "var" / "bench" / "id_peers"
PACKAGES = ("passporteye==2.2.2", "scikit-image<0.26", "fastmrz==2.1.2")


@dataclass(frozen=True, slots=True)
class Item:
    """One file: whether it shows a whole identity document, and what its zone says where it has a legible one."""

    name: str
    content: bytes
    is_document: bool
    zone: IdFields | None = None


@dataclass(frozen=True, slots=True)
class Measured:
    """One file with our reading of it and the seconds it took."""

    item: Item
    reading: IdReading
    seconds: float

    @property
    def is_right(self) -> bool:
        """Whether it was told for what it is."""
        return (self.reading.verdict is Verdict.ID_DOCUMENT) == self.item.is_document

    @property
    def zone_is_right(self) -> bool:
        """Whether name, days and, in Swedish zones, the national number are those of the zone, and its check digits held."""
        want, got = self.item.zone, self.reading.fields
        if not want or not self.reading.reason.startswith("mrz"):
            return False
        return (want.name.upper(), want.birth_date, want.expires_on) == (got.name.upper(), got.birth_date, got.expires_on)


def collected() -> Iterator[Item]:
    """The files of the collections; a cover of a passport is neither, and folders are no files."""
    for row in map(json.loads, (CORPORA / "labels.jsonl").read_text(encoding="utf-8").splitlines()):
        file = CORPORA / row["path"]
        if file.is_file() and row["id_document"] in (True, False) and file.suffix != ".txt":
            yield Item(row["path"], file.read_bytes(), row["id_document"], _said(row["mrz"]) if row.get("mrz_valid") else None)


def _said(rows: Sequence[str]) -> IdFields | None:
    zone = read_zone(rows)
    return IdFields(f"{zone.given_names} {zone.surname}", zone.birth_date, "", zone.expires_on) if zone else None


def drawn() -> Iterator[Item]:
    """The drawings of the tests."""
    for one in (*identity_documents(), *other_things()):
        yield Item(one.name, one.content, one.document is not None, _drawn_zone(one))


def _drawn_zone(one: Drawn) -> IdFields | None:
    if not (one.person and one.has_zone) or one.name.endswith("masked"):
        return None
    name = f"{one.person.given_names} {one.person.surname}".translate(LETTERS).replace("<", " ")
    return IdFields(name, one.person.born, one.person.national_number, one.person.expires_on)


def measure(items: Sequence[Item]) -> tuple[list[Measured], float]:
    """Our reading of each file, by one process, and the most memory that it held, in megabytes."""
    measured, peak = [], 0.0
    with ImageReader() as reader:
        reader.read(b"")  # the start of the process is not the cost of a picture
        for item in items:
            begin = time.perf_counter()
            reading = reader.read(item.content)
            measured.append(Measured(item, reading, time.perf_counter() - begin))
            peak = max(peak, _peak(reader.pid))
    return measured, peak


def _peak(pid: int | None) -> float:
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:  # it was replaced
        return 0.0
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def show(title: str, measured: Sequence[Measured]) -> None:
    """Print accuracy, zones and seconds of one set, and every miss."""
    documents = [one for one in measured if one.item.is_document]
    told = [one for one in measured if one.reading.verdict is Verdict.ID_DOCUMENT]
    right = sum(one.item.is_document for one in told)
    zones = [one for one in measured if one.item.zone]
    seconds = sorted(one.seconds for one in measured)
    print(f"\n{title}: {len(measured)} files, {len(documents)} identity documents")
    print(f"  recall {right}/{len(documents)}, precision {right}/{len(told)}")
    print(f"  zones fully right {sum(one.zone_is_right for one in zones)}/{len(zones)}")
    print(f"  seconds: median {statistics.median(seconds):.2f}, 95 % {seconds[int(len(seconds) * 0.95)]:.2f}, longest {seconds[-1]:.2f}")
    for one in measured:
        if not one.is_right:
            print(f"  wrong: {one.item.name}: {one.reading.verdict}, {one.reading.reason}, {one.reading.score}")
        elif one.item.zone and not one.zone_is_right:
            print(f"  zone not right: {one.item.name}: {one.reading.reason}")


def peers(items: Sequence[Item]) -> None:
    """Print how many of the zones the peers read with valid days of birth and expiry."""
    if not (PEERS / "bin" / "python").exists():
        subprocess.run([sys.executable, "-m", "venv", str(PEERS)], check=True)
    installed = subprocess.run([PEERS / "bin" / "pip", "install", "--quiet", *PACKAGES], capture_output=True, text=True)
    if installed.returncode:
        print(f"\nThe peers cannot be installed here: {installed.stderr.strip().splitlines()[-1]}")
        return
    zoned = [item for item in items if item.zone and not item.content.startswith(b"%PDF")]
    folder = PROJECT / "var" / "bench" / "id_files"
    folder.mkdir(parents=True, exist_ok=True)
    for number, item in enumerate(zoned):
        (folder / f"{number:03}.jpg").write_bytes(item.content)
    for peer in ("passporteye", "fastmrz"):
        run = subprocess.run([PEERS / "bin" / "python", PROJECT / "bench" / "id_peer.py", peer, folder], capture_output=True, text=True)
        rows = [json.loads(line) for line in run.stdout.splitlines()]
        right = sum(_days(item.zone) == (row["birth"], row["expiry"]) for item, row in zip(zoned, rows, strict=False) if item.zone)
        spent = statistics.median(row["seconds"] for row in rows) if rows else 0.0
        print(f"  {peer}: days of birth and expiry right {right}/{len(zoned)}, median {spent:.2f} s{'' if rows else ' (it does not run)'}")


def _days(fields: IdFields) -> tuple[str, str]:
    return (f"{fields.birth_date:%y%m%d}" if fields.birth_date else "", f"{fields.expires_on:%y%m%d}" if fields.expires_on else "")


def main() -> None:
    """Measure and print."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--sample", type=int, default=1, help="only every so many files")
    parser.add_argument("--peers", action="store_true", help="PassportEye and fastmrz too")
    chosen = parser.parse_args()
    sets = [("collections", list(collected())[:: chosen.sample]), ("drawings", list(drawn())[:: chosen.sample])]
    for title, items in sets:
        measured, peak = measure(items)
        show(title, measured)
        print(f"  the process held at most {peak:.0f} MB")
    if chosen.peers:
        print("\nzones by the peers:")
        peers([item for _, items in sets for item in items])


if __name__ == "__main__":
    main()
