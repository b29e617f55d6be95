"""How long a process takes, and how much memory it and its children hold at most, together."""

import os
import resource
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

PROC = Path("/proc")


@dataclass(frozen=True, slots=True)
class Run:
    """What one process took, start and end of the interpreter included."""

    seconds: float
    cpu_seconds: float
    peak_mb: float
    output: str


def run(command: Sequence[str], environment: Mapping[str, str] | None = None) -> Run:
    """Run it to its end; an exit status other than 0 is an error that shows what it wrote."""
    started, cpu_before = time.perf_counter(), _cpu_of_children()
    surroundings = {**os.environ, **(environment or {})}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=surroundings)
    peak = 0
    while process.poll() is None:
        peak = max(peak, memory(process.pid))
        time.sleep(0.05)
    seconds = time.perf_counter() - started
    output, errors = process.communicate()
    cpu_seconds = _cpu_of_children() - cpu_before
    if process.returncode:
        raise SystemExit(f"{' '.join(command[:3])} ended with {process.returncode}:\n{errors[-2000:]}")
    return Run(seconds, cpu_seconds, peak / 1e6, output)


def _cpu_of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def memory(pid: int) -> int:
    """Bytes of memory that a process and its children hold now; pages that they share are counted once."""
    total = 0
    for member in (pid, *_children(pid)):
        try:
            lines = (PROC / str(member) / "smaps_rollup").read_text().splitlines()
        except OSError:  # it has just ended
            continue
        total += next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0) * 1024
    return total


def _children(pid: int) -> list[int]:
    try:
        tasks = list((PROC / str(pid) / "task").iterdir())
        found = [int(child) for task in tasks for child in (task / "children").read_text().split()]
    except OSError:
        return []
    return found + [grandchild for child in found for grandchild in _children(child)]
