"""Smaller cases of the course's own tasks: fair, true, and asked.

Each known mistake plays the student. What it is shown must be an input that
the task asks: the reference solution and every accepted submission agree
with the oracle on it.
"""

import contextlib
import functools
import importlib.util
import io
import re
import sys
import warnings
from pathlib import Path

import pytest
from shrink_runs import hidden_failures, outcome_for, smaller_case
from source_tree import ROOT

from grader.course import Course
from grader.judge import as_mistake, differ
from grader.shrinking.guards import allows, guards_of
from grader.shrinking.parts import names_of

COURSE = Course()
FILES = {file.id: file for file in COURSE.files
         if file.kind in ("function", "class")}
ACCEPTED = ROOT / "tests" / "submissions" / "accepted"
SEED = 1
MOST_MISTAKES = 5
# Only the sandbox gives these names back.
LOST = re.compile(r"np\.math|numpy\.math|scipy import math|btdtr")
every_task = pytest.mark.parametrize("task", FILES)
pytestmark = pytest.mark.filterwarnings("ignore::RuntimeWarning",
                                        "ignore::DeprecationWarning")


@functools.cache
def plan_of(task, seed=SEED):
    return COURSE.plan(FILES[task], seed, False)


@functools.cache
def smaller_ones(task):
    """(verdict, what was found) for some mistakes of a task."""
    plan, found = plan_of(task), []
    mistakes = list(plan.file.mistakes.values())
    for program in mistakes[::-(-len(mistakes) // MOST_MISTAKES) or 1]:
        for verdict in hidden_failures(plan, program):
            smaller = smaller_case(plan, verdict, program)
            if smaller is not None:
                found.append((program, verdict, smaller))
    return found


def program_in(path, entry):
    """The function or class that a file defines."""
    spec = importlib.util.spec_from_file_location("solution", path)
    module = importlib.util.module_from_spec(spec)
    sys.path.insert(0, str(path.parent))
    known = set(sys.modules)
    try:
        with warnings.catch_warnings(), \
                contextlib.redirect_stdout(io.StringIO()):
            warnings.simplefilter("ignore")
            spec.loader.exec_module(module)
    finally:
        sys.path.remove(str(path.parent))
        for name in set(sys.modules) - known:   # its neighbours
            if "." not in name and name[:1].isdigit():
                del sys.modules[name]
    return getattr(module, entry)


def solutions(file):
    """The reference, and the accepted submissions of this task."""
    yield ROOT / f"{file.id}.py"
    topic, _, name = file.id.partition("/")
    names = {f"{name}.py", *(Path(alias).name for alias in file.aliases)}
    for folder in sorted(ACCEPTED.iterdir()):
        for path in folder.rglob("*.py"):
            inside = path.relative_to(folder).parts
            if path.name in names and (
                    topic == inside[0]
                    or "/".join(inside[-2:]) in file.aliases) \
                    and not LOST.search(path.read_text(encoding="utf-8")):
                yield path


@every_task
def test_right_programs_are_right_on_every_smaller_case(task):
    plan, file = plan_of(task), FILES[task]
    for path in solutions(file):
        program = program_in(path, file.entry)
        for _, _, (case, _, _) in smaller_ones(task):
            outcome = outcome_for(plan, program, case)
            assert differ(plan, case, outcome) is None or any(
                as_mistake(plan, accepted, case, outcome)
                for accepted in file.accepts.values()), (path, case.call)


@every_task
def test_mistake_fails_on_its_smaller_case_as_before(task):
    plan = plan_of(task)
    for program, verdict, (case, outcome, difference) in smaller_ones(task):
        again = outcome_for(plan, program, case)
        assert differ(plan, case, again) == difference
        assert difference.kind == verdict.difference.kind
        assert (outcome.state, outcome.error) == (
            verdict.outcome.state, verdict.outcome.error)
        assert case.expected.state == verdict.case.expected.state


@every_task
def test_guards_allow_whatever_the_generators_make(task):
    file = FILES[task]
    for seed in range(1, 6):
        for check in plan_of(task, seed).checks:
            if check.visibility == "visible":
                continue
            for case in check.cases:
                values = names_of(file, case.call)
                assert values is None or all(
                    allows(guard, values)
                    for guard in guards_of(file.guards, check.name)), (
                        check.name, values)


@every_task
def test_smaller_case_is_allowed_by_the_guards(task):
    file = FILES[task]
    for _, verdict, (case, _, _) in smaller_ones(task):
        values = names_of(file, case.call)
        if values is not None:
            assert all(allows(guard, values) for guard
                       in guards_of(file.guards, verdict.check.name))


def test_some_cases_of_the_course_become_smaller():
    assert sum(len(smaller_ones(task)) for task in FILES) > len(FILES)
