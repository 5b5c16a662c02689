"""One worker against two: a pile of submissions, shared between processes.

    python benchmarks/workers.py [TOPIC] [--submissions 40] [--runs 5]

Each worker is one process with its own zygote that runs one task at a time.
Prints the table of benchmarks/README.md. Run it on a quiet machine.
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
    seconds: dict[int, list[float]] = {count: [] for count in WORKERS}
    for _ in range(words.runs):
        for count in WORKERS:
            seconds[count].append(
                grade_all(count, words.submissions, words.topic))
    one = statistics.median(seconds[1])
    print("| workers | wall s | of one |\n| ---: | ---: | ---: |")
    for count in WORKERS:
        middle = statistics.median(seconds[count])
        print(f"| {count} | {middle:.2f} | {middle / one:.2f} |")


def grade_all(workers: int, submissions: int, topic: str) -> float:
    """Wall seconds until all workers are done, with their start."""
    start = time.perf_counter()
    running = [subprocess.Popen(
        [sys.executable, OURS, str(submissions // workers), topic, "1"],
        env=os.environ | ENVIRONMENT) for _ in range(workers)]
    assert [process.wait() for process in running] == [0] * workers
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
