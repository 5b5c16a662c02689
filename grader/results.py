"""Exact results, before any writer rounds or shortens them."""

from __future__ import annotations

import msgspec

from grader.checkfile import CheckFile
from grader.model import (Finding, Isolation, Submission, TaskFile,
                          TaskStatus, Verdict)
from grader.sandbox import Run
from grader.sandbox.figures.records import Figure
from grader.score import Parts


class TaskResult(msgspec.Struct, frozen=True):
    """All that is known of one task, before any writer shortens it.

    error: our own fault; the task then counts for nothing
    wanted, drawn: the figure that is asked for and the student's, where a
        figure lost points; None if it is too large to be kept
    seed: where the hidden inputs came from
    steady: the same bytes would give the same result again
    """

    file: CheckFile
    task: TaskFile
    status: TaskStatus
    verdicts: tuple[Verdict, ...] = ()
    findings: tuple[Finding, ...] = ()
    parts: Parts = {}
    run: Run | None = None
    error: str = ""
    seconds: float = 0.0
    wanted: Figure | None = None
    drawn: Figure | None = None
    seed: int = 0
    steady: bool = False


class Result(msgspec.Struct, frozen=True):
    """The result of one submission, exact.

    errors: our own faults that belong to no task's result
    left_out: how many tasks of the course were not asked for
    seed: as given; 0 when each task has its own
    """

    submission: Submission
    tasks: tuple[TaskResult, ...]
    errors: tuple[str, ...]
    left_out: int
    isolation: Isolation
    seed: int
    only_visible: bool
    started: float
    seconds: float
