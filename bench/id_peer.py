"""Reads the zones of a folder of pictures with a peer; runs in the peer's own environment (see bench/id_images.py)."""

import json
import sys
import time
from pathlib import Path
from typing import Any


def passporteye(file: str) -> dict[str, Any]:
    """What PassportEye reads: the days as they stand in the zone."""
    from passporteye import read_mrz

    found = read_mrz(file)
    return {"birth": found.date_of_birth, "expiry": found.expiration_date} if found else {}


def fastmrz(file: str) -> dict[str, Any]:
    """What fastmrz reads, its days turned back into those of the zone."""
    from fastmrz import FastMRZ

    found = FastMRZ().get_details(file)
    days = {"birth": found.get("birth_date") or found.get("date_of_birth"), "expiry": found.get("expiry_date")}
    return {name: str(day or "").replace("-", "")[-6:] for name, day in days.items()}


def main() -> None:
    """Print a line for each picture."""
    peer = {"passporteye": passporteye, "fastmrz": fastmrz}[sys.argv[1]]
    for file in sorted(Path(sys.argv[2]).glob("*.jpg")):
        begin = time.perf_counter()
        try:
            read = peer(str(file))
        except Exception:  # noqa: BLE001 - a peer that breaks has read nothing
            read = {}
        print(json.dumps({"birth": "", "expiry": "", **read, "seconds": time.perf_counter() - begin}), flush=True)


if __name__ == "__main__":
    main()
