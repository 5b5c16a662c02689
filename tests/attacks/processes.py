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
    parents: dict[int, tuple[int, str]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with contextlib.suppress(OSError):      # it ended meanwhile
                text = (entry / "stat").read_text()
                state, parent = text.rpartition(")")[2].split()[:2]
                parents[int(entry.name)] = (int(parent), state)
    found: set[int] = set()
    todo = {os.getpid()}
    while todo:
        todo = {pid for pid, (parent, _) in parents.items()
                if parent in todo}
        found |= todo
    return {pid for pid in found if parents[pid][1] not in "ZX"}


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
