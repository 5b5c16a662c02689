"""Grade one task, find its hints, show the next one, remember it."""

from __future__ import annotations

import hashlib
import os

import msgspec

from grader.commands import GradeOptions, exit_status, make_report
from grader.course import Course
from grader.explaining.lesson import Lesson, find_lesson
from grader.explaining.page import Page, command_of, page_lines
from grader.explaining.progress import Progress
from grader.explaining.steps import Trouble, hints_of, trouble_of
from grader.explaining.which import task_of_file, which_task
from grader.model import GraderError, UsageError
from grader.report.details import Line
from grader.report.schema import TaskInfo
from grader.sandbox import Started
from grader.what_to_type import to_type

NO_NOTE = ("Which hints you have seen could not be written down; `--all` "
           "shows every one.")


class ExplainOptions(msgspec.Struct, frozen=True):
    """The words of `grader explain`; see its help.

    path: the submission, "" for the checkout
    cache: where it is kept what was seen; "" for the user's cache folder
    """

    task: str
    path: str
    checkout: str
    from_start: bool = False
    every: bool = False
    jobs: int = 2
    no_fork: bool = False
    cache: str = ""


def explain(options: ExplainOptions, started: Started | None = None
            ) -> tuple[list[Line], int]:
    """The lines to show and the exit status."""
    if options.from_start and options.every:
        raise UsageError("Write --from-start or --all, not both.")
    options = _resolved(options)
    report = make_report(GradeOptions(
        options.path, (options.task,), jobs=options.jobs,
        no_fork=options.no_fork, root=options.checkout), started)
    course = Course((options.task,))
    if not report.tasks or not course.files:
        raise GraderError(" ".join(report.grader_errors
                                   or course.broken.values()))
    page = _page(options, course, report.tasks[0])
    lines = list(page_lines(page))
    if page.shown and not options.every and not _remember(
            options, page.task, page.trouble, page.shown[0] + 1):
        lines.append((NO_NOTE, ""))
    lines += [(f"Grader error (ours, costs nothing): {error}", "")
              for error in report.grader_errors]
    return lines, exit_status(report)


def _resolved(options: ExplainOptions) -> ExplainOptions:
    """One task id, and the folder or file that is graded."""
    word, path = options.task, options.path
    if not path and os.path.isfile(word):
        # A file says both: which task, and where it lies.
        return msgspec.structs.replace(options, task=task_of_file(word),
                                       path=word)
    path = path or options.checkout
    if not os.path.exists(path):
        raise UsageError(f"There is no {path}. Give a folder with task "
                         f"files, or one task file.")
    return msgspec.structs.replace(options, task=which_task(word, path),
                                   path=path)


def _page(options: ExplainOptions, course: Course, task: TaskInfo) -> Page:
    file = course.files[0]
    lesson = _lesson(options)
    trouble = trouble_of(task)
    if trouble is None:
        return Page(file, task, lesson, None)
    steps = hints_of(file, task, trouble, lesson)
    name = task.id.partition("/")[2]
    words = [options.task if _is_common(name) else name]
    if os.path.abspath(options.path) != os.path.abspath(options.checkout):
        words.append(min(os.path.abspath(options.path),
                         _relative(options.path), key=len))
    shown: list[int] = list(range(len(steps)))
    if not options.every:
        seen = 0 if options.from_start else Progress(options.cache).count(
            *_key(options, task, trouble))
        shown = shown[seen:seen + 1]
    return Page(file, task, lesson, trouble, steps, shown,
                command_of(words), f"{to_type(task.id, options.path)} -v")


def _is_common(name: str) -> bool:
    """Whether tasks of two topics have this name."""
    try:
        which_task(name, "")
    except UsageError:
        return True
    return False


def _relative(path: str) -> str:
    try:
        return os.path.relpath(path)
    except ValueError:          # another drive
        return path


def _lesson(options: ExplainOptions) -> Lesson | None:
    folder = options.path
    if os.path.isfile(folder):
        folder = os.path.dirname(os.path.abspath(folder))
    return find_lesson(options.task, (options.checkout, folder))


def _remember(options: ExplainOptions, task: TaskInfo,
              trouble: Trouble | None, count: int) -> bool:
    assert trouble is not None
    key, about = _key(options, task, trouble)
    return Progress(options.cache).keep(key, about, count)


def _key(options: ExplainOptions, task: TaskInfo,
         trouble: Trouble) -> tuple[str, str]:
    """Which task of which folder, and what its hints are about."""
    about = hashlib.sha256(trouble.about(task).encode(
        "utf-8", "replace")).hexdigest()[:32]
    return f"{task.id} {os.path.abspath(options.path)}", about
