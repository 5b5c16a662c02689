"""The checks for the graders that grade notebooks.

A function or a class is a cell; the script is a file beside the notebook.
"""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

from . import assignment
from .material import SECONDS, tasks
from .stage import Stage

OTTER_HEAD = '''OK_FORMAT = False

import os
import sys

from otter.test_files import test_case

sys.path.insert(0, "{checks}")
import marking

name = "{name}"
points = None
TASK = marking.read_tasks()[name]
'''
OTTER_CHECK = '''

@test_case(points=1, name="{number}", hidden=True)
def test_{number}(env):
    program = {program}
    case = TASK["cases"][{number}]
    got = marking.outcome(TASK, case, program)
    assert marking.agrees(TASK, marking.wanted(case), got), got
'''

NBGRADER_HEAD = '''import os
import sys

sys.path.insert(0, "{checks}")
import marking

TASKS = marking.read_tasks()
'''
NBGRADER_CHECK = '''task = TASKS["{name}"]
case = task["cases"][{number}]
got = marking.outcome(task, case, {program})
assert marking.agrees(task, marking.wanted(case), got), got
'''
PROBLEM_SET = "ps1"


def program_of(name: str, task: str, entry: str) -> str:
    """How a test of a notebook gets at a student's program."""
    if entry:
        return entry
    return f'os.path.join(os.getcwd(), "{task}.py")'


def entries(stage: Stage) -> dict[str, str]:
    """Short name -> name of the function or class; empty for a script."""
    found = json.loads((stage.checks / "tasks.json").read_text())
    return {name: task["entry"] if task["kind"] != "script" else ""
            for name, task in found.items()}


def write_otter(stage: Stage) -> None:
    """The zip with tests, and each submission as a zip with a notebook."""
    known = entries(stage)
    with zipfile.ZipFile(stage.checks / "autograder.zip", "w") as bag:
        bag.writestr("otter_config.json", json.dumps({"show_hidden": True}))
        for name, task in tasks():
            entry = known[name]
            program = program_of(name, task, entry and f'env["{entry}"]')
            bag.writestr(f"tests/{name}.py", OTTER_HEAD.format(
                name=name, checks=stage.checks) + "".join(
                    OTTER_CHECK.format(number=number, program=program)
                    for number in range(assignment.CHECKS_EACH)))
    for folder in stage.submissions.iterdir():
        with zipfile.ZipFile(stage.checks / f"{folder.name}.zip",
                             "w") as bag:
            cells = []
            for name, task in tasks():
                text = (folder / f"{task}.py").read_text()
                if known[name]:
                    cells.append(cell(name, text))
                else:
                    bag.writestr(f"{task}.py", text)
            bag.writestr("work.ipynb", json.dumps(notebook(cells)))


def write_nbgrader(stage: Stage) -> None:
    """A course folder: the source of a problem set, and submissions."""
    known = entries(stage)
    course = stage.checks / "course"
    source = course / "source" / PROBLEM_SET
    source.mkdir(parents=True)
    (course / "nbgrader_config.py").write_text(
        "c = get_config()\n"
        f"c.CourseDirectory.root = {str(course)!r}\n"
        f"c.Execute.timeout = {SECONDS}\n")
    (source / "work.ipynb").write_text(json.dumps(
        _nbgrader_notebook(stage, known, None)))
    for folder in stage.submissions.iterdir():
        place = course / "submitted" / folder.name / PROBLEM_SET
        place.mkdir(parents=True)
        (place / "work.ipynb").write_text(json.dumps(
            _nbgrader_notebook(stage, known, folder)))
        for name, task in tasks():
            if not known[name]:
                path = place / f"{task}.py"
                path.parent.mkdir()
                path.write_bytes((folder / f"{task}.py").read_bytes())


def _nbgrader_notebook(stage: Stage, known: dict[str, str],
                       folder: Path | None) -> dict[str, Any]:
    """The instructor's notebook, or the one of a submission."""
    cells = [cell("head", NBGRADER_HEAD.format(checks=stage.checks),
                  locked=True)]
    for name, task in tasks():
        entry = known[name]
        if entry and folder:
            text = (folder / f"{task}.py").read_text()
            cells.append(cell(f"{name}_work", text, solution=True))
        elif entry:
            cells.append(cell(f"{name}_work", "### BEGIN SOLUTION\npass\n"
                              "### END SOLUTION", solution=True))
        cells += [cell(f"{name}-{number}", NBGRADER_CHECK.format(
            name=name, number=number, program=program_of(name, task, entry)),
            grade=True, locked=True, points=1)
            for number in range(assignment.CHECKS_EACH)]
    return notebook(cells)


def cell(name: str, source: str, **marks: object) -> dict[str, Any]:
    """A cell of a notebook; `marks` say what nbgrader makes of it."""
    metadata = {"nbgrader": {
        "schema_version": 3, "grade_id": name, "grade": False,
        "solution": False, "locked": False, "task": False,
        "cell_type": "code"} | marks} if marks else {}
    return {"cell_type": "code", "id": name.replace("_", "-")[-64:],
            "metadata": metadata, "outputs": [], "execution_count": None,
            "source": source}


def notebook(cells: list[dict[str, Any]]) -> dict[str, Any]:
    """A notebook for the kernel of its own environment."""
    return {"nbformat": 4, "nbformat_minor": 5, "cells": cells,
            "metadata": {"kernelspec": {
                "name": "python3", "display_name": "Python 3",
                "language": "python"}}}
