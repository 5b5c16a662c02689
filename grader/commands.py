"""What the commands do: build the parts, run them, write the reports."""

from __future__ import annotations

import difflib
import os
import sys
import textwrap
from typing import TYPE_CHECKING

import msgspec

from grader.checkpaths import CHECKS
from grader.following import following
from grader.incremental import Asked, Graded, failed, grade_changes
from grader.lateness import lateness, read_time
from grader.model import LEVELS, GraderError, UsageError
from grader.policy import REVEALS, Policy, find_policy
from grader.remembering import open_memory
from grader.report import schema
from grader.report.assemble import assemble
from grader.report.json import to_json, write_whole
from grader.report.reveal import redact
from grader.report.visible import is_all_done
from grader.unchanged import look, note

if TYPE_CHECKING:
    from grader.sandbox import Started


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
    policy: str = ""
    reveal: str = ""
    submitted: str = ""
    root: str = ""
    no_cache: bool = False
    html: str = ""


def grade_command(options: GradeOptions,
                  started: Started | None = None) -> int:
    """Grade, write every report that was asked for, give the status."""
    known(options.format, ("text", "json"), "--format")
    known(options.require_isolation, LEVELS, "--require-isolation")
    report, graded, then = _grade(options, started)
    if options.json:
        _write(options.json, to_json(report))
    if options.junit:
        from grader.report.junit import to_junit
        _write(options.junit, to_junit(report))
    if options.html:
        from grader.report.html.page import to_page
        _write(options.html, to_page(report, graded))
    if options.format == "json":
        sys.stdout.write(to_json(report).decode())
    else:
        from grader.report.text import show_report
        show_report(report, options.verbose, then)
    return exit_status(report)


def make_report(options: GradeOptions,
                started: Started | None = None) -> schema.Report:
    """Grade one submission; a grader error still gives a report."""
    return grade_once(options, started)[0]


def grade_once(options: GradeOptions, started: Started | None = None
               ) -> tuple[schema.Report, Graded]:
    """The report, and what it was made of."""
    return _grade(options, started)[:2]


def _grade(options: GradeOptions, started: Started | None
           ) -> tuple[schema.Report, Graded, str | None]:
    """The report, what it was made of, and the task to go on with."""
    policy = the_policy(options)
    late = lateness(policy, read_time(options.submitted))
    if not os.path.exists(options.path):
        from grader.task_words import no_such_path
        raise UsageError(no_such_path(options.path))
    graded, then = _grade_submission(options, policy, started)
    report = assemble(graded.head, graded.tasks, late)
    return redact(report, policy), graded, then


def _grade_submission(options: GradeOptions, policy: Policy,
                      started: Started | None
                      ) -> tuple[Graded, str | None]:
    """Grade what is not remembered; of the rest only the report is known."""
    asked = Asked(options.path, options.tasks, policy, options.only_visible,
                  options.jobs, options.no_fork,
                  least_isolation(options, policy))
    memory = None
    # A page shows the figures too, and those are not remembered.
    runs_all = options.no_cache or bool(options.html)
    if not runs_all and asked.isolation == LEVELS[0]:
        memory = open_memory(msgspec.json.encode(policy), options.no_fork,
                             is_own(options))
    try:
        graded = grade_changes(asked, memory, started)
        if memory is not None and not asked.tasks:
            note(asked.path, look(asked.path), graded.unkept())
        return graded, following(asked, graded, memory)
    except GraderError as error:
        return failed(asked, error), None
    finally:
        if memory is not None:
            memory.close()


def is_own(options: GradeOptions) -> bool:
    """Whether it is the user's own course folder, or a topic of it."""
    inside = os.path.relpath(os.path.realpath(options.path),
                             os.path.realpath(options.root or os.getcwd()))
    first = inside.split(os.sep)[0]
    return first == os.curdir or (
        first != os.pardir and os.path.isdir(os.path.join(CHECKS, first)))


def the_policy(options: GradeOptions) -> Policy:
    """The policy file, and what the command line has put in its place."""
    policy = find_policy(options.policy, options.root or os.getcwd())
    if options.reveal:
        known(options.reveal, REVEALS, "--reveal")
        policy = policy.revealing(options.reveal)
    return policy if options.seed is None else msgspec.structs.replace(
        policy, seed=options.seed)


def least_isolation(options: GradeOptions, policy: Policy) -> str:
    """The stricter of what the command line and the policy demand."""
    return max(options.require_isolation, policy.isolation,
               key=LEVELS.index)


def watch_command(options: GradeOptions,
                  started: Started | None = None) -> int:
    """Grade on every save until the user leaves."""
    from grader.watch.session import watch
    policy = the_policy(options)
    asked = Asked(options.path, options.tasks, policy, False, options.jobs,
                  options.no_fork, policy.isolation)
    memory = open_memory(msgspec.json.encode(policy), options.no_fork,
                         is_own(options)) if not options.no_cache else None
    try:
        return watch(asked, memory, started)
    finally:
        if memory is not None:
            memory.close()


def verify_command(tasks: tuple[str, ...], root: str, jobs: int) -> int:
    """One line a task; status 1 if a promise is broken."""
    from grader.author.verify import verify
    from grader.course import Course
    course = Course(tasks)
    broken = 0
    for task, problems in verify(course, root, jobs):
        broken += bool(problems)
        print(f"  {'broken' if problems else 'ok':<8} {task}", flush=True)
        for problem in problems:
            # A path or a command is never broken: it will be copied.
            print(textwrap.fill(problem, 79, initial_indent=" " * 11,
                                subsequent_indent=" " * 13,
                                break_long_words=False,
                                break_on_hyphens=False))
    count = len(course.files) + len(course.broken)
    print(f"{count} task{'s' * (count != 1)} looked at, {broken} with a "
          f"broken promise.")
    if broken:
        print("Mend the first of each task first: others may follow from it. "
              "Then run\nthe same command again.")
    return 1 if broken else 0


def mutants_command(tasks: tuple[str, ...], root: str, jobs: int,
                    write: bool) -> int:
    """What the checks catch, line by line; status 1 if it is too little."""
    from grader.author.mutation.command import MutantOptions, measured
    is_sharp = False
    for line in measured(MutantOptions(tasks, root, jobs, write)):
        if isinstance(line, str):
            print(line, flush=True)
        else:
            is_sharp = line
    return 0 if is_sharp else 1


def new_command(root: str, words: dict[str, str]) -> int:
    """Write a new task and say what to do with it."""
    from grader.author.new.task import NewOptions, new_task, next_steps
    print(next_steps(new_task(NewOptions(root=root, **words))))
    return 0


def student_command(out: str, root: str, seed: int, source: str,
                    jobs: int) -> int:
    """Write the student edition and say what to do with it."""
    from grader.author.student import StudentOptions, make_edition
    made = make_edition(StudentOptions(out, root, seed, source, jobs))
    print(f"{out}: {made.tasks} tasks, {made.files} files, "
          f"{made.size / 1e6:.1f} MB.\n"
          f"Its cases come from the seed {made.seed}; no grading uses it.\n"
          f"Next: `cd {out}`, `git init`, and try it as a student does:\n"
          f"  python3 grader")
    return 0


def exit_status(report: schema.Report) -> int:
    """0 all points, 1 points lost, 3 grader error."""
    if report.grader_errors:
        return 3
    return 0 if is_all_done(report) else 1


def known(word: str, words: tuple[str, ...], option: str) -> None:
    """Refuse a word that an option does not know; proposes the nearest."""
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
