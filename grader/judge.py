"""One task's outcomes -> verdicts; the only place that decides.

What comes in: a Plan (checks with expected outcomes) and the outcomes of the
student's code for its calls, in the same order. What goes out: one Verdict a
check, with the case to show and a hint. pytest and the command line are views
of what is decided here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import msgspec

from grader.cases import ARGUMENTS, Plan
from grader.checkfile import hint_of
from grader.compare import compare
from grader.mistakes import Answers, with_hints
from grader.mistakes import as_mistake as as_mistake
from grader.mistakes import run_case as run_case
from grader.model import (Case, Check, CheckStatus, Difference, Finding,
                          GraderError, Outcome, Verdict)
from grader.scripts import compare_printed
from grader.shared_rows import shared_words

LIMIT_ERRORS = ("MemoryError", "RecursionError")
NOTHING = Difference("nothing", "the function gives None for every call")


def judge(plan: Plan, outcomes: Sequence[Outcome]) -> tuple[Verdict, ...]:
    """A Verdict for each check of the plan; raises GraderError."""
    answers = _by_check(plan, outcomes)
    verdicts = [_judge_check(plan, check, answers[check.name])
                for check in plan.checks]
    if _did_nothing(plan, outcomes):
        verdicts = [_nothing_earned(verdict) for verdict in verdicts]
    verdicts = [_arguments(plan, verdict, answers, verdicts)
                if verdict.check.name == ARGUMENTS else verdict
                for verdict in verdicts]
    return with_hints(plan, verdicts, answers, lambda case, outcome: (
        differ(plan, case, outcome) is not None))


def judge_unrun(plan: Plan, status: CheckStatus,
                problem: Finding) -> tuple[Verdict, ...]:
    """Verdicts when the file was not run, for a reason found in its text."""
    return tuple(Verdict(check, status, hint=problem.hint,
                         difference=Difference(problem.code, problem.text))
                 for check in plan.checks)


def _by_check(plan: Plan, outcomes: Sequence[Outcome]) -> Answers:
    """Check name -> its outcomes, in the order of its cases."""
    answers, start = {}, 0
    for check in plan.checks:
        answers[check.name] = tuple(outcomes[start:start + len(check.cases)])
        start += len(check.cases)
    if start != len(outcomes):
        raise GraderError(f"{plan.file.id}: {len(outcomes)} outcomes for "
                          f"{start} calls.")
    return answers


def _judge_check(plan: Plan, check: Check,
                 outcomes: tuple[Outcome, ...]) -> Verdict:
    """Passed when every case is; else the first case that is not."""
    seconds = sum(outcome.seconds for outcome in outcomes)
    for case, outcome in zip(check.cases, outcomes):
        difference = differ(plan, case, outcome, check.visibility)
        if difference is None:
            continue
        remark = _accepted(plan, check, outcomes)
        if remark:
            return Verdict(check, "passed", hint=remark, seconds=seconds)
        return Verdict(check, _status(outcome), case, outcome, difference,
                       seconds=seconds)
    return Verdict(check, "passed", seconds=seconds)


def differ(plan: Plan, case: Case, outcome: Outcome,
           visibility: str = "hidden") -> Difference | None:
    """The difference of one case, or None when the student is right."""
    expected = case.expected
    if outcome.state in ("timeout", "crash", "refused", "not_run"):
        return Difference(outcome.state, outcome.text)
    if expected.state == "exception":
        return _exceptions(expected, outcome)
    if outcome.state == "exception":
        words = [word for word in (outcome.error, outcome.text) if word]
        return Difference("exception", ": ".join(words))
    if plan.file.kind == "script":
        return compare_printed(expected.stdout, outcome.stdout,
                               whole=visibility == "hidden")
    if expected.raw and expected.raw == outcome.raw:
        return None             # the same bytes are the same value
    found = compare(expected.value, outcome.value, plan.measure)
    if found is not None and _same(plan, expected, outcome):
        return None
    if found is not None and outcome.value is None:
        kind = "printed" if outcome.stdout.strip() else "returned nothing"
        return Difference(kind, found.text, found.path)
    return found


def _exceptions(expected: Outcome, outcome: Outcome) -> Difference | None:
    """Exact type and exact text are demanded."""
    if outcome.state == "value":
        return Difference("no exception", f"a value came back where "
                                          f"{expected.error} must be raised")
    if outcome.error != expected.error:
        return Difference("exception type", f"{outcome.error} was raised "
                                            f"instead of {expected.error}")
    if outcome.text != expected.text:
        return Difference("exception text", "the exception has another text")
    return None


def _same(plan: Plan, expected: Outcome, outcome: Outcome) -> bool:
    """Ask the check file whether two values are equally right."""
    if plan.file.same is None:
        return False
    try:
        return bool(plan.file.same(expected.value, outcome.value))
    except Exception as error:
        if _answers(plan.file.same, expected.value):
            return False        # the student's value is to blame
        raise GraderError(f"checks/{plan.file.id}.py, same: "
                          f"{type(error).__name__}: {error}.") from error


def _answers(same: Callable[..., Any], value: Any) -> bool:
    """Whether `same` works on a value that it was written for."""
    try:
        same(value, value)
    except Exception:
        return False
    return True


def _accepted(plan: Plan, check: Check,
              outcomes: tuple[Outcome, ...]) -> str:
    """The remark of another right program that did all the same."""
    for program in plan.file.accepts.values():
        if all(as_mistake(plan, program, case, outcome)
               for case, outcome in zip(check.cases, outcomes)):
            return hint_of(program)
    return ""


def _status(outcome: Outcome) -> CheckStatus:
    if outcome.state == "not_run":
        return "not_run"
    if outcome.state in ("timeout", "refused") \
            or outcome.error in LIMIT_ERRORS:
        return "refused"
    return "failed"


def _did_nothing(plan: Plan, outcomes: Sequence[Outcome]) -> bool:
    """Whether the function gave None for all calls and should not have.

    An unwritten function must not earn points where None happens to be right.
    """
    if plan.file.kind == "script":
        return False
    wanted = [case.expected for check in plan.checks for case in check.cases]
    return (any(one.state != "value" or one.value is not None
                for one in wanted)
            and all(one.state == "value" and one.value is None
                    for one in outcomes))


def _nothing_earned(verdict: Verdict) -> Verdict:
    if verdict.status != "passed" or not verdict.check.cases:
        return verdict
    return msgspec.structs.replace(
        verdict, status="failed", case=verdict.check.cases[0],
        outcome=Outcome("value"), difference=NOTHING)


def _pairs(plan: Plan, answers: Answers) -> Iterator[tuple[Case, Outcome]]:
    for check in plan.checks:
        yield from zip(check.cases, answers[check.name])


def _arguments(plan: Plan, verdict: Verdict, answers: Answers,
               verdicts: list[Verdict]) -> Verdict:
    """The check that arguments stay as they were and results are new."""
    if not any(other.status == "passed" for other in verdicts
               if other.check.name != ARGUMENTS):
        return msgspec.structs.replace(verdict, status="not_run")
    for case, outcome in _pairs(plan, answers):
        sin = _sin(plan, case, outcome)
        if sin is not None:
            return Verdict(verdict.check, "failed", case, outcome, sin)
    return verdict


def _sin(plan: Plan, case: Case, outcome: Outcome) -> Difference | None:
    file = plan.file
    if outcome.state != "value":
        return None
    for key in outcome.changed:
        name = file.parameters[int(key)] if (
            key.isdecimal() and int(key) < len(file.parameters)) else key
        if name not in file.mutates:
            return Difference("changed", f"your function changed its "
                                         f"argument `{name}`", (name,))
    if outcome.shared and not file.shares and not case.expected.shared:
        return Difference("shared", shared_words(outcome.shared,
                                                 file.parameters))
    return None
