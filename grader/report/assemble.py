"""Tasks of a report, fresh or kept, and what is said of all -> Report.

Loads no library: when nothing changed, this is all that has to run.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from fractions import Fraction

import msgspec

from grader import __version__
from grader.lateness import Lateness
from grader.model import Isolation, Submission
from grader.plain import clean
from grader.report import schema
from grader.report.visible import KEY, later_words, visible_sums
from grader.score import rounded


class Scored(msgspec.Struct, frozen=True):
    """One task as the report shows it, with its points still exact.

    error: our own fault; the task then counts for nothing
    """

    info: schema.TaskInfo
    points: Fraction
    max_points: Fraction
    error: str = ""

    @property
    def counts(self) -> bool:
        """Whether its points are part of the sum."""
        return self.info.status != "grader_error"


class Head(msgspec.Struct, frozen=True):
    """What a report says beside its tasks; as in `results.Result`."""

    submission: Submission
    errors: tuple[str, ...]
    left_out: int
    isolation: Isolation
    seed: int
    only_visible: bool
    started: float
    seconds: float


def assemble(head: Head, tasks: Sequence[Scored],
             late: Lateness | None = None) -> schema.Report:
    """The report; sums are exact and rounded once."""
    points = sum((task.points for task in tasks if task.counts), Fraction(0))
    most = sum((task.max_points for task in tasks if task.counts),
               Fraction(0))
    isolation, submission = head.isolation, head.submission
    sums = visible_sums([task.info for task in tasks])
    return schema.Report(
        version=1, grader=schema.GraderInfo(__version__),
        started=datetime.fromtimestamp(head.started, UTC)
        .isoformat(timespec="seconds"),
        seconds=round(head.seconds, 3), seed=head.seed,
        only_visible=head.only_visible or bool(sums),
        isolation=schema.IsolationInfo(
            isolation.level, isolation.landlock, isolation.seccomp,
            isolation.rlimits, isolation.preflight, list(isolation.why),
            list(isolation.namespaces)),
        submission=schema.SubmissionInfo(
            clean(submission.path), submission.digest, submission.layout,
            [clean(text) for text in submission.remarks]),
        points=rounded(late.remaining(points) if late else points),
        max_points=rounded(most),
        late=_late(late, points) if late else None,
        grader_errors=[clean(text) for text in (
            *head.errors, *(f"{task.info.id}: {task.error}"
                            for task in tasks if task.error))],
        not_looked_at=_not_looked_at(head, tasks),
        tasks=[task.info for task in tasks], extra=sums)


def _late(late: Lateness, points: Fraction) -> schema.LateInfo:
    return schema.LateInfo(
        late.due.isoformat(), late.submitted.isoformat(), late.days,
        float(late.percent), rounded(points))


def _not_looked_at(head: Head, tasks: Sequence[Scored]) -> list[str]:
    """What the numbers do not speak of."""
    words = []
    missing = sum(task.info.status == "missing" for task in tasks)
    if missing:
        words.append(f"{_tasks(missing)} not found")
    if head.left_out:
        words.append(f"{_tasks(head.left_out)} not asked for")
    if head.only_visible or any(KEY in task.info.extra for task in tasks):
        words.append("all hidden checks")
    words += later_words([task.info for task in tasks])
    errors = len(head.errors) + sum(not task.counts for task in tasks)
    if errors:
        words.append(f"{_tasks(errors)} with a grader error")
    return words


def _tasks(count: int) -> str:
    return "1 task" if count == 1 else f"{count} tasks"
