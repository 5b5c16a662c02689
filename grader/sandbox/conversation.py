"""The parent's side of one job: sends it, collects outcomes, restarts.

A call that kills the child costs only that call: the next child goes on after
it. The number of children for a job is bounded, and so is its time. The first
child sends its replies in heaps, because nearly all jobs end well; after a
death the next one sends each at once, so that the right call is blamed.
"""

from __future__ import annotations

import socket
import time

import msgspec

from grader.model import Outcome
from grader.sandbox import outcomes, signs, wire

GRACE = 0.75          # seconds that the child's own clock gets first
MOST_CHILDREN = 5
MOST_FALSE_STARTS = 3


class Run(msgspec.Struct, frozen=True):
    """What became of one job: loading the file, then each call.

    fault: why the job could not be run behind walls; our own fault, and then
        the outcomes mean nothing
    """

    loaded: Outcome
    outcomes: tuple[Outcome, ...]
    children: int
    seconds: float
    peak_kib: int = 0
    fault: str = ""


class Conversation:
    """One job in progress. `begin` again after the child died."""

    def __init__(self, job: wire.Job) -> None:
        self.job = job
        self.children = 0
        self.peak_kib = 0
        self._fault = ""
        self._false_starts = 0
        self._outcomes: dict[int, Outcome] = {}
        self._started = time.monotonic()
        self._last = self._started
        self._pipe: socket.socket | None = None
        self._unsent = memoryview(b"")
        self._room = outcomes.MOST_WEIGHT

    def begin(self) -> socket.socket:
        """A fresh pipe with the job for a new child; returns its end."""
        ours, theirs = socket.socketpair()
        ours.setblocking(False)
        self._pipe = ours
        self._unsent = memoryview(self.begin_bytes())
        self.send()
        return theirs

    def begin_bytes(self) -> bytes:
        """The job for a new child, from the first open call on."""
        start = wire.Start(self._next(), self.children > 0)
        self._reader = wire.ReplyReader(start.first, len(self.job.calls))
        self._heard = False
        self.children += 1
        self.has_started()
        return wire.job_frame(self.job, start)

    @property
    def pipe(self) -> socket.socket:
        """Our end of the pipe to the present child."""
        assert self._pipe is not None
        return self._pipe

    @property
    def is_sending(self) -> bool:
        """Whether part of the job still has to be sent."""
        return len(self._unsent) > 0

    def send(self) -> None:
        """Send as much of the job as the pipe takes now."""
        try:
            sent = self.pipe.send(self._unsent)
        except BlockingIOError:
            return
        except OSError:             # the child is gone: seen when receiving
            sent = len(self._unsent)
        self._unsent = self._unsent[sent:]

    def receive(self) -> bool:
        """Take what has come; False when nothing more will come."""
        try:
            data = self.pipe.recv(1 << 18)
        except BlockingIOError:
            return True
        except OSError:
            data = b""
        if not data:
            return False
        self.take(data)
        return True

    def take(self, data: bytes) -> None:
        """Note the replies in these bytes; nonsense ends the job."""
        try:
            for reply in self._reader.feed(data):
                self._heard = True
                self._outcomes[reply.index] = outcomes.outcome_of(reply)
                self._last = time.monotonic()
                self._room -= outcomes.weight_of(reply)
                if self._room < 0:
                    self._fill(outcomes.talked_too_much())
                    return
        except wire.FrameError as error:
            self._fill(outcomes.broken_talk(str(error)))

    @property
    def outcomes(self) -> dict[int, Outcome]:
        """What is known; by the number of the call, -1 for loading."""
        return self._outcomes

    @property
    def is_complete(self) -> bool:
        """Whether loading and every call have an outcome."""
        return len(self._outcomes) > len(self.job.calls)

    def seconds_left(self) -> float:
        """Until this child must be stopped from outside."""
        limits = self.job.limits
        now = time.monotonic()
        return min(self._last + self._patience() + GRACE,
                   self._started + limits.task_seconds) - now

    def time_out(self) -> None:
        """The present call took too long, or the whole task did."""
        limits = self.job.limits
        now = time.monotonic()
        if now >= self._started + limits.task_seconds:
            if now >= self._last + self._patience() and self._is_known():
                self._give_up_group(self._timed_out())
            self._fill(outcomes.task_timed_out(limits))
            return
        if self._is_known():
            self._give_up_group(self._timed_out())
        if self.children >= MOST_CHILDREN:
            self._fill(outcomes.too_many_time_outs())

    def give_up(self, outcome: Outcome) -> None:
        """End the job; every call that is still open gets this outcome."""
        self._fill(outcome)

    def has_started(self) -> None:
        """The walls stand: the time of student code counts from here."""
        self._last = time.monotonic()
        if self.children == 1:
            self._started = self._last

    def could_not_start(self, sign: int = 0) -> None:
        """The child ended before any student code: never the student's fault.

        Another one may have more luck, as memory and processes come and go.
        """
        self.children -= 1
        self._false_starts += 1
        if self._false_starts < MOST_FALSE_STARTS:
            return
        self._fault = (
            f"The walls around {self.job.name} could not be put up "
            f"({signs.reason_in_words(sign)}), so it was not run. This is "
            f"no fault of the student: grade it again.")
        self._fill(outcomes.unprotected(self._fault))

    def died(self, status: int | None) -> None:
        """The child ended before it had answered all calls."""
        if self._is_known():
            self._give_up_group(outcomes.crashed(status))
        if self.children >= MOST_CHILDREN:
            self._fill(outcomes.not_reached())

    def result(self) -> Run:
        """All outcomes, once complete."""
        answers = tuple(self._outcomes[index]
                        for index in range(len(self.job.calls)))
        return Run(self._outcomes[-1], answers, self.children,
                   time.monotonic() - self._started, self.peak_kib,
                   self._fault)

    def close(self) -> None:
        """Let the pipe go."""
        if self._pipe is not None:
            self._pipe.close()
            self._pipe = None

    def _next(self) -> int:
        """The first call without an outcome; -1 is loading the file."""
        index = -1
        while index in self._outcomes:
            index += 1
        return index

    def _patience(self) -> float:
        """How long the next reply may take; a new child loads the file."""
        limits = self.job.limits
        if self._heard:
            return limits.call_seconds
        calls = limits.call_seconds if self._next() >= 0 else 0.0
        return limits.load_seconds + calls

    def _timed_out(self) -> Outcome:
        return outcomes.timed_out(self.job.limits.seconds_for(self._next()))

    def _is_known(self) -> bool:
        """Whether the call that stopped the child is the next one.

        The first child sends replies together, so some may have been lost
        with it. A second child, which is careful, will show the culprit.
        """
        return self.children > 1 or self._next() == -1

    def _give_up_group(self, outcome: Outcome) -> None:
        """The present call gets this outcome, its group is not run."""
        present = self._next()
        self._outcomes[present] = outcome
        if present == -1:               # died while loading: no call can run
            self._fill(outcome)
            return
        calls = self.job.calls
        for index in range(present + 1, len(calls)):
            if calls[index].group == calls[present].group:
                self._outcomes[index] = Outcome(
                    "not_run", error=outcome.error, text=outcome.text)

    def _fill(self, outcome: Outcome) -> None:
        """All that has no outcome yet gets this one."""
        for index in range(-1, len(self.job.calls)):
            self._outcomes.setdefault(index, outcome)
