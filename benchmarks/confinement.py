"""What the walls around one task cost.

    python benchmarks/confinement.py [--children 600]

Two processes with the same libraries take turns. Both fork a child that runs
the same small file. One child is bare; the other gets all that the grader's
children get: a scratch folder, limits, Landlock, the filter for system calls,
no privileges, a group and an output of its own. What is done once for all
children (namespaces, the larger part of the filter) is done before.
"""

import argparse
import gc
import json
import os
import statistics
import sys
import tempfile
import time

import numpy as np

from grader.model import Limits
from grader.sandbox import confine, namespaces, wire, zygote
from grader.sandbox.opening import hidden_folders
from grader.sandbox.scratch import make_scratch, remove_scratch
from grader.sandbox.signs import Signs

SOURCE = """
import numpy as np

def work(table):
    return [sum(row) for row in table], np.array(table) @ np.ones(2)
"""
ROUND = 20              # children in a row, before the other one has its turn
WARM = 20
WHERE = tempfile.gettempdir()
LIMITS = Limits()


def student() -> None:
    """What both kinds of children do."""
    module: dict[str, object] = {"__name__": "task"}
    exec(compile(SOURCE, "task.py", "exec"), module)
    module["work"]([[1, 2], [3, 4]])        # type: ignore[operator]


class Bare:
    """Forks children without any wall."""

    def child(self) -> int:
        """Pid of a new child."""
        pid = os.fork()
        if pid == 0:
            student()
            os._exit(0)
        return pid

    def clean(self) -> None:
        """Nothing is left behind."""


class Walled:
    """Forks children as the grader does."""

    def __init__(self) -> None:
        policy = confine.prepare(LIMITS, list(hidden_folders()))
        policy = namespaces.set_apart(policy)
        self.policy = confine.share(policy)
        self.keeper = ("pid" in policy.mechanisms.namespaces
                       and namespaces.Keeper())
        self.folder = os.path.join(WHERE, f"walls-{os.getpid()}")
        self.signs = Signs()
        self.place = 0

    def child(self) -> int:
        """Pid of a new child behind all walls."""
        job = wire.Job("function", "task", b"", "", {}, (), (), LIMITS)
        scratch = make_scratch(self.folder, job).scratch
        self.place = self.signs.claim()
        pid = os.fork()
        if pid == 0:
            try:
                self._confined(scratch)
            finally:
                os._exit(70)
        return pid

    def _confined(self, scratch: str) -> None:
        os.setsid()
        output = zygote.output_file()
        for number in (1, 2):
            os.dup2(output, number)
        os.chdir(scratch)
        confine.confine(self.policy, scratch, LIMITS)
        os.closerange(zygote.FIRST_FREE, 1024)
        self.signs.put_up(self.place)
        student()
        os._exit(0)

    def clean(self) -> None:
        """Remove the folder of the last child."""
        self.signs.take_down(self.place)
        remove_scratch(self.folder)


def one(kind: Bare | Walled) -> tuple[float, float]:
    """Milliseconds of wall and processor time for one child."""
    start, cpu = time.perf_counter(), time.process_time()
    pid = kind.child()
    _, status, usage = os.wait4(pid, 0)
    kind.clean()
    wall = time.perf_counter() - start
    spent = time.process_time() - cpu + usage.ru_utime + usage.ru_stime
    assert status == 0, f"the child ended with {status}"
    return wall * 1000, spent * 1000


def serve(kind: type[Bare] | type[Walled], orders: int, answers: int) -> None:
    """For each byte that comes: measure a round of children."""
    made = kind()
    for _ in range(WARM):
        one(made)
    gc.collect()
    gc.freeze()
    while os.read(orders, 1):
        data = json.dumps([one(made) for _ in range(ROUND)]) + "\n"
        os.write(answers, data.encode())
    if isinstance(made, Walled) and made.keeper:
        made.keeper.close()


class Side:
    """One of the two processes that take turns."""

    def __init__(self, kind: type[Bare] | type[Walled]) -> None:
        orders, self._orders = os.pipe()
        self._answers, answers = os.pipe()
        self._pid = os.fork()
        if self._pid == 0:
            try:
                os.close(self._orders)
                serve(kind, orders, answers)
                os._exit(0)
            finally:
                sys.excepthook(*sys.exc_info())  # type: ignore[arg-type]
                os._exit(1)
        os.close(orders)
        os.close(answers)
        self._lines = os.fdopen(self._answers)
        self.found: list[list[float]] = []

    def measure(self) -> None:
        """One round."""
        os.write(self._orders, b"x")
        self.found += json.loads(self._lines.readline())

    def close(self) -> None:
        """Let it end."""
        os.close(self._orders)
        os.waitpid(self._pid, 0)
        self._lines.close()

    def medians(self) -> tuple[float, float]:
        """Of wall and processor time."""
        walls, cpus = zip(*self.found, strict=True)
        return statistics.median(walls), statistics.median(cpus)


def main() -> None:
    """Measure in turns, print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--children", type=int, default=600)
    words = parser.parse_args()
    np.ones(2)                      # as the grader: loaded before the forks
    # One after the other: neither may hold the pipes of the other.
    bare = Side(Bare)
    walled = Side(Walled)
    for _ in range(max(words.children // ROUND, 1)):
        bare.measure()
        walled.measure()
    walled.close()
    bare.close()
    rows = {"bare `os.fork`": bare.medians(), "all walls": walled.medians()}
    first, second = rows.values()
    rows["the walls alone"] = (second[0] - first[0], second[1] - first[1])
    print("| one child | wall ms | CPU ms |\n| --- | ---: | ---: |")
    for name, (wall, cpu) in rows.items():
        print(f"| {name} | {wall:.2f} | {cpu:.2f} |")


if __name__ == "__main__":
    main()
