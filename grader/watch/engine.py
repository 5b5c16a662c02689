"""Looks at the folder, grades what changed, and tells what it found.

    "look"  something was saved     "all"  grade everything again
    "stop"  the end

Runs in the main thread. What is told are finished records for the board. A
file that is empty or gone for a moment, as editors leave it while they save,
is looked at a second time before it is believed.
"""

from __future__ import annotations

import os
import queue
import time
from collections.abc import Callable

import msgspec

from grader.course import Course
from grader.discover import discover
from grader.grading import graded_tasks
from grader.incremental import Asked, remember
from grader.model import Isolation, Submission, TaskFile, UsageError
from grader.neighbours import content_digest
from grader.remembering import Memory
from grader.report.assemble import Head, Scored, assemble
from grader.report.build import scored
from grader.report.reveal import redact
from grader.report.schema import TaskInfo
from grader.results import TaskResult
from grader.sandbox import AnySandbox

AT_ONCE = 4                 # tasks graded before the next save is asked for
DOUBT_SECONDS = 0.15
Mark = tuple[object, ...]


class Superseded(BaseException):
    """What runs now is no longer wanted; not an error of anybody."""


class Told(msgspec.Struct, frozen=True):
    """What the engine says; each part is there or empty.

    infos: finished tasks
    saved: ids of tasks that were saved together; their results follow
    busy: what is being graded now; None: no change
    scope: all ids, when they are others than before
    places: where tasks lie below the path
    note: a sentence for the user
    look_again: after so many seconds somebody should ask to look
    """

    infos: tuple[TaskInfo, ...] = ()
    saved: tuple[str, ...] = ()
    busy: tuple[str, ...] | None = None
    scope: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    note: str | None = None
    look_again: float = 0.0


