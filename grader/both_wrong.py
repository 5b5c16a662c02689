"""Two arguments are wrong at once, and the other test came first.

    exception demanded, exception raised -> the two arguments, in words

Told only where it is proven: each of the two alone, in a call that is right
otherwise, makes its own one of the two exceptions. The oracle is asked; where
there is none, as in the student edition, the cases of the task must show it.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Mapping

from grader.cases import Plan
from grader.model import Call, Case, Outcome, Verdict
from grader.programs import run_program
from grader.sandbox.encode import encode
from grader.shipped_programs import Recorded

MOST_RIGHT = 6          # right calls into which a wrong value is put
Arguments = Mapping[str, object]
Raised = tuple[str, str]


def is_other_exception(verdict: Verdict) -> bool:
    """Whether an exception was raised where another one is demanded."""
    outcome, case = verdict.outcome, verdict.case
    return (verdict.status == "failed" and outcome is not None
            and case is not None and outcome.state == "exception"
            and case.expected.state == "exception"
            and _raised(outcome) != _raised(case.expected))


def both_wrong_hint(plan: Plan, tree: ast.Module, verdict: Verdict,
                    verdicts: Iterable[Verdict]) -> str:
    """That two arguments are wrong; empty where it is not certain."""
    outcome, case = verdict.outcome, verdict.case
    assert outcome is not None and case is not None
    if not _is_own_raise(tree, outcome.line) or not _has_text(
            tree, case.expected.text):
        return ""
    raised = _raised(outcome)
    same = [other for other in verdicts if other.status == "failed"
            and other.outcome is not None and other.case is not None
            and _raised(other.outcome) == raised]
    proof = _Proof(plan)
    # A test that refuses too much is no matter of order.
    pairs = [proof.wrong_pair(other.case, raised) for other in same
             if other.case is not None]
    if not all(pairs):
        return ""
    first, second = proof.wrong_pair(case, raised)
    return (f"`{first}` and `{second}` are both wrong here. The test that "
            f"comes first in the task's list must win.")


def _raised(outcome: Outcome) -> Raised:
    return (outcome.error, outcome.text) if (
        outcome.state == "exception") else ("", "")


def _is_own_raise(tree: ast.Module, line: int) -> bool:
    return any(isinstance(node, ast.Raise)
               and node.lineno <= line <= (node.end_lineno or 0)
               for node in ast.walk(tree))


def _has_text(tree: ast.Module, text: str) -> bool:
    """Whether the file knows the exception that is demanded too."""
    return any(isinstance(node, ast.Constant) and node.value == text
               for node in ast.walk(tree))


class _Proof:
    """What the task demands where one argument alone is wrong."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._cases: list[tuple[Arguments, Outcome]] = []
        self._right: list[Arguments] = []
        for check in plan.checks:
            for case in check.cases:
                if found := self._arguments(case.call):
                    self._cases.append((found, case.expected))
        self._right = [found for found, expected in self._cases
                       if expected.state == "value"]
        self._values = {(name, encode(value)) for found in self._right
                        for name, value in found.items()}

    def wrong_pair(self, case: Case, raised: Raised) -> tuple[str, ...]:
        """The argument that must be told, and the one that was; or none."""
        found = self._arguments(case.call)
        wanted = _raised(case.expected)
        for first in found:
            if not self._is_wrong(found, first, wanted):
                continue
            for second in found:
                if second != first and self._is_wrong(
                        found, second, raised) and self._stays_wrong(
                        found, first, raised):
                    return first, second
        return ()

    def _is_wrong(self, found: Arguments, name: str,
                  raised: Raised) -> bool:
        """Whether one argument alone makes this exception, and always."""
        words = set(re.findall(r"\w+", raised[1]))
        if words & set(found) != {name}:
            return False        # the text speaks of how two of them fit
        if (name, encode(found[name])) in self._values:
            return False
        told = self._alone(found, name)
        return bool(told) and all(_raised(one) == raised for one in told)

    def _alone(self, found: Arguments, name: str) -> list[Outcome]:
        """What calls must do in which only this argument is wrong."""
        if not isinstance(self._plan.file.oracle, Recorded):
            return [self._ask({**other, name: found[name]})
                    for other in self._some() if other.keys() == found.keys()]
        value = encode(found[name])
        return [expected for other, expected in self._cases
                if other.keys() == found.keys()
                and encode(other[name]) == value and all(
                    (key, encode(other[key])) in self._values
                    for key in other if key != name)]

    def _stays_wrong(self, found: Arguments, name: str,
                     raised: Raised) -> bool:
        """Whether the call is still wrong when this argument is right."""
        if isinstance(self._plan.file.oracle, Recorded):
            return True         # nobody can be asked
        return all(_raised(self._ask({**found, name: other[name]})) == raised
                   for other in self._some() if name in other)

    def _some(self) -> list[Arguments]:
        """A few of the right calls."""
        return self._right[::max(1, len(self._right) // MOST_RIGHT)]

    def _ask(self, found: Arguments) -> Outcome:
        file = self._plan.file
        return run_program(file.oracle, file.entry,
                           Call("", kwargs=dict(found)))

    def _arguments(self, call: Call) -> Arguments:
        """The arguments of the entry by name, or nothing."""
        file = self._plan.file
        if not call.expression:
            return {**dict(zip(file.parameters, call.args)), **call.kwargs}
        calls = [node for node in ast.walk(ast.parse(call.expression))
                 if isinstance(node, ast.Call)
                 and getattr(node.func, "id", "") == file.entry]
        if len(calls) != 1:
            return {}
        parts = {**dict(zip(file.parameters, calls[0].args)), **{
            word.arg or "": word.value for word in calls[0].keywords}}
        try:
            return {name: call.kwargs[part.id] if isinstance(part, ast.Name)
                    else ast.literal_eval(part)
                    for name, part in parts.items()}
        except (KeyError, ValueError):
            return {}
