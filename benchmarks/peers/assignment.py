"""The assignment: 12 tasks of the course, ten checks each, as data.

The checks are cases of our own check files for one seed: examples first, then
the groups of hidden cases in turn. Each case is one check, for everybody. For
us they are written back as check files, with the oracle, the mistakes and the
rules that these tasks have; for all others they are one file of data.
"""

from __future__ import annotations

import ast
import json
from itertools import zip_longest
from pathlib import Path
from typing import Any

import numpy as np

from grader.cases import Plan
from grader.checkpaths import CHECKS
from grader.course import Course
from grader.model import Call, Case, Opaque, Outcome

ROOT = Path(__file__).resolve().parents[2]
SEED = 5
CHECKS_EACH = 10
EXAMPLES = 4            # of ten; the others are hidden
LONGEST = 1500          # characters of a call or of its result
TASKS = (
    "0x00-linear_algebra/0-slice_me_up",
    "0x00-linear_algebra/2-size_me_please",
    "0x00-linear_algebra/8-ridin_bareback",
    "0x00-linear_algebra/12-bracin_the_elements",
    "0x00-linear_algebra/18-determinant",
    "0x02-calculus/10-matisse",
    "0x02-calculus/17-integrate",
    "0x03-probability/0-poisson",
    "0x03-probability/4-mean_cov",
    "0x03-probability/7-likelihood",
    "0x04-convolutions_and_pooling/0-convolve_grayscale_valid",
    "0x04-convolutions_and_pooling/6-pool",
)


def short(task: str) -> str:
    """`8-ridin_bareback` -> `ridin_bareback`, a name for files of tests."""
    return task.rpartition("/")[2].partition("-")[2]


def literal(value: Any) -> str:
    """An expression that gives an equal value; raises ValueError."""
    if isinstance(value, np.ndarray):
        return (f"np.array({literal(value.tolist())}, "
                f"dtype='{value.dtype}').reshape({value.shape})")
    if isinstance(value, np.generic):
        return literal(value.item())
    if isinstance(value, float) and not np.isfinite(value):
        return f"float('{value}')"
    if isinstance(value, (list, tuple)):
        inner = ", ".join(literal(one) for one in value)
        if isinstance(value, list):
            return f"[{inner}]"
        return f"({inner},)" if value else "()"
    if value is None or isinstance(value, (bool, int, float, str)):
        return repr(value)
    raise ValueError(f"no text for {value!r}")


def read_course() -> list[Plan]:
    """The plans of our tasks, in the order of the assignment."""
    course = Course(TASKS)
    plans = {file.id: course.plan(file, SEED, False)
             for file in course.files}
    return [plans[task] for task in TASKS]


def data_of(plan: Plan) -> dict[str, Any]:
    """A task as the other graders get it."""
    file = plan.file
    return {"file": f"{file.id}.py", "entry": file.entry, "kind": file.kind,
            "tolerance": list(file.tolerance), "cases": chosen(plan)}


def chosen(plan: Plan) -> list[dict[str, Any]]:
    """Ten cases, no two alike: examples, then hidden groups in turn."""
    found: dict[str, dict[str, Any]] = {}
    for case in _candidates(plan):
        try:
            data = _data(plan, case)
        except ValueError:
            continue
        if max(len(data["call"]), len(data["expected"])) > LONGEST:
            continue
        found.setdefault(data["call"], data)
        if len(found) == CHECKS_EACH:
            return list(found.values())
    raise SystemExit(f"{plan.file.id} has only {len(found)} fitting cases.")


def _candidates(plan: Plan) -> list[Case]:
    """Examples first; then the groups in turn, the largest case first."""
    if plan.file.kind == "script":
        # Its examples are lines of one output; together they are a case.
        text = "\n".join(check.cases[0].expected.stdout
                         for check in plan.checks
                         if check.visibility == "visible")
        first = plan.checks[0].cases[0]
        examples = [Case(first.call, Outcome("value", stdout=text))]
    else:
        examples = [case for check in plan.checks for case in check.cases
                    if check.visibility == "visible"][:EXAMPLES]
    groups = [reversed(check.cases) for check in plan.checks
              if check.visibility == "hidden"]
    return examples + [case for cases in zip_longest(*groups)
                       for case in cases if case is not None]


