"""Run a search for a smaller case against a program, without a sandbox."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from grader.cases import Plan
from grader.explain import call_text
from grader.judge import judge
from grader.model import Case, Outcome, Verdict
from grader.programs import run_program
from grader.shrinking.search import Found, Search
from grader.shrinking.small_cases import NEVER

Program = Callable[..., Any]


def outcome_for(plan: Plan, program: Program, case: Case) -> Outcome:
    """What a program does with one call."""
    return run_program(program, plan.file.entry, case.call)


def verdicts_of(plan: Plan, program: Program) -> tuple[Verdict, ...]:
    """The verdicts on a program."""
    return judge(plan, [outcome_for(plan, program, case)
                        for check in plan.checks for case in check.cases])


def hidden_failures(plan: Plan, program: Program) -> list[Verdict]:
    """The verdicts whose case may become smaller."""
    return [verdict for verdict in verdicts_of(plan, program)
            if verdict.check.visibility == "hidden"
            and verdict.case is not None
            and verdict.difference is not None
            and verdict.difference.kind not in NEVER]


def searched(plan: Plan, verdict: Verdict,
             program: Program) -> tuple[Search, list[list[Case]]]:
    """The finished search, and the calls of its rounds."""
    search, rounds = Search(plan, verdict), []
    while calls := search.calls():
        rounds.append(list(calls))
        search.learn([outcome_for(plan, program, case) for case in calls])
    return search, rounds


def smaller_case(plan: Plan, verdict: Verdict,
                 program: Program) -> Found | None:
    """What the search has found."""
    return searched(plan, verdict, program)[0].result


def shown(plan: Plan, case: Case) -> str:
    """The call as a student reads it."""
    return call_text(plan.file.entry, case)
