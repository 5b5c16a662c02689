"""What the commands do: build the parts, run them, write the reports."""

from __future__ import annotations

import difflib
import os
import sys
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager

import msgspec

from grader.course import Course
from grader.grading import Result, grade
from grader.model import (GraderError, Isolation, Limits, Submission,
                          UsageError)
from grader.report import schema
from grader.report.build import build_report
from grader.report.json import to_json, write_whole
from grader.sandbox import AnySandbox, Started, open_sandbox

LEVELS = ("process", "limits", "full")


class GradeOptions(msgspec.Struct, frozen=True):
    """The words of `grader grade`; see its help."""

    path: str
    tasks: tuple[str, ...] = ()
    json: str = ""
    junit: str = ""
    format: str = "text"
    seed: int | None = None
    only_visible: bool = False
    require_isolation: str = "process"
    jobs: int = 2
    no_fork: bool = False
    verbose: bool = False


def grade_command(options: GradeOptions,
                  started: Started | None = None) -> int:
    """Grade, write every report that was asked for, give the status."""
    _known(options.format, ("text", "json"), "--format")
    _known(options.require_isolation, LEVELS, "--require-isolation")
    report = make_report(options, started)
    if options.json:
        _write(options.json, to_json(report))
    if options.junit:
        from grader.report.junit import to_junit
        _write(options.junit, to_junit(report))
    if options.format == "json":
        sys.stdout.write(to_json(report).decode())
    else:
        from grader.report.text import show_report
        show_report(report, options.verbose)
    return exit_status(report)


def make_report(options: GradeOptions,
                started: Started | None = None) -> schema.Report:
    """Grade one submission; a grader error still gives a report."""
    course = Course(options.tasks)
    if not os.path.exists(options.path):
        raise UsageError(f"There is no {options.path}. Give the folder of "
                         f"a submission, or one task file.")
    try:
        with a_sandbox(options, started) as sandbox:
            result = grade(options.path, course, sandbox, options.seed,
                           options.only_visible)
    except GraderError as error:
        return failed_report(options, str(error))
    return build_report(result)


@contextmanager
def a_sandbox(options: GradeOptions, started: Started | None
              ) -> Iterator[AnySandbox]:
    """A sandbox that protects as much as was asked for, or none."""
    with open_sandbox(Limits(), options.jobs, options.no_fork,
                      started=started) as sandbox:
        sandbox.demand(options.require_isolation)
        yield sandbox


def failed_report(options: GradeOptions, text: str) -> schema.Report:
    """The report when nothing could be graded: no task, one grader error."""
    submission = Submission(os.path.abspath(options.path), "", "", ())
    return build_report(Result(submission, (), (text,), 0,
                               Isolation("process"), options.seed or 0,
                               options.only_visible, 0.0, 0.0))


def verify_command(tasks: tuple[str, ...], root: str, jobs: int) -> int:
    """One line a task; status 1 if a promise is broken."""
    from grader.author.verify import verify
    course = Course(tasks)
    broken = 0
    for task, problems in verify(course, root, jobs):
        broken += bool(problems)
        print(f"  {'broken' if problems else 'ok':<8} {task}", flush=True)
        for problem in problems:
            print(textwrap.fill(problem, 79, initial_indent=" " * 11,
                                subsequent_indent=" " * 13))
    count = len(course.files) + len(course.broken)
    print(f"{count} task{'s' * (count != 1)} looked at, {broken} with a "
          f"broken promise.")
    return 1 if broken else 0


def exit_status(report: schema.Report) -> int:
    """0 all points, 1 points lost, 3 grader error."""
    if report.grader_errors:
        return 3
    return 0 if report.points == report.max_points else 1


def _known(word: str, words: tuple[str, ...], option: str) -> None:
    if word not in words:
        near = difflib.get_close_matches(word, words, 1)
        advice = f"Did you mean {near[0]}?" if near else (
            f"Write one of {', '.join(words)}.")
        raise UsageError(f"{option} {word}: {advice}")


def _write(path: str, data: bytes) -> None:
    try:
        write_whole(path, data)
    except OSError as error:
        raise UsageError(f"The report could not be written to {path}: "
                         f"{error.strerror}.") from None
