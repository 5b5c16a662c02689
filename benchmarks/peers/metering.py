"""Wall time, processor time and memory of a program and all that it starts.

This process adopts what its children leave behind (Linux: subreaper), so that
the processor time of a whole tree is known, and nothing of it stays.
"""

from __future__ import annotations

import ctypes
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measuring import Cost

ADOPT = 36              # PR_SET_CHILD_SUBREAPER
GRACE = 1.0             # seconds for what outlives its parent


@dataclass(frozen=True)
class Run:
    """What became of a program.

    cost: its megabytes are the peak of the whole tree if it was watched,
        else those of its largest process
    has_ended: False if it had to be stopped
    """

    cost: Cost
    status: int
    has_ended: bool


@dataclass(frozen=True)
class Program:
    """What to start, and where."""

    words: list[str]
    folder: Path
    variables: dict[str, str]
    said: Path = Path(os.devnull)


def run(program: Program, seconds: float = 600.0,
        watch: float = 0.0) -> Run:
    """Start, wait, clean up.

    watch: seconds between looks at the memory of the tree; 0: never, since
        looking takes time too
    """
    adopt_orphans()
    with open(program.said, "wb") as said:
        start = time.perf_counter()
        process = subprocess.Popen(
            program.words, cwd=program.folder, env=program.variables,
            stdin=subprocess.DEVNULL, stdout=said, stderr=said,
            start_new_session=True)
    has_ended, peak = _wait(process.pid, start + seconds, watch)
    wall = time.perf_counter() - start
    if not has_ended:
        _end_all()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    cpu = usage.ru_utime + usage.ru_stime + _orphans()
    return Run(Cost(wall, cpu, peak if watch else usage.ru_maxrss / 1024),
               process.returncode, has_ended)


def adopt_orphans() -> None:
    """Processes whose parent has ended become children of this one."""
    if not sys.platform.startswith("linux"):
        raise SystemExit("Measuring a whole tree of processes needs Linux.")
    ctypes.CDLL(None).prctl(ADOPT, 1, 0, 0, 0)


def _wait(pid: int, until: float, watch: float) -> tuple[bool, float]:
    """Whether it ended in time; the peak of memory in MB."""
    peak = 0.0
    end = os.pidfd_open(pid)
    try:
        while (left := until - time.perf_counter()) > 0:
            if watch:
                peak = max(peak, megabytes())
            if select.select([end], [], [], min(left, watch or left))[0]:
                return True, peak
    finally:
        os.close(end)
    return False, peak


def _orphans() -> float:
    """Reap what is left, after a moment by force; its processor time."""
    cpu, until = 0.0, time.perf_counter() + GRACE
    while True:
        try:
            pid, _, usage = os.wait4(-1, os.WNOHANG)
        except ChildProcessError:
            return cpu
        if pid:
            cpu += usage.ru_utime + usage.ru_stime
            continue
        if time.perf_counter() > until:
            _end_all()
        time.sleep(0.005)


def _end_all() -> None:
    for pid in descendants():
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            continue


def descendants() -> list[int]:
    """All processes below this one, and no other."""
    children: dict[int, list[int]] = {}
    for pid, parent in _parents():
        children.setdefault(parent, []).append(pid)
    found = list(children.get(os.getpid(), ()))
    for pid in found:                   # it grows while we go along it
        found += children.get(pid, ())
    return found


def _parents() -> Iterator[tuple[int, int]]:
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                text = Path(f"/proc/{name}/stat").read_text()
            except OSError:
                continue
            yield int(name), int(text.rpartition(")")[2].split()[1])


def megabytes() -> float:
    """Memory of all descendants; what several share counts once."""
    return sum(_share(pid) for pid in descendants()) / 1024


def _share(pid: int) -> int:
    """Kilobytes of one process; all that it has where shares are unknown."""
    for name, word in (("smaps_rollup", "Pss:"), ("status", "VmRSS:")):
        try:
            text = Path(f"/proc/{pid}/{name}").read_text()
        except OSError:
            continue
        for line in text.splitlines():
            if line.startswith(word):
                return int(line.split()[1])
    return 0
