"""Does a smaller call fail for the same reason, and does the task ask it?

`Reason` knows why the first case failed. A candidate must fail in the same
way: the same kind of difference, the same exception at the same line, still
explained by the same mistake, and with the same hint.
"""

from __future__ import annotations

import re
from typing import Any

import msgspec
import numpy as np

from grader.cases import Plan
from grader.checkfile import hint_of
from grader.compare import kind_of
from grader.hints import general_hint
from grader.judge import as_mistake, differ, run_case
from grader.model import Call, Case, Difference, Outcome, Verdict
from grader.programs import behave_alike, run_program
from grader.shrinking.guards import allows, guards_of
from grader.shrinking.parts import names_of

NUMBERS = re.compile(r"-?\d+(?:\.\d+)?(?:e[+-]?\d+)?")


class Question:
    """Which calls the task asks, with the answers that it demands."""

    def __init__(self, plan: Plan, case: Case, check: str) -> None:
        self._plan = plan
        self._expected = case.expected
        file = plan.file
        self._guards = guards_of(file.guards, check)
        # Where another answer is right too, both must be known as such.
        self._agreeing = [
            program for program in file.accepts.values()
            if behave_alike(run_case(plan, program, case), case.expected,
                            plan.measure)]

    def case_of(self, call: Call) -> Case | None:
        """The case of this call, or None where the task does not ask it."""
        file = self._plan.file
        values = names_of(file, call)
        if values is None or not all(
                allows(guard, values) for guard in self._guards):
            return None
        case = Case(call, run_program(file.oracle, file.entry, call))
        if not _is_like(self._expected, case.expected):
            return None
        if all(behave_alike(run_case(self._plan, program, case),
                            case.expected, self._plan.measure)
               for program in self._agreeing):
            return case
        return None


class Reason:
    """Why a case failed, as far as a smaller one must show the same."""

    def __init__(self, plan: Plan, verdict: Verdict,
                 outcome: Outcome) -> None:
        assert verdict.case is not None and verdict.difference is not None
        self._plan, self._verdict = plan, verdict
        self._kinds = _kinds(verdict.case, outcome, verdict.difference)
        self._outcome = outcome
        self._mistakes = [
            program for program in plan.file.mistakes.values()
            if hint_of(program) in verdict.hint
            and as_mistake(plan, program, verdict.case, outcome)]
        # What a student reads, if no mistake says it, is a general hint.
        self._hint = general_hint(plan, verdict)

    def found_in(self, case: Case, outcome: Outcome) -> Difference | None:
        """The difference, if this case fails for the same reason.

        It must be one where no other right program gives this answer.
        """
        if is_open(self._plan, case, outcome):
            return None
        return self.comes_back(case, outcome)

    def comes_back(self, case: Case, outcome: Outcome) -> Difference | None:
        """The difference, if this is the same trouble."""
        mine, plan = self._outcome, self._plan
        if (outcome.state, outcome.error, outcome.line) != (
                mine.state, mine.error, mine.line):
            return None
        if NUMBERS.sub("#", outcome.text) != NUMBERS.sub("#", mine.text):
            return None
        found = differ(plan, case, outcome)
        wanted = self._verdict.difference
        if found is None or wanted is None or found.kind != wanted.kind \
                or _kinds(case, outcome, found) != self._kinds:
            return None
        if not all(as_mistake(plan, program, case, outcome)
                   for program in self._mistakes):
            return None
        verdict = msgspec.structs.replace(
            self._verdict, case=case, outcome=outcome, difference=found)
        return found if general_hint(plan, verdict) == self._hint else None


def is_open(plan: Plan, case: Case, outcome: Outcome) -> bool:
    """Whether some other right program gives the same answer here."""
    return any(as_mistake(plan, program, case, outcome)
               for program in plan.file.accepts.values())


def _is_like(one: Outcome, two: Outcome) -> bool:
    """Whether two demanded outcomes are of the same class."""
    if one.state == "exception":
        return (one.state, one.error, one.text) == (two.state, two.error,
                                                    two.text)
    return one.state == two.state and _same_class(one.value, two.value)


def _same_class(one: Any, two: Any) -> bool:
    """The same type, as empty, as finite, and the same word."""
    kind = kind_of(one)
    if kind != kind_of(two):
        return False
    if kind == "array":
        return (one.ndim == two.ndim and one.dtype.kind == two.dtype.kind
                and (one.size > 0) == (two.size > 0)
                and _is_finite(one) == _is_finite(two))
    if kind == "tuple":
        return len(one) == len(two) and all(map(_same_class, one, two))
    if kind == "list":
        return bool(one) == bool(two) and all(
            map(_same_class, one[:1], two[:1]))
    if kind == "number":
        return _is_finite(one) == _is_finite(two)
    return bool(one == two)     # a text, a bool, None, anything else


def _is_finite(value: Any) -> bool:
    try:
        return bool(np.all(np.isfinite(value)))
    except TypeError:           # an int beyond the range of floats
        return True


def _kinds(case: Case, outcome: Outcome,
           difference: Difference) -> tuple[str, ...]:
    """The kinds of things that differ, at the place where they do."""
    if outcome.state != "value" or case.expected.state != "value":
        return ()
    one, two = case.expected.value, outcome.value
    kinds = [kind_of(one), kind_of(two)]
    if difference.kind == "type":
        for step in difference.path:
            try:
                one, two = one[step], two[step]
            except (LookupError, TypeError):
                return tuple(kinds)
        kinds += [kind_of(one), kind_of(two)]
    return tuple(kinds)
