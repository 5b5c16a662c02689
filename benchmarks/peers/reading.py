"""What each grader wrote about one submission -> checks passed by task.

ValueError, OSError or LookupError where there is no complete report.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from . import assignment
from .material import tasks
from .notebooks import PROBLEM_SET
from .stage import Stage

MOST_BYTES = 2_000_000
OWN_CHECK = "arguments"         # one more that only we have
Marks = dict[str, int]


class TooLarge(ValueError):
    """A report that nobody could open in peace."""


def size(paths: Iterable[Path]) -> int:
    """Bytes of all parts of a report."""
    return sum(path.stat().st_size for path in paths if path.is_file())


def plain(path: Path) -> Any:
    """The JSON in a file of sound size."""
    if path.stat().st_size > MOST_BYTES:
        raise TooLarge(path.name)
    return json.loads(path.read_bytes())


def counted(verdicts: Iterable[tuple[str, bool]]) -> Marks:
    """(task, passed) of each check -> marks; each check must be there."""
    all_of: Counter[str] = Counter()
    passed: Counter[str] = Counter()
    for name, is_right in verdicts:
        all_of[name] += 1
        passed[name] += is_right
    wanted = {name: assignment.CHECKS_EACH for name, _ in tasks()}
    if all_of != wanted:
        raise ValueError("the report is not complete")
    return {name: passed[name] for name in wanted}


def read_ours(stage: Stage, name: str) -> Marks:
    """Our own report; it holds one check more for most tasks."""
    return counted(
        (assignment.short(task["id"]), check["status"] == "passed")
        for task in plain(stage.report(name))["tasks"]
        for check in task["checks"] if check["name"] != OWN_CHECK)


def read_pytest(stage: Stage, name: str) -> Marks:
    """pytest-json-report: `checks/test_pool.py::test_pool[3]`."""
    return counted(
        (test["nodeid"].partition("::test_")[2].partition("[")[0],
         test["outcome"] == "passed")
        for test in plain(stage.report(name))["tests"])


def read_per_check(stage: Stage, name: str) -> Marks:
    """Task -> one truth for each check."""
    return counted((task, is_right)
                   for task, found in plain(stage.report(name)).items()
                   for is_right in found)


def read_gradescope(stage: Stage, name: str) -> Marks:
    """The results.json of gradescope-utils; names are our docstrings."""
    return counted((test["name"].partition(" ")[0],
                    test["status"] == "passed")
                   for test in plain(stage.report(name))["tests"])


def read_check50(stage: Stage, name: str) -> Marks:
    """The JSON of check50; descriptions are our docstrings."""
    return counted((result["description"].partition(" ")[0],
                    result["passed"] is True)
                   for result in plain(stage.report(name))["results"])


def read_otter(stage: Stage, name: str) -> Marks:
    """The results.json of otter: points of a question, one a check."""
    tests = plain(otter_report(stage, name)[0])["tests"]
    points = {test["name"]: test["score"] for test in tests
              if "score" in test}
    return counted((task, number < round(points[task]))
                   for task, _ in tasks()
                   for number in range(assignment.CHECKS_EACH))


def otter_report(stage: Stage, name: str) -> list[Path]:
    """Otter chooses the name of the file; each submission has a folder."""
    return [stage.out / name / "results.json"]


def read_nbgrader(stage: Stage, name: str) -> Marks:
    """The gradebook: one grade for each cell of tests."""
    book, graded = nbgrader_report(stage, name)
    if size([graded]) > MOST_BYTES:
        raise TooLarge(graded.name)
    with sqlite3.connect(f"file:{book}?mode=ro", uri=True) as base:
        rows = base.execute(
            "SELECT base_cell.name, grade.auto_score FROM grade"
            " JOIN base_cell ON base_cell.id = grade.cell_id"
            " JOIN submitted_notebook"
            " ON submitted_notebook.id = grade.notebook_id"
            " JOIN submitted_assignment ON submitted_assignment.id"
            " = submitted_notebook.assignment_id"
            " WHERE submitted_assignment.student_id = ?"
            " AND grade.auto_score IS NOT NULL", (name,)).fetchall()
    base.close()
    return counted((cell.rpartition("-")[0], score == 1)
                   for cell, score in rows)


def nbgrader_report(stage: Stage, name: str) -> list[Path]:
    """The gradebook of the course, and the notebook with all outputs."""
    course = stage.checks / "course"
    return [course / "gradebook.db",
            course / "autograded" / name / PROBLEM_SET / "work.ipynb"]
