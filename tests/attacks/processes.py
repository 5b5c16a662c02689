"""Finds what student code left running, whoever its parent was.

This process adopts what loses its parent below it, so that nothing which a
sandbox started can hide by becoming somebody else's child.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

SET_CHILD_SUBREAPER = 36


@contextlib.contextmanager
def adopting_orphans() -> Iterator[None]:
    """Get every process below this one whose parent ends."""
    prctl = ctypes.CDLL(None).prctl
    prctl(SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    try:
        yield
    finally:
        prctl(SET_CHILD_SUBREAPER, 0, 0, 0, 0)


def running_below() -> set[int]:
    """Pids of all processes below this one that still run."""
    found: set[int] = set()
    todo = {os.getpid()}
    while todo:
        todo = {child for pid in todo for child in children(pid)} - found
        found |= todo
    return {pid for pid in found if is_running(pid)}


def children(pid: int) -> set[int]:
    """Pids of the children of a process, whichever thread made them."""
    found: set[int] = set()
    with contextlib.suppress(OSError):          # it ended meanwhile
        for thread in Path(f"/proc/{pid}/task").iterdir():
            found.update(map(int, (thread / "children").read_text().split()))
    return found


def is_running(pid: int) -> bool:
    """Whether the process is there and no zombie."""
    try:
        text = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False
    return text.rpartition(")")[2].split()[0] not in "ZX"


def end_all_but(known: set[int], seconds: float) -> list[int]:
    """Wait for all others to end; pids of those that had to be killed."""
    until = time.monotonic() + seconds
    while left := running_below() - known:
        if time.monotonic() > until:
            for pid in left:
                with contextlib.suppress(OSError):
                    os.kill(pid, signal.SIGKILL)
                with contextlib.suppress(OSError):  # ours if adopted
                    os.waitpid(pid, 0)
            return sorted(left)
        time.sleep(0.005)
    return []
