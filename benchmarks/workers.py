"""One worker against two: a pile of submissions, shared between processes.

    python benchmarks/workers.py [TOPIC] [--submissions 40] [--runs 5]

Each worker is one process with its own zygote that runs one task at a time.
A worker of its own accord uses a second core too: verdicts are made while the
next task runs. So it is measured twice, with a core for each worker and with
all cores for all. Prints the table of benchmarks/README.md. Run it on a quiet
machine.
"""

import argparse
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from measuring import ENVIRONMENT

OURS = str(Path(__file__).resolve().parent / "ours.py")
WORKERS = (1, 2)


def main() -> None:
    """Measure in turns and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("topic", nargs="?", default="0x00-linear_algebra")
    parser.add_argument("--submissions", type=int, default=40)
    parser.add_argument("--runs", type=int, default=5)
    words = parser.parse_args()
    print("| cores | workers | wall s | of one |\n"
          "| --- | ---: | ---: | ---: |")
    ways = [(own, count) for own in (True, False) for count in WORKERS]
    seconds: dict[tuple[bool, int], list[float]] = {way: [] for way in ways}
    for _ in range(words.runs):
        for own, count in ways:
            seconds[own, count].append(grade_all(
                count, words.submissions, words.topic, own))
    for own, count in ways:
        middle = statistics.median(seconds[own, count])
        one = statistics.median(seconds[own, 1])
        print(f"| {'one each' if own else 'all for all'} | {count} | "
              f"{middle:.2f} | {middle / one:.2f} |")


def grade_all(workers: int, submissions: int, topic: str,
              own: bool) -> float:
    """Wall seconds until all workers are done, with their start.

    own: each worker has a core for itself and what it starts
    """
    cores = sorted(os.sched_getaffinity(0))
    start = time.perf_counter()
    running = []
    for worker in range(workers):
        os.sched_setaffinity(0, {cores[worker]} if own else cores)
        running.append(subprocess.Popen(
            [sys.executable, OURS, str(submissions // workers), topic, "1"],
            env=os.environ | ENVIRONMENT))
    os.sched_setaffinity(0, cores)
    assert [process.wait() for process in running] == [0] * workers
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
