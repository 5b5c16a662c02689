"""The small course of the attack suite as other graders want it.

Two tasks of four checks each: the attacked one and its right neighbour. All
graders get the same inputs and the same expected values, from one file a task.
"""

from __future__ import annotations

import json
import random
import zipfile
from pathlib import Path

from tests.attacks.case import TARGET
from tests.attacks.lesson import NEIGHBOUR, TOPIC

SEED = 20_26
CHECKS = ("example_1", "example_2", "small", "wide")
POINTS = 1.4            # of one check, as in our own course
ENTRIES = {TARGET: "sum_rows", NEIGHBOUR: "double_rows"}
FORMULAS = {TARGET: "[sum(row) for row in matrix]",
            NEIGHBOUR: "[[2 * entry for entry in row] for row in matrix]"}
RIGHT = {task: f'"""A task."""\n\n\ndef {entry}(matrix):\n'
               f'    """Solve it."""\n    return {FORMULAS[task]}\n'
         for task, entry in ENTRIES.items()}

ANSWERS = '''"""Answers of {entry}."""

_KEY = "{secret}"
EXAMPLES = {examples}
INPUTS = {inputs}


def oracle(matrix):
    return {formula}


CASES = {{name: [(matrix, oracle(matrix)) for matrix in found]
         for name, found in INPUTS.items()}}
'''

LOAD = '''import copy
import importlib.util
import sys


def load(path, name):
    """Import one file by its path."""
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


sys.path.append("{student}")    # last: students may import neighbours
'''

PYTEST = LOAD + '''
import pytest

ANSWERS = load("{answers}", "answers")


@pytest.fixture(scope="module")
def function():
    return load("{file}", "task").{entry}


@pytest.mark.parametrize("check", list(ANSWERS.CASES))
def test_{entry}(function, check):
    for matrix, expected in ANSWERS.CASES[check]:
        assert function(copy.deepcopy(matrix)) == expected
'''

UNITTEST_HEAD = LOAD + '''
import functools
import unittest

from gradescope_utils.autograder_utils.decorators import weight
from gradescope_utils.autograder_utils.json_test_runner import JSONTestRunner
'''
UNITTEST_TASK = '''

@functools.cache
def {entry}():
    return load("{file}", "{entry}").{entry}


class Test_{entry}(unittest.TestCase):
    CASES = load("{answers}", "answers").CASES

    def judge(self, check):
        function = {entry}()
        for matrix, expected in self.CASES[check]:
            self.assertEqual(function(copy.deepcopy(matrix)), expected)
'''
UNITTEST_CHECK = '''
    @weight({points})
    def test_{check}(self):
        """{entry} {check}"""
        self.judge("{check}")
'''
UNITTEST_END = '''

if __name__ == "__main__":
    suite = unittest.defaultTestLoader.loadTestsFromModule(
        sys.modules["__main__"])
    with open("{report}", "w") as file:
        JSONTestRunner(visibility="visible", stream=file).run(suite)
'''

CHECK50_HEAD = LOAD + '''
import check50
import check50.py
'''
CHECK50_CHECK = '''

@check50.check(timeout=2)
def {entry}_{check}():
    """{entry} {check}"""
    function = check50.py.import_("{task}.py").{entry}
    for matrix, expected in load("{answers}", "answers").CASES["{check}"]:
        got = function(copy.deepcopy(matrix))
        if not got == expected:
            raise check50.Mismatch(str(expected), str(got))
'''

OTTER_HEAD = '''OK_FORMAT = False

import copy
import importlib.util

from otter.test_files import test_case

name = "{entry}"
points = None


def cases(check):
    spec = importlib.util.spec_from_file_location("answers", "{answers}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.CASES[check]
'''
OTTER_CHECK = '''

@test_case(points={points}, name="{check}", hidden=True)
def test_{check}(env):
    for matrix, expected in cases("{check}"):
        assert env["{entry}"](copy.deepcopy(matrix)) == expected
'''


