"""What the other graders share: load a task, make a call, compare.

This file is copied beside the checks of each grader, so that all of them do
the same work on the same data. It knows numpy and the standard library.
"""

from __future__ import annotations

import ast
import contextlib
import importlib.util
import io
import json
import math
import os
from typing import Any

import numpy as np

DATA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "tasks.json")
Task = dict[str, Any]
Case = dict[str, Any]
Outcome = tuple[Any, ...]


def read_tasks(path: str = DATA) -> dict[str, Task]:
    """Short name -> the task with its cases."""
    with open(path, encoding="utf-8") as file:
        found: dict[str, Task] = json.load(file)
    return found


def load(task: Task, folder: str) -> Any:
    """The function or the class of a submission; of a script, its path."""
    path = os.path.join(folder, task["file"])
    if task["kind"] == "script":
        return path
    spec = importlib.util.spec_from_file_location("task", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return getattr(module, task["entry"])


def outcome(task: Task, case: Case, program: Any) -> Outcome:
    """What one case gives: ("value", value) or ("raised", name, text)."""
    if task["kind"] == "script":
        return "value", printed(program, case["given"])
    names = {"np": np, "math": math, task["entry"]: program}
    try:
        return "value", eval(case["call"], names)
    except Exception as error:
        return "raised", type(error).__name__, str(error)


def printed(path: str, given: dict[str, str]) -> str:
    """What a script prints, with other values for some of its names."""
    with open(path, encoding="utf-8") as file:
        tree = with_values(ast.parse(file.read()), given)
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        exec(compile(tree, path, "exec"), {"__name__": "__main__"})
    return tidy(said.getvalue())


def with_values(tree: ast.Module, given: dict[str, str]) -> ast.Module:
    """A program in which the given names get other values."""
    for node in tree.body:
        if not isinstance(node, ast.Assign):
            continue
        name = node.targets[0]
        if isinstance(name, ast.Name) and name.id in given:
            node.value = ast.parse(given[name.id], mode="eval").body
    return tree


def tidy(text: str) -> str:
    """Printed text without blanks at the ends of lines."""
    return "\n".join(line.rstrip() for line in text.strip().splitlines())


def wanted(case: Case) -> Outcome:
    """The outcome that the task asks for."""
    if case["raises"]:
        return "raised", *case["raises"]
    return "value", eval(case["expected"], {"np": np, "math": math})


def is_right(task: Task, number: int, program: Any) -> bool:
    """Whether one check is passed."""
    case = task["cases"][number]
    return agrees(task, wanted(case), outcome(task, case, program))


def agrees(task: Task, expected: Outcome, got: Outcome) -> bool:
    """Whether two outcomes are equal, as the task counts numbers."""
    if expected[0] == "raised" or got[0] == "raised":
        return tuple(expected) == tuple(got)
    return _equal(expected[1], got[1], task["tolerance"])


def _equal(one: Any, two: Any, tolerance: list[float]) -> bool:
    rtol, atol = tolerance
    if isinstance(one, np.ndarray):
        return (isinstance(two, np.ndarray) and one.shape == two.shape
                and bool(np.allclose(two, one, rtol, atol)))
    if isinstance(one, (list, tuple)):
        return (isinstance(two, type(one)) and len(one) == len(two)
                and all(_equal(a, b, tolerance) for a, b in zip(one, two)))
    if isinstance(one, bool) or not isinstance(one, (int, float)):
        return isinstance(two, type(one)) and bool(one == two)
    return (isinstance(two, (int, float, np.number))
            and not isinstance(two, bool)
            and bool(np.isclose(two, one, rtol, atol)))
