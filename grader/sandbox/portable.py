"""The sandbox for systems without fork: one fresh interpreter per job.

Slower (each job imports numpy again), with the same conversation, the same
clocks and the same outcomes. A thread per process reads its answers, because
not every system can wait for pipes.
"""

from __future__ import annotations

import contextlib
import os
import queue
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence

from grader.model import Isolation
from grader.sandbox import wire
from grader.sandbox.conversation import Conversation, Run
from grader.sandbox.scratch import is_intact, make_scratch, remove_scratch
from grader.sandbox.handover import ISOLATED

SCRIPT = os.path.join(os.path.dirname(os.path.abspath(__file__)),
                      "single.py")
START_SECONDS = 20.0        # a slow disk may need long to load numpy


class PortableSandbox:
    """Runs jobs one by one, each in an interpreter of its own."""

    def __init__(self, hello: wire.Hello,
                 environment: dict[str, str]) -> None:
        self._hello = wire.frame(hello)
        self._environment = environment
        self.scratch = tempfile.mkdtemp(prefix="grader-")
        self._numbers = 0
        self.isolation = Isolation("process")

    def close(self) -> None:
        """Remove every scratch folder."""
        remove_scratch(self.scratch)

    def run(self, jobs: Sequence[wire.Job]) -> Iterator[tuple[int, Run]]:
        """Yield (index of the job, its Run) in the order of the jobs."""
        for index, job in enumerate(jobs):
            self._numbers += 1
            folder = os.path.join(self.scratch, str(self._numbers))
            talk = Conversation(make_scratch(folder, job))
            while not talk.is_complete:
                self._one_process(talk)
            remove_scratch(folder)
            yield index, talk.result()

    def _one_process(self, talk: Conversation) -> None:
        """Start a process and listen until it is done, dead or late."""
        process = subprocess.Popen(
            [sys.executable, *ISOLATED, SCRIPT], stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            env=self._environment, cwd=os.path.dirname(SCRIPT))
        assert process.stdin is not None
        with contextlib.suppress(OSError):  # it died at once: seen below
            process.stdin.write(self._hello + talk.begin_bytes())
        with contextlib.suppress(OSError):
            process.stdin.close()
        answers: queue.Queue[bytes] = queue.Queue()
        threading.Thread(target=_listen, args=(process, answers),
                         daemon=True).start()
        try:
            self._collect(talk, process, answers)
        finally:
            process.kill()
            process.wait()

    def _collect(self, talk: Conversation, process: subprocess.Popen[bytes],
                 answers: queue.Queue[bytes]) -> None:
        try:
            data = answers.get(timeout=START_SECONDS)
        except queue.Empty:
            data = b""
        if data[:1] != wire.WALLS_ARE_UP:
            if is_intact(talk.job.scratch):
                talk.could_not_start()
            else:               # student code of an earlier process did it
                talk.died(_status(process))
            return
        talk.has_started()
        talk.take(data[1:])
        while not talk.is_complete:
            try:
                data = answers.get(timeout=max(talk.seconds_left(), 0.0))
            except queue.Empty:
                talk.time_out()
                return
            if not data:
                talk.died(_status(process))
                return
            talk.take(data)


def _listen(process: subprocess.Popen[bytes],
            answers: queue.Queue[bytes]) -> None:
    """Carry what the process says into the queue; empty means the end."""
    assert process.stdout is not None
    with process.stdout, contextlib.suppress(OSError):
        descriptor = process.stdout.fileno()
        while data := os.read(descriptor, 1 << 18):
            answers.put(data)
    answers.put(b"")


def _status(process: subprocess.Popen[bytes]) -> int | None:
    """The end of a process in the form that `os.wait` gives."""
    try:
        code = process.wait(2.0)
    except subprocess.TimeoutExpired:
        return None
    return -code if code < 0 else code << 8
