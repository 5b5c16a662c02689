"""EXAMPLES are worked out by hand; the oracle must agree with each."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

import numpy as np

from grader.author.agreement.texts import Texts
from grader.cases import Plan
from grader.judge import differ, run_case
from grader.model import Outcome
from grader.programs import run_script_program
from grader.scripts import compare_printed
from grader.show import show_pasteable

MOST = 70


def broken_examples(plan: Plan, texts: Texts) -> Iterator[str]:
    """Examples and oracle that do not agree."""
    if plan.file.kind == "script":
        yield from _script(texts)
        return
    lines = _lines(texts)
    visible = [check for check in plan.checks
               if check.visibility == "visible" and check.cases]
    for check, line in zip(visible, lines):
        case = check.cases[0]
        got = run_case(plan, texts.file.oracle, case)
        difference = differ(plan, case, got)
        if difference is not None:
            yield (f"{texts.check.at(line)}: the example says that "
                   f"`{check.name}` gives {_said(case.expected)}, the oracle "
                   f"in {texts.near(_oracle(texts))} gives {_said(got)}. "
                   f"Work it out by hand and correct the wrong one.")


def _oracle(texts: Texts) -> str:
    return "Oracle" if texts.file.kind == "class" else "oracle"


def _lines(texts: Texts) -> list[int]:
    """The line of each entry of EXAMPLES."""
    for node in ast.parse(texts.check.text).body:
        if (isinstance(node, ast.Assign)
                and ast.unparse(node.targets[0]) == "EXAMPLES"
                and isinstance(node.value, ast.List)):
            return [entry.lineno for entry in node.value.elts]
    return [1] * len(texts.file.examples)


def _said(outcome: Outcome) -> str:
    text = (f"{outcome.error}({outcome.text!r})"
            if outcome.state == "exception"
            else show_pasteable(outcome.value))
    text = " ".join(text.split())
    return f"`{text if len(text) <= MOST else text[:MOST - 4] + ' ...'}`"


def _script(texts: Texts) -> Iterator[str]:
    """With the given data of the reference, the oracle prints them all."""
    given = _given(texts)
    if given is None:
        return                      # no task file, or it lacks a given name
    got = run_script_program(texts.file.oracle, given)
    printed = "\n".join(text for _, text in texts.file.examples)
    if got.state == "exception":
        yield (f"{texts.defined('oracle')}: with the given data of "
               f"{texts.task_name} the oracle raises {got.error}: "
               f"{got.text}. Correct it.")
        return
    for place, (wanted, line) in enumerate(zip(
            printed.split("\n"), [*got.stdout.split("\n"), *[""] * 99])):
        if wanted.rstrip() != line.rstrip():
            yield (f"{texts.check.find(wanted)}: line {place + 1} of the "
                   f"examples is `{wanted}`, the oracle prints `{line}` for "
                   f"the given data of {texts.task_name}. Correct the wrong "
                   f"one.")
            return
    if compare_printed(printed, got.stdout, whole=True) is not None:
        yield (f"{texts.defined('EXAMPLES')}: the oracle prints more lines "
               f"than the examples have. Write an example for each line.")


def _given(texts: Texts) -> dict[str, Any] | None:
    """What the reference script gives, as plain lists."""
    found: dict[str, Any] = {}
    if texts.task is None:
        return None
    try:
        tree = ast.parse(texts.task.text)
    except SyntaxError:
        return None
    for node in tree.body:
        if isinstance(node, ast.Assign):
            name = ast.unparse(node.targets[0])
            if name in texts.file.given:
                code = compile(ast.Expression(node.value), "given", "eval")
                value = eval(code, {"np": np})
                found[name] = getattr(value, "tolist", lambda v=value: v)()
    return found if found.keys() == texts.file.given.keys() else None
