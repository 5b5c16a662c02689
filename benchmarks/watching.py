"""From saving a file to its verdict on the screen of `grader watch`.

    python benchmarks/watching.py [--saves 20]

Starts `grader watch` on a copy of the tasks in a terminal of its own, writes
one task file again and again, right and wrong in turn, and waits each time
until the verdict is on the screen.
"""

import argparse
import fcntl
import os
import pty
import select
import shutil
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TASKS = {
    "function, lists": "0x00-linear_algebra/8-ridin_bareback",
    "function, arrays": "0x04-convolutions_and_pooling/6-pool",
    "class": "0x03-probability/0-poisson",
    "script": "0x00-linear_algebra/0-slice_me_up",
    "first figure": "0x01-plotting/1-scatter",
    "figure": "0x01-plotting/0-line",
}
PATIENCE = 20.0
PAUSE = 0.4                 # between two saves, as fast as anybody saves


class Watcher:
    """`grader watch` in a terminal of 80 columns and 24 rows."""

    def __init__(self, folder: str, cache: str) -> None:
        self.ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ,
                    struct.pack("HHHH", 24, 80, 0, 0))
        self.process = subprocess.Popen(
            [sys.executable, "-m", "grader", "watch", folder], stdin=theirs,
            stdout=theirs, stderr=theirs, cwd=ROOT, env={
                **os.environ, "TERM": "xterm", "XDG_CACHE_HOME": cache,
                "CI": "", "GRADER_NO_CACHE": ""})
        os.close(theirs)

    def wait_for(self, word: bytes) -> float:
        """Seconds until the word was drawn."""
        start, seen = time.perf_counter(), b""
        while word not in seen:
            left = PATIENCE - (time.perf_counter() - start)
            if left <= 0:
                raise RuntimeError(f"{word!r} never came: {seen[-2000:]!r}")
            if select.select([self.ours], [], [], left)[0]:
                seen += os.read(self.ours, 1 << 16)
        return time.perf_counter() - start

    def drain(self, seconds: float) -> None:
        """Read what is drawn meanwhile."""
        until = time.perf_counter() + seconds
        while (left := until - time.perf_counter()) > 0:
            if select.select([self.ours], [], [], left)[0]:
                try:
                    os.read(self.ours, 1 << 16)
                except OSError:         # it has ended
                    return

    def close(self) -> None:
        """Quit as a user does."""
        os.write(self.ours, b"q")
        self.drain(0.5)
        self.process.wait(PATIENCE)


def saves(watcher: Watcher, file: Path, count: int) -> list[float]:
    """Seconds from each save to its verdict."""
    right = file.read_text()
    found = []
    for number in range(count):
        wrong = number % 2 == 0
        # Never twice the same bytes: the cache must not answer.
        text = f"{right.rstrip()}  # {number}\n"
        if wrong:
            text = "1 / 0\n" + text
        word = b" failed  " if wrong else b" ok      "
        start = time.perf_counter()
        file.write_text(text)
        watcher.wait_for(word)
        found.append(time.perf_counter() - start)
        watcher.drain(PAUSE)
    file.write_text(right)
    watcher.drain(PAUSE)
    return found


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--saves", type=int, default=20)
    words = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        tasks = os.path.join(folder, "tasks")
        for topic in ROOT.glob("0x*"):
            shutil.copytree(topic, os.path.join(tasks, topic.name))
        watcher = Watcher(tasks, os.path.join(folder, "cache"))
        start = watcher.wait_for(b"to grade")
        watcher.drain(6.0)
        print(f"first screen after {start * 1000:.0f} ms\n")
        print("| save of a | median ms | slowest ms |\n"
              "| --- | ---: | ---: |")
        for kind, task in TASKS.items():
            count = 2 if kind.startswith("first") else words.saves
            times = saves(watcher, Path(tasks, f"{task}.py"), count)
            print(f"| {kind} | {statistics.median(times) * 1000:.0f} | "
                  f"{max(times) * 1000:.0f} |", flush=True)
        watcher.close()


if __name__ == "__main__":
    main()
