"""The checks in the form that each grader wants.

All of them call `marking.is_right`, and say what is theirs to say: which
check, how many points, how long it may take.
"""

from __future__ import annotations

from . import assignment
from .stage import Stage

SECONDS = 2             # our own limit for a call; others get the same

PYTEST = '''import os

import marking
import pytest

TASK = marking.read_tasks()["{name}"]


@pytest.fixture(scope="module")
def program():
    return marking.load(TASK, os.environ["SUBMISSION"])


@pytest.mark.parametrize("number", range({count}))
def test_{name}(program, number):
    case = TASK["cases"][number]
    got = marking.outcome(TASK, case, program)
    assert marking.agrees(TASK, marking.wanted(case), got), got
'''

UNITTEST_HEAD = '''import functools
import os
import unittest

import marking
from gradescope_utils.autograder_utils.decorators import weight
from gradescope_utils.autograder_utils.json_test_runner import JSONTestRunner

TASKS = marking.read_tasks()


@functools.cache
def program(name):
    return marking.load(TASKS[name], os.environ["SUBMISSION"])
'''
UNITTEST_TASK = '''

class Test_{name}(unittest.TestCase):
    def judge(self, number):
        task = TASKS["{name}"]
        case = task["cases"][number]
        got = marking.outcome(task, case, program("{name}"))
        self.assertTrue(
            marking.agrees(task, marking.wanted(case), got), got)
'''
UNITTEST_CHECK = '''
    @weight(1)
    def test_{number}(self):
        """{name} {number}"""
        self.judge({number})
'''
UNITTEST_END = '''

if __name__ == "__main__":
    suite = unittest.defaultTestLoader.loadTestsFromModule(
        __import__("__main__"))
    with open(os.environ["REPORT"], "w") as file:
        JSONTestRunner(visibility="visible", stream=file).run(suite)
'''

CHECK50_HEAD = '''import os
import sys

import check50

sys.path.insert(0, "{checks}")
import marking

TASKS = marking.read_tasks()


def judge(name, number):
    task = TASKS[name]
    case = task["cases"][number]
    got = marking.outcome(task, case, marking.load(task, os.getcwd()))
    if not marking.agrees(task, marking.wanted(case), got):
        raise check50.Mismatch(case["expected"], str(got))
'''
CHECK50_CHECK = '''

@check50.check(timeout={seconds})
def {name}_{number}():
    """{name} {number}"""
    judge("{name}", {number})
'''


def tasks() -> list[tuple[str, str]]:
    """(short name, task) in the order of the assignment."""
    return [(assignment.short(task), task) for task in assignment.TASKS]


def filled(stage: Stage, head: str, each: str, check: str,
           end: str = "") -> str:
    """One file of tests: a part for each task, and one for each check."""
    text = head.format(checks=stage.checks)
    for name, _ in tasks():
        text += each.format(name=name)
        text += "".join(
            check.format(name=name, number=number, seconds=SECONDS)
            for number in range(assignment.CHECKS_EACH))
    return text + end


def write_pytest(stage: Stage) -> None:
    """One file of tests for each task."""
    for name, _ in tasks():
        (stage.checks / f"test_{name}.py").write_text(PYTEST.format(
            name=name, count=assignment.CHECKS_EACH))


def write_unittest(stage: Stage) -> None:
    """The program that a container of Gradescope starts."""
    (stage.checks / "run_tests.py").write_text(filled(
        stage, UNITTEST_HEAD, UNITTEST_TASK, UNITTEST_CHECK, UNITTEST_END))


def write_check50(stage: Stage) -> None:
    """A folder of checks, as a slug would name it."""
    slug = stage.checks / "slug"
    slug.mkdir()
    (slug / ".cs50.yaml").write_text("check50: true\n")
    (slug / "__init__.py").write_text(
        filled(stage, CHECK50_HEAD, "", CHECK50_CHECK))
