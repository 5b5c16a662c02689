"""The trusted side of the sandbox: hands out jobs, waits, kills, reads.

    Sandbox --Popen--> zygote --fork--> child    (system with fork)
    Sandbox --Popen--> child                     (without: see `portable`)

It never runs, imports or unpickles anything of the student's. Every wait has
an end; every process that was started is gone when `close` returns.
"""

from __future__ import annotations

import contextlib
import os
import selectors
import socket
import tempfile
import time
from collections.abc import Iterator, Sequence

from grader.model import GraderError, Isolation
from grader.sandbox import signs, wire
from grader.sandbox.company import gather, join
from grader.sandbox.conversation import Conversation, Run
from grader.sandbox.scratch import make_scratch, remove_scratch
from grader.sandbox.starting import Started, start_zygote, stop_zygote
from grader.sandbox.worker import LOOK_SECONDS, Worker


class Sandbox:
    """Runs jobs in children of one zygote; a context manager."""

    def __init__(self, hello: wire.Hello, width: int = 2,
                 started: Started | None = None) -> None:
        self._process, self._control, _ = started or start_zygote()
        self.isolation = Isolation("process")
        with contextlib.suppress(OSError):  # dead already: `run` will say
            self._control.sendall(wire.frame(hello))
        self._width = width
        self._numbers = 0
        self._runs = 0
        self._workers: dict[int, Worker] = {}
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._control, selectors.EVENT_READ, None)
        self.scratch = tempfile.mkdtemp(prefix="grader-")

    def __enter__(self) -> Sandbox:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """Kill what still runs and remove every scratch folder."""
        self._abandon()
        stop_zygote(Started(self._process, self._control))
        self._selector.close()
        remove_scratch(self.scratch)

    def run(self, jobs: Sequence[wire.Job]) -> Iterator[tuple[int, Run]]:
        """Yield (index of the job, its Run) as the jobs finish."""
        self._abandon()         # what an earlier run may have left behind
        self._runs += 1
        this_run, waiting = self._runs, gather(jobs, self._width)[::-1]
        try:
            while waiting or self._workers:
                while waiting and len(self._workers) < self._width:
                    self._begin(waiting.pop(), jobs)
                self._listen()
                for worker in list(self._workers.values()):
                    self._look_after(worker)
                    yield from worker.results()
                    if worker.talk.is_complete:
                        self._finish(worker)
                        waiting += worker.left_over()
        finally:        # also when nobody wants the rest of the answers
            if this_run == self._runs:
                self._abandon()

    def _abandon(self) -> None:
        """Stop the jobs in progress: the next `run` must not meet them."""
        for worker in list(self._workers.values()):
            self._finish(worker)
            remove_scratch(worker.talk.job.scratch)

    def _begin(self, indices: list[int], jobs: Sequence[wire.Job]) -> None:
        """Start a job, or several in company."""
        job = (jobs[indices[0]] if len(indices) == 1 else
               join([jobs[index] for index in indices]))
        folder = os.path.join(self.scratch, f"{self._numbers}-{indices[0]}")
        self._start(Worker(indices, Conversation(make_scratch(folder, job))))

    def _start(self, worker: Worker) -> None:
        """Ask the zygote for a child that serves this worker."""
        self._numbers += 1
        worker.number = self._numbers
        worker.status, worker.silent_since = None, 0.0
        worker.sign = signs.UP
        theirs = worker.talk.begin()
        try:
            socket.send_fds(self._control,
                            [wire.ORDER.pack(b"F", worker.number)],
                            [theirs.fileno()])
        except OSError as error:
            worker.talk.close()
            raise self._zygote_gone() from error
        finally:
            theirs.close()
        self._workers[worker.number] = worker
        self._selector.register(worker.talk.pipe, _events(worker), worker)

    def _listen(self) -> None:
        """Wait for the next reply, end of a child, or deadline."""
        left = min((worker.seconds_left()
                    for worker in self._workers.values()), default=0.0)
        left = max(min(left, LOOK_SECONDS), 0.0)
        for key, _ in self._selector.select(left):
            if key.data is None:
                self._note_ends()
                continue
            worker = key.data
            if worker.talk.is_sending:
                worker.talk.send()
                self._selector.modify(worker.talk.pipe, _events(worker),
                                      worker)
            if not worker.talk.receive():
                self._selector.unregister(worker.talk.pipe)
                worker.silent_since = time.monotonic()

    def _note_ends(self) -> None:
        """The zygote tells how children ended."""
        try:
            data = self._control.recv(wire.ENDED.size * 64)
            while len(data) % wire.ENDED.size:
                more = self._control.recv(wire.ENDED.size)
                data += more or b"\0"
        except OSError as error:
            raise self._zygote_gone() from error
        if not data:
            raise self._zygote_gone()
        for number, status, peak, sign in wire.ENDED.iter_unpack(data):
            worker = self._workers.get(number)
            if worker is not None:
                worker.status, worker.sign = status, sign
                worker.talk.peak_kib = max(worker.talk.peak_kib, peak)

    def _look_after(self, worker: Worker) -> None:
        """Time-outs and deaths of one child; a new child if calls remain."""
        talk = worker.talk
        if talk.is_complete or not worker.stumbles():
            return
        if not talk.is_complete:
            self._finish(worker)
            self._start(worker)

    def _finish(self, worker: Worker) -> None:
        """Make sure that the present child is gone."""
        del self._workers[worker.number]
        if not worker.silent_since:
            self._selector.unregister(worker.talk.pipe)
        if worker.status is None:
            with contextlib.suppress(OSError):      # gone: seen in `_listen`
                self._control.sendall(wire.ORDER.pack(b"K", worker.number))
        worker.talk.close()
        if worker.talk.is_complete:
            remove_scratch(worker.talk.job.scratch)

    def _zygote_gone(self) -> GraderError:
        """Our own process died: never the student's fault."""
        said = b""
        if self._process.stderr is not None:
            self._process.kill()
            said = self._process.stderr.read()[-2000:]
        lines = said.decode("utf-8", "replace").strip().splitlines()
        return GraderError("The sandbox process ended unexpectedly: "
                           + (lines[-1] if lines else "it said nothing"))


def _events(worker: Worker) -> int:
    if worker.talk.is_sending:
        return selectors.EVENT_READ | selectors.EVENT_WRITE
    return selectors.EVENT_READ