class Engine:
    """What is known of each file, and what still has to be graded."""

    def __init__(self, asked: Asked, course: Course, memory: Memory | None,
                 tell: Callable[[Told], None]) -> None:
        self.requests: queue.SimpleQueue[str] = queue.SimpleQueue()
        self.busy_since = 0.0       # read by the other thread
        self._asked = asked
        self._course = course
        self._memory = memory
        self._tell = tell
        self._seed = course.seed_for(asked.policy.seed)
        self._figures = {file.id for file in course.files
                         if file.kind == "figure"}
        self._marks: dict[str, Mark] = {}
        self._doubts: dict[str, Mark] = {}
        self._todo: dict[str, TaskFile] = {}
        self._later: dict[str, TaskFile] = {}
        self._slow: set[str] = set()
        self._submission = Submission("", "", "", ())
        self._isolation: Isolation | None = None

    def serve(self, sandbox: AnySandbox) -> None:
        """Obey requests until "stop"; raises Superseded, GraderError."""
        self._isolation = sandbox.isolation
        if not self._marks:
            self._look(first=True)
        while True:
            try:
                request = self.requests.get(
                    block=not (self._todo or self._later))
            except queue.Empty:
                request = ""
            if request == "stop":
                return
            if request == "look":
                self._look()
            elif request == "all":
                self._all()
            elif self._todo or self._later:
                self._grade_some(sandbox)

    def _look(self, first: bool = False) -> None:
        """Read the folder; note what is new."""
        try:
            submission = discover(self._asked.path, self._course.wanted())
        except UsageError as error:
            self._tell(Told(note="The folder is not there now; waiting until "
                                 "it is back."
                            if not os.path.exists(self._asked.path)
                            else str(error)))
            return
        self._submission = submission
        tasks = [task for task in submission.tasks if task.path]
        marks = {task.id: _mark(task) for task in tasks}
        new = [task for task in tasks
               if marks[task.id] != self._marks.get(task.id)]
        if not first:
            new = self._believed(new, marks)
        for task in new:
            self._marks[task.id] = marks[task.id]
        self._tell(Told(
            scope=tuple(marks), note="",
            saved=() if first else tuple(task.id for task in new),
            places=tuple({task.path for task in tasks})))
        self._sort_out(new, first)

    def _believed(self, new: list[TaskFile], marks: dict[str, Mark]
                  ) -> list[TaskFile]:
        """Leave out what is gone or empty until it was seen so twice."""
        doubts = {task.id: marks[task.id] for task in new
                  if task.id in self._marks and _is_doubtful(task)
                  and not self._was_doubtful(task.id)}
        fresh = {task for task, mark in doubts.items()
                 if self._doubts.get(task) != mark}
        self._doubts = doubts
        if fresh:
            self._tell(Told(look_again=DOUBT_SECONDS))
        return [task for task in new if task.id not in fresh]

    def _was_doubtful(self, task: str) -> bool:
        return bool(self._marks[task][-1])

    def _sort_out(self, new: list[TaskFile], first: bool) -> None:
        """What is remembered is told; the rest waits its turn."""
        known = []
        for task in new:
            self._todo.pop(task.id, None)
            self._later.pop(task.id, None)
            self._slow.discard(task.id)
            info = self._remembered(task)
            if info is not None:
                known.append(info)
            elif first and task.source is not None:
                self._later[task.id] = task
            else:
                self._todo[task.id] = task
        if first and not all(task in self._figures for task in self._later):
            # Figures are slow to begin with: they wait until asked for.
            for task_id in self._figures & set(self._later):
                del self._later[task_id]
        self._tell(Told(tuple(known)))

    def _all(self) -> None:
        """Everything again, from runs."""
        self._later.clear()
        self._todo = {task.id: task for task in self._submission.tasks
                      if task.path}

    def _remembered(self, task: TaskFile) -> TaskInfo | None:
        if self._memory is None or not self._memory.is_up_to_date():
            return None
        found = self._memory.find(task, self._seed, self._asked.only_visible)
        if found is None or found[1] != self._isolation:
            return None
        return self._redacted(found[0])

    def _grade_some(self, sandbox: AnySandbox) -> None:
        """The next few tasks: what was saved first, figures last."""
        waiting = self._todo or self._later
        order = sorted(waiting.values(), key=self._rank)
        kind = self._rank(order[0])
        some = [task for task in order if self._rank(task) == kind][:AT_ONCE]
        self._slow |= {task.id for task in some}    # until it has ended
        self._tell(Told(busy=tuple(task.id for task in some)))
        results = {}
        try:
            self.busy_since = time.monotonic()
            for result in graded_tasks(
                    some, self._course, sandbox, self._seed,
                    self._asked.only_visible):
                results[result.task.id] = result
                waiting.pop(result.task.id, None)
                self._slow.discard(result.task.id)
                self._tell(Told((self._redacted(scored(result)),)))
        finally:
            self.busy_since = 0.0
        self._tell(Told(busy=()))
        self._keep(results, sandbox.isolation)

    def _rank(self, task: TaskFile) -> tuple[bool, bool]:
        """What was interrupted comes last, and figures after the others."""
        return task.id in self._slow, task.id in self._figures

    def _keep(self, results: dict[str, TaskResult],
              isolation: Isolation) -> None:
        if self._memory is None:
            return
        if self._memory.is_up_to_date():
            remember(self._memory, results, isolation,
                     self._asked.only_visible)
        elif self._memory.has_changed():
            self._tell(Told(note="The grader itself has changed: leave with "
                                 "q and start it again."))

    def say(self, note: str) -> None:
        """A sentence for the user; nothing is being graded now."""
        self._tell(Told(busy=(), note=note))

    def _redacted(self, task: Scored) -> TaskInfo:
        """The record as the policy lets it be seen."""
        head = Head(self._submission, (), 0, self._isolation
                    or Isolation("process"), self._seed,
                    self._asked.only_visible, 0.0, 0.0)
        return redact(assemble(head, (task,)), self._asked.policy).tasks[0]


def _mark(task: TaskFile) -> Mark:
    """Differs whenever the result may; its last part: nothing is there."""
    source = task.source
    if source is None:
        return (task.path, task.problem, True)
    return (task.path, source.executable, content_digest(task),
            _is_doubtful(task))


def _is_doubtful(task: TaskFile) -> bool:
    return task.source is None or not task.source.data.strip()
