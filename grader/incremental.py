"""Grade what changed; take the rest from earlier runs.

    ask memory -> all known: a report, and no library was loaded
               -> else: sandbox -> grade the others -> remember -> report

One reading of the submission serves both, so what is looked up and what is
graded are the same bytes.
"""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import msgspec

from grader.checkpaths import CHECKS
from grader.discover import discover
from grader.model import (GraderError, Isolation, Limits, Submission,
                          TaskFile)
from grader.neighbours import OWN_SEEDS
from grader.policy import Policy
from grader.remembering import Index, Memory
from grader.report.assemble import Head, Scored

if TYPE_CHECKING:
    from grader.course import Course
    from grader.results import TaskResult
    from grader.sandbox import Started


class Asked(msgspec.Struct, frozen=True):
    """What is to be graded, and how.

    isolation: the least that is demanded
    root: where the check files lie
    """

    path: str
    tasks: tuple[str, ...] = ()
    policy: Policy = Policy()
    only_visible: bool = False
    jobs: int = 2
    no_fork: bool = False
    isolation: str = "process"
    root: str = CHECKS


class Known(msgspec.Struct, frozen=True):
    """A submission, and what is remembered of it.

    found: task id -> earlier result, all behind the same walls
    left_out: how many tasks of the course were not looked at
    """

    submission: Submission
    found: dict[str, Scored]
    isolation: Isolation
    seed: int
    left_out: int

    @property
    def looked_at(self) -> list[TaskFile]:
        """Tasks that belong to what was asked for."""
        return [task for task in self.submission.tasks if task.path]

    @property
    def is_complete(self) -> bool:
        """Whether nothing has to run."""
        return bool(self.found) and all(task.id in self.found
                                        for task in self.looked_at)


class Graded(msgspec.Struct, frozen=True):
    """All that a report is made of.

    results: task id -> exact result, for the tasks that were graded now
    kept: ids of tasks that need no run if nothing changes
    """

    head: Head
    tasks: tuple[Scored, ...]
    kept: frozenset[str] = frozenset()
    results: dict[str, TaskResult] = {}

    def unkept(self) -> set[str]:
        """Names of files whose results are not remembered."""
        return {os.path.basename(task.path) for task
                in self.head.submission.tasks if task.id not in self.kept}


def recall(asked: Asked, memory: Memory) -> Known | None:
    """What is known of a submission; None if the course must be loaded."""
    index = memory.index(asked.policy.tasks, asked.tasks)
    if index is None or not index.wanted:
        return None             # whoever loads the course says what is wrong
    seed = asked.policy.seed
    if seed is None:
        seed = OWN_SEEDS if index.edition is None else index.edition
    submission = discover(asked.path, list(index.wanted))
    found, walls = {}, []
    for task in submission.tasks:
        entry = memory.find(task, seed, asked.only_visible) if (
            task.path) else None
        if entry is not None:
            found[task.id], isolation = entry
            walls.append(isolation)
    if any(isolation != walls[0] for isolation in walls):
        found = {}              # one report speaks of one kind of walls
    return Known(submission, found, walls[0] if walls else
                 Isolation("process"), seed, index.left_out + sum(
                     not task.path for task in submission.tasks))


def grade_changes(asked: Asked, memory: Memory | None = None,
                  started: Started | None = None) -> Graded:
    """Grade a submission, with as few runs as possible.

    Raises GraderError, and UsageError where there is nothing to grade.
    """
    begun, clock = time.time(), time.monotonic()
    known = None if memory is None else recall(asked, memory)
    if known is not None and known.is_complete:
        return Graded(
            _head(asked, known, known.isolation, (begun, clock)),
            tuple(known.found[task.id] for task in known.looked_at),
            frozenset(known.found))
    return _run(asked, memory, known, started, (begun, clock))


def _run(asked: Asked, memory: Memory | None, known: Known | None,
         started: Started | None, begun: tuple[float, float]) -> Graded:
    """Open a sandbox and grade all that is not known."""
    from grader.course import Course
    from grader.grading import grade_tasks
    from grader.report.build import scored
    from grader.sandbox import open_sandbox
    course = Course(asked.tasks if known is None else tuple(
        task.id for task in known.looked_at if task.id not in known.found),
        asked.root, asked.policy)
    seed = course.seed_for(asked.policy.seed)
    is_new = known is None
    if known is None:
        submission = discover(asked.path, course.wanted())
        known = Known(submission, {}, Isolation("process"), seed,
                      course.left_out + sum(not task.path for task
                                            in submission.tasks))
    with open_sandbox(Limits(), asked.jobs, asked.no_fork,
                      started=started) as sandbox:
        sandbox.demand(asked.isolation)
        if known.found and known.isolation != sandbox.isolation:
            # Other walls than then: nothing of it counts.
            course = Course(asked.tasks, asked.root, asked.policy)
            known = msgspec.structs.replace(known, found={})
        fresh = [task for task in known.looked_at
                 if task.id not in known.found]
        results = grade_tasks(fresh, course, sandbox, seed,
                              asked.only_visible)
        isolation = sandbox.isolation
    graded = {task: scored(result) for task, result in results.items()}
    kept = set(known.found)
    if memory is not None:
        if is_new:              # else only what was missing was loaded
            remember_course(memory, course, asked)
        kept |= remember(memory, results, isolation, asked.only_visible)
    tasks = tuple({**known.found, **graded}[task.id]
                  for task in known.looked_at)
    head = _head(asked, known, isolation, begun)
    return Graded(msgspec.structs.replace(
        head, errors=tuple(course.broken.values())), tasks,
        frozenset(kept), results)


def _head(asked: Asked, known: Known, isolation: Isolation,
          begun: tuple[float, float]) -> Head:
    return Head(known.submission, (), known.left_out, isolation, known.seed,
                asked.only_visible, begun[0], time.monotonic() - begun[1])


def remember_course(memory: Memory, course: Course, asked: Asked) -> None:
    """Keep what to look for, if all check files in scope are sound."""
    if not course.broken:
        memory.keep_index(Index(
            tuple(course.wanted()), course.left_out,
            course.edition.seed if course.edition else None),
            asked.policy.tasks, asked.tasks)


def remember(memory: Memory, results: dict[str, TaskResult],
             isolation: Isolation, only_visible: bool) -> set[str]:
    """Keep what would be the same next time; gives the tasks kept."""
    from grader.report.build import scored
    from grader.steady import asks_for_chance
    kept: set[str] = set()
    if not memory.is_up_to_date():
        return kept
    for result in results.values():
        if result.steady and not asks_for_chance(result.task):
            memory.keep(result.task, scored(result), isolation, only_visible)
            kept.add(result.task.id)
    return kept


def failed(asked: Asked, error: GraderError) -> Graded:
    """When nothing could be graded: no task, one grader error."""
    submission = Submission(os.path.abspath(asked.path), "", "", ())
    return Graded(Head(submission, (str(error),), 0, Isolation("process"),
                       asked.policy.seed or OWN_SEEDS, asked.only_visible,
                       0.0, 0.0), ())
