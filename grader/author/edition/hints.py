"""Does every mistake show its hint with the cases of the edition?

The seeds of `grader verify` do not prove it for the one seed of an edition,
and some cases stay behind.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from grader.cases import Plan, plan
from grader.checkfile import CheckFile, hint_of
from grader.judge import judge, run_case
from grader.model import Check, Outcome


def lost_hints(file: CheckFile, checks: Sequence[Check]) -> list[str]:
    """Names of the mistakes that would not show their own hint."""
    the_plan = plan_of(file, checks)
    return [name for name, program in file.mistakes.items()
            if not any(hint_of(program) == verdict.hint for verdict in judge(
                the_plan, outcomes_of(the_plan, program)))]


def plan_of(file: CheckFile, checks: Sequence[Check]) -> Plan:
    """The plan that the edition will have of a task."""
    return plan(msgspec.structs.replace(
        file, made_checks=lambda: tuple(checks)), 0)


def outcomes_of(the_plan: Plan, program: object) -> list[Outcome]:
    """What a program of ours does with each call of a plan.

    The given data of a script stand in its file, so its own examples are
    taken as right.
    """
    return [case.expected if the_plan.file.kind == "script"
            and not case.call.given else run_case(the_plan, program, case)
            for check in the_plan.checks for case in check.cases]
