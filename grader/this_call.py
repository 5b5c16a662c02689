"""Hints about one call and the line that it came to.

The second look ends here, where neither the task nor the names of the file
explain an exception. What cannot be known for certain is not told.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence

import msgspec

from grader.cases import Plan
from grader.hints import RAISED, general_hint
from grader.model import Outcome, Verdict
from grader.reading import printable

MOST_HINT = 300


def with_call_hints(plan: Plan, tree: ast.Module,
                    verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """The verdicts; those with a general hint may get a better one."""
    return tuple(_looked_at(plan, tree, verdict, verdicts)
                 for verdict in verdicts)


def _looked_at(plan: Plan, tree: ast.Module, verdict: Verdict,
               verdicts: Sequence[Verdict]) -> Verdict:
    outcome = verdict.outcome
    if outcome is None or outcome.state != "exception" or (
            verdict.status == "passed" or verdict.hint not in (
                "", RAISED, general_hint(plan, verdict))):
        return verdict
    try:
        hint = _call_hint(plan, tree, verdict, verdicts)
    except Exception:       # never let a nicety spoil a good result
        return verdict
    return msgspec.structs.replace(
        verdict, hint=printable(hint, MOST_HINT)) if hint else verdict


def _call_hint(plan: Plan, tree: ast.Module, verdict: Verdict,
               verdicts: Sequence[Verdict]) -> str:
    """A hint about this very call, or nothing."""
    outcome = verdict.outcome
    assert outcome is not None
    if outcome.error == "TypeError" and outcome.line:
        from grader.whole_numbers import is_about_floats, whole_number_hint
        if is_about_floats(outcome.text):
            return whole_number_hint(plan, tree, verdict)
    from grader.both_wrong import both_wrong_hint, is_other_exception
    if is_other_exception(verdict):
        return both_wrong_hint(plan, tree, verdict, verdicts)
    return (_where_to_look(plan, tree, outcome) if verdict.hint == RAISED
            else "")


def _where_to_look(plan: Plan, tree: ast.Module, outcome: Outcome) -> str:
    """How to see an error oneself: a function alone shows nothing."""
    look = f"{RAISED} " if outcome.line else ""
    is_defined = any(isinstance(node, ast.FunctionDef)
                     and node.name == plan.file.entry for node in tree.body)
    if not is_defined:          # the file is run from top to bottom
        return f"{look}To see the error yourself, run the file."
    number = plan.file.id.rpartition("/")[2].partition("-")[0]
    return (f"{look}To see the error yourself, run the driver "
            f"`{number}-main.py`.")
