"""`grader verify`: is every task ready for students?

For each task: the check file keeps its promises under five seeds, the
reference solution in the checkout earns every point, and a stub of it earns
none. One line a task; every problem names its way out.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator

from grader.author.figure_promises import broken_figure_promises
from grader.author.promises import SEEDS, broken_promises
from grader.author.stubs import stub_of
from grader.checkfile import CheckFile
from grader.course import Course
from grader.grading import Result, TaskResult, grade
from grader.model import GraderError, Limits
from grader.sandbox import AnySandbox, open_sandbox
from grader.score import total


def verify(course: Course, root: str, jobs: int = 2
           ) -> Iterator[tuple[str, list[str]]]:
    """Yield (task id, its problems) for every task of the course.

    root: the checkout with the reference solutions
    """
    for task, error in course.broken.items():
        yield task, [error]
    with open_sandbox(Limits(), jobs) as sandbox, \
            tempfile.TemporaryDirectory(prefix="grader-stubs-") as folder:
        _write_stubs(course, root, folder)
        references = _by_id(grade(root, course, sandbox, SEEDS[0]))
        stubs = _by_id(_graded_stubs(folder, course, sandbox))
        for file in course.files:
            problems = list(_problems(course, file, sandbox))
            problems += _reference(references.get(file.id))
            problems += _stub(stubs.get(file.id))
            yield file.id, problems


def _problems(course: Course, file: CheckFile,
              sandbox: AnySandbox) -> Iterator[str]:
    try:
        plans = [course.plan(file, seed, False) for seed in SEEDS]
        yield from dict.fromkeys(broken_promises(plans))
        if file.figure is not None:
            yield from broken_figure_promises(file, course.sketches, sandbox)
    except GraderError as error:
        yield str(error)


def _by_id(result: Result) -> dict[str, TaskResult]:
    return {task.file.id: task for task in result.tasks}


def _graded_stubs(folder: str, course: Course,
                  sandbox: AnySandbox) -> Result:
    return grade(folder, course, sandbox, SEEDS[0])


def _write_stubs(course: Course, root: str, folder: str) -> None:
    for file in course.files:
        name = file.id + ("" if file.choice else ".py")
        source = os.path.join(root, name)
        if not os.path.exists(source):
            continue                # told by the reference's own problem
        with open(source, encoding="utf-8") as opened:
            text = stub_of(file, opened.read())
        path = os.path.join(folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as opened:
            opened.write(text)


def _reference(task: TaskResult | None) -> list[str]:
    """The reference solution must earn every point."""
    if task is None or task.status == "missing":
        return ["its reference solution is missing; write the task file in "
                "the topic's folder."]
    if task.status == "grader_error":
        return [task.error]
    lost = [part for part, score in task.parts.items()
            if score.points < score.max_points]
    if lost:
        return [f"its reference solution loses points for "
                f"{', '.join(lost)}; `grader grade . --task {task.file.id}` "
                f"shows why."]
    return []


def _stub(task: TaskResult | None) -> list[str]:
    """A stub must earn nothing."""
    if task is None or not task.parts:
        return []
    points = total(list(task.parts.values())).points
    if points > 0:
        return [f"a stub earns {float(points):.2f} points; add an example "
                f"that an empty answer cannot pass."]
    return []
