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
from collections.abc import Callable, Iterator
from pathlib import Path

SET_CHILD_SUBREAPER = 36
GONE, STOPPED = "ZX", "Tt"


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
    return state_of(pid) not in GONE


def state_of(pid: int) -> str:
    """The letter by which the kernel tells what a process does."""
    try:
        text = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return "X"
    return text.rpartition(")")[2].split()[0]


def survives(pid: int) -> bool:
    """Whether nobody has killed the process; stops it if so.

    No clock can tell it: on a busy machine what was killed is there for long.
    But it never stops any more, while everything else does.
    """
    with contextlib.suppress(OSError):
        os.kill(pid, signal.SIGSTOP)
    while (state := state_of(pid)) not in GONE:
        if state in STOPPED:
            return True
        time.sleep(0.005)
    return False


def end_all_but(known: set[int], settle: Callable[[], None]) -> list[int]:
    """End all others; pids of those that nobody had killed before.

    settle: returns when whoever kills has killed all that it means to
    """
    found = running_below() - known
    if not found:
        return []
    settle()
    left = sorted(pid for pid in found if survives(pid))
    for pid in left:
        with contextlib.suppress(OSError):
            os.kill(pid, signal.SIGKILL)
        with contextlib.suppress(OSError):      # ours if adopted
            os.waitpid(pid, 0)
    return left