def inputs() -> dict[str, list[list[list[int]]]]:
    """Check -> matrices, as large and as many as in our own course."""
    rng = random.Random(SEED)

    def matrix(rows: int, columns: int, most: int) -> list[list[int]]:
        return [[rng.randrange(-most, most) for _ in range(columns)]
                for _ in range(rows)]
    return {"example_1": [[[1, 2], [3, 4]]], "example_2": [[[5, 5]]],
            "small": [matrix(n, n + 1, 90) for n in (1, 2, 3, 4)],
            "wide": [matrix(2, n, 900) for n in (5, 6, 7)]}


def write_answers(root: Path, secret: str) -> None:
    """The file of expected values of each task."""
    folder = root / "checks" / TOPIC
    folder.mkdir(parents=True)
    for task, entry in ENTRIES.items():
        (folder / f"{task}.py").write_text(ANSWERS.format(
            entry=entry, secret=secret, inputs=inputs(),
            formula=FORMULAS[task],
            examples=[inputs()["example_1"][0], inputs()["example_2"][0]]))


def words(root: Path, task: str) -> dict[str, object]:
    """What the names in the texts above stand for."""
    student = root / "submissions" / "1" / TOPIC
    return {"student": student, "file": student / f"{task}.py", "task": task,
            "entry": ENTRIES[task], "points": POINTS,
            "answers": root / "checks" / TOPIC / f"{task}.py",
            "report": root / "out" / "report"}


def filled(root: Path, head: str, each: str, check: str, end: str = "") -> str:
    """One file of tests: a part for each task, and one for each check."""
    text = head.format(**words(root, TARGET))
    for task in ENTRIES:
        text += each.format(**words(root, task))
        for name in CHECKS if check else ():
            text += check.format(check=name, **words(root, task))
    return text + end.format(**words(root, TARGET))


def write_pytest(root: Path) -> None:
    """One file of tests for each task."""
    for task, entry in ENTRIES.items():
        (root / "tests" / f"test_{entry}.py").write_text(
            PYTEST.format(**words(root, task)))


def write_unittest(root: Path) -> None:
    """The program that a container of Gradescope starts."""
    (root / "tests" / "run_tests.py").write_text(filled(
        root, UNITTEST_HEAD, UNITTEST_TASK, UNITTEST_CHECK, UNITTEST_END))


def write_check50(root: Path) -> None:
    """A folder of checks, as a slug would name it."""
    (root / "tests" / ".cs50.yaml").write_text("check50: true\n")
    (root / "tests" / "__init__.py").write_text(
        filled(root, CHECK50_HEAD, "", CHECK50_CHECK))


def write_otter(root: Path) -> None:
    """The zip with tests, and the submission as a zip with one notebook."""
    with zipfile.ZipFile(root / "tests" / "autograder.zip", "w") as bag:
        bag.writestr("otter_config.json", json.dumps({"show_hidden": True}))
        for task, entry in ENTRIES.items():
            text = OTTER_HEAD.format(**words(root, task))
            for name in CHECKS:
                text += OTTER_CHECK.format(check=name, **words(root, task))
            bag.writestr(f"tests/{entry}.py", text)
    folder = root / "submissions" / "1" / TOPIC
    with zipfile.ZipFile(root / "tests" / "submission.zip", "w") as bag:
        bag.writestr("work.ipynb", json.dumps(notebook(
            [_text(folder / f"{task}.py") for task in ENTRIES])))
        for path in folder.rglob("*.py"):
            if path.stem not in ENTRIES and path.is_file():
                bag.write(path, path.relative_to(folder))


def _text(path: Path) -> str:
    return path.read_text("utf-8", "replace") if path.is_file() else ""


def notebook(cells: list[str]) -> dict[str, object]:
    """A notebook with one cell for each task."""
    return {"nbformat": 4, "nbformat_minor": 5,
            "metadata": {"kernelspec": {
                "name": "python3", "display_name": "Python 3",
                "language": "python"}},
            "cells": [{"cell_type": "code", "id": f"cell-{number}",
                       "metadata": {}, "outputs": [],
                       "execution_count": None, "source": source}
                      for number, source in enumerate(cells)]}
