"""The name of this process as the holder of a lease, and whether another holder is known to have died."""

import hashlib
import os
import socket
from pathlib import Path

_BOOT = Path("/proc/sys/kernel/random/boot_id")
_PROCESSES = Path("/proc/self/ns/pid")


def this_process() -> str:
    """Unique among all processes that may ask for the same lease: where process numbers are counted, and ours."""
    return f"{_where()}/{os.getpid()}"


def is_gone(holder: str) -> bool:
    """Whether the holder was a process of this very machine, since its last start, that runs no more."""
    where, _, number = holder.partition("/")
    if where != _where() or not _BOOT.exists() or not number.isdecimal():
        return False
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False


def _where() -> str:
    """A start of a machine and a container on it; two containers count processes separately even under one host name."""
    boot = _BOOT.read_text().strip() if _BOOT.exists() else ""
    container = str(_PROCESSES.readlink()) if _PROCESSES.is_symlink() else ""
    return hashlib.sha256("/".join((socket.gethostname(), boot, container)).encode()).hexdigest()[:16]
