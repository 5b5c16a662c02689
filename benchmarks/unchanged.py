"""What `grader` costs on a tree that did not change since the last run.

    python benchmarks/unchanged.py [--runs 10]

The whole process, for all tasks of the course: nothing changed, one task
changed, and everything run anew. Works on copies, with a cache of its own.
"""

import argparse
import os
import shutil
import statistics
import tempfile
from pathlib import Path

from measuring import ENVIRONMENT, ROOT, Cost, median, run_once

CHANGED = "0x00-linear_algebra/8-ridin_bareback.py"


def measured(words: list[str], file: Path, runs: int,
             change: bool) -> list[Cost]:
    """One cost a run; the file changes before each if that is asked for."""
    costs = []
    text = file.read_text()
    for number in range(runs):
        if change:
            file.write_text(f"{text.rstrip()}  # {number}\n")
        costs.append(run_once(words))
    return costs


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=10)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        tasks = Path(folder, "tasks")
        for topic in ROOT.glob("0x*"):
            shutil.copytree(topic, tasks / topic.name)
        ENVIRONMENT.update(XDG_CACHE_HOME=os.path.join(folder, "cache"),
                           CI="", GRADER_NO_CACHE="")
        words = ["-m", "grader", "grade", str(tasks)]
        file = tasks / CHANGED
        measured(words, file, 2, False)     # fills caches, fonts, bytecode
        print("| the tree | wall ms | slowest ms | CPU ms |\n"
              "| --- | ---: | ---: | ---: |")
        for name, extra, change in (
                ("did not change", [], False), ("one task changed", [], True),
                ("all run anew", ["--no-cache"], False)):
            costs = measured(words + extra, file, runs, change)
            middle = median(costs)
            slowest = max(cost.wall for cost in costs)
            print(f"| {name} | {middle.wall * 1000:.0f} | "
                  f"{slowest * 1000:.0f} | {middle.cpu * 1000:.0f} |",
                  flush=True)
        print(f"\nmedians of {runs}; spread of the last row "
              f"{statistics.pstdev(cost.wall for cost in costs):.2f} s")


if __name__ == "__main__":
    main()