def _data(plan: Plan, case: Case) -> dict[str, Any]:
    call, expected = case.call, case.expected
    if plan.file.kind == "script":
        return {"call": call.text or literal(call.kwargs), "args": "",
                "given": call.given, "raises": [],
                "kwargs": {name: literal(value)
                           for name, value in call.kwargs.items()},
                "expected": literal(expected.stdout)}
    if isinstance(expected.value, Opaque):
        raise ValueError("no plain value")
    return {"call": _call_text(plan.file.entry, case.call), "given": {},
            "kwargs": {}, "args": "" if call.expression or call.kwargs
            else literal(call.args),
            "raises": [expected.error, expected.text]
            if expected.state == "exception" else [],
            "expected": literal(expected.value)}


def _call_text(entry: str, call: Call) -> str:
    """The call as an expression that needs no names but the entry's."""
    if call.expression:
        tree = ast.parse(call.expression, mode="eval")
        return ast.unparse(_Values(call.kwargs).visit(tree))
    words = [literal(value) for value in call.args] + [
        f"{name}={literal(value)}" for name, value in call.kwargs.items()]
    return f"{entry}({', '.join(words)})"


class _Values(ast.NodeTransformer):
    """Puts the values of the inputs in place of their names."""

    def __init__(self, values: dict[str, Any]) -> None:
        self.values = values

    def visit_Name(self, node: ast.Name) -> ast.expr:
        """The value of a name, or the name."""
        if node.id not in self.values:
            return node
        return ast.parse(literal(self.values[node.id]), mode="eval").body


def check_file(plan: Plan) -> str:
    """The check file of a task with these ten checks and no other."""
    source = Path(CHECKS, f"{plan.file.id}.py").read_text(encoding="utf-8")
    lines = source.splitlines()
    for node in reversed(ast.parse(source).body):
        if _is_replaced(node):
            assert node.end_lineno is not None
            del lines[node.lineno - 1:node.end_lineno]
    cases = chosen(plan)
    hidden_from = 1 if plan.file.kind == "script" else EXAMPLES
    lines += ["EXAMPLES = ["]
    for case in cases[:hidden_from]:
        expected = (f"{case['raises'][0]}({case['raises'][1]!r})"
                    if case["raises"] else case["expected"])
        lines += [f"    ({case['call']!r}, {expected}),"]
    lines += ["]"]
    for number, case in enumerate(cases[hidden_from:], hidden_from + 1):
        lines += ["", "", f"def inputs_{number:02}(rng):",
                  f'    """case {number}"""', f"    yield {_yielded(case)}"]
    return "\n".join(lines) + "\n"


def _is_replaced(node: ast.stmt) -> bool:
    """Examples, generators of inputs, and what only serves those."""
    if isinstance(node, ast.FunctionDef):
        return node.name.startswith(("inputs_", "valid"))
    return isinstance(node, ast.Assign) and any(
        isinstance(name, ast.Name)
        and name.id in ("EXAMPLES", "PACE", "EQUIVALENT_MUTANTS")
        for name in node.targets)


def _yielded(case: dict[str, Any]) -> str:
    if case["kwargs"]:
        inner = ", ".join(f"{name!r}: {text}"
                          for name, text in case["kwargs"].items())
        return f"{{{inner}}}"
    return case["args"] or repr(case["call"])


def write_checks(folder: Path, plans: list[Plan]) -> None:
    """Our own check files."""
    for plan in plans:
        path = folder / f"{plan.file.id}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(check_file(plan), encoding="utf-8")


def write_data(path: Path, plans: list[Plan]) -> None:
    """The same checks for all others."""
    path.write_text(json.dumps({short(plan.file.id): data_of(plan)
                                for plan in plans}, indent=1) + "\n",
                    encoding="utf-8")
