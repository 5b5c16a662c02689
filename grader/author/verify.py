"""`grader verify`: is every task ready for students?

For each task: check file, solution, driver and lesson agree, the check file
keeps its promises under five seeds, the solution earns every point twice in
the same way, and a stub of it earns none. Every problem names its place and
its way out.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator

from grader.author.agreement.figure_words import broken_words
from grader.author.agreement.texts import Texts, located
from grader.author.figure_promises import broken_figure_promises
from grader.author.grading_promises import (broken_reference, broken_runs,
                                            broken_stub)
from grader.author.mutation.equivalent import unknown_equivalents
from grader.author.promises import SEEDS, broken_promises
from grader.author.readiness import Readiness, unsteady
from grader.author.stubs import stub_of
from grader.checkfile import CheckFile
from grader.course import Course
from grader.grading import Result, TaskResult, grade
from grader.model import GraderError, Limits
from grader.sandbox import AnySandbox, open_sandbox


def verify(course: Course, root: str, jobs: int = 2
           ) -> Iterator[tuple[str, list[str]]]:
    """Yield (task id, its problems) for every task, then for each lesson.

    root: the checkout with the reference solutions
    """
    for task, error in course.broken.items():
        yield task, [located(error)]
    with open_sandbox(Limits(), jobs) as sandbox, \
            tempfile.TemporaryDirectory(prefix="grader-stubs-") as folder:
        _write_stubs(course, root, folder)
        references = _by_id(grade(root, course, sandbox, SEEDS[0]))
        stubs = _by_id(_graded_stubs(folder, course, sandbox))
        ready = Readiness(course, root, sandbox)
        changed = unsteady(course, [one.task for one in references.values()],
                           sandbox)
        for file in course.files:
            texts = ready.texts[file.id]
            if trouble := ready.trouble(file):
                yield file.id, [trouble]
                continue
            problems = [*ready.of_texts(file),
                        *_problems(course, file, sandbox, texts),
                        *broken_reference(references.get(file.id), texts),
                        *broken_runs(texts, changed),
                        *broken_stub(stubs.get(file.id), texts),
                        *unknown_equivalents(file, texts.task)]
            yield file.id, list(dict.fromkeys(map(located, problems)))
        yield from ready.of_lessons()


def _problems(course: Course, file: CheckFile, sandbox: AnySandbox,
              texts: Texts) -> Iterator[str]:
    try:
        plans = [course.plan(file, seed, False) for seed in SEEDS]
        yield from broken_promises(plans, texts)
        if file.figure is not None:
            yield from broken_figure_promises(file, course.sketches, sandbox)
            yield from broken_words(texts, course.sketches.oracle(file))
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
            try:
                text = stub_of(file, opened.read())
            except SyntaxError:
                continue            # told by the reference's own problem
        path = os.path.join(folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as opened:
            opened.write(text)
