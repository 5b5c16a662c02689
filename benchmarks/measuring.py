"""Run a command several times; medians of wall time, CPU time and memory."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = {
    **os.environ, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1", "PYTHONDONTWRITEBYTECODE": "",
    "GRADER_NO_CACHE": "1",     # what is measured must run
}


@dataclass(frozen=True)
class Cost:
    """Seconds of wall and processor time; MB of the largest process."""

    wall: float
    cpu: float
    megabytes: float

    def minus(self, other: Cost, count: int) -> Cost:
        """What one of `count` further units cost."""
        return Cost((self.wall - other.wall) / count,
                    (self.cpu - other.cpu) / count, self.megabytes)


def run_once(words: list[str], folder: Path = ROOT) -> Cost:
    """Run a Python program and all that it starts."""
    variables = dict(ENVIRONMENT)
    if words[:2] == ["-m", "grader"]:   # as a user, who has no such variable
        del variables["PYTHONPATH"]
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *words], stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE, cwd=folder, env=variables)
    assert process.stderr is not None
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        raise RuntimeError(f"{words}: {said.decode()[-2000:]}")
    return Cost(wall, usage.ru_utime + usage.ru_stime,
                usage.ru_maxrss / 1024)


def median(costs: list[Cost]) -> Cost:
    """The median of each number."""
    return Cost(statistics.median(cost.wall for cost in costs),
                statistics.median(cost.cpu for cost in costs),
                max(cost.megabytes for cost in costs))


def measure(programs: dict[str, list[str]], runs: int) -> dict[str, Cost]:
    """Run all programs in turn, so that a busy minute hits them alike."""
    costs: dict[str, list[Cost]] = {name: [] for name in programs}
    for words in programs.values():
        run_once(words)                 # fills caches of files and bytecode
    for _ in range(runs):
        for name, words in programs.items():
            costs[name].append(run_once(words))
    return {name: median(found) for name, found in costs.items()}


def row(name: str, cost: Cost, floor: Cost | None = None) -> str:
    """One line of a Markdown table."""
    ratio = f"{cost.cpu / floor.cpu:.2f}" if floor else ""
    return (f"| {name} | {cost.wall * 1000:.0f} | {cost.cpu * 1000:.0f} | "
            f"{cost.megabytes:.0f} | {ratio} |")


HEAD = ("| what | wall ms | CPU ms | MB | CPU / floor |\n"
        "| --- | ---: | ---: | ---: | ---: |")
