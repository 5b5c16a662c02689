"""Does every mistake show its hint with the cases of the edition?

The seeds of `grader verify` do not prove it for the one seed of an edition,
and some cases stay behind.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from grader.cases import Plan, plan
from grader.checkfile import CheckFile, hint_of
from grader.judge import judge
from grader.mistakes import run_cases
from grader.model import Check


def lost_hints(file: CheckFile, checks: Sequence[Check]) -> list[str]:
    """Names of the mistakes that would not show their own hint."""
    the_plan = plan_of(file, checks)
    return [name for name, program in file.mistakes.items()
            if not any(hint_of(program) == verdict.hint for verdict in judge(
                the_plan, run_cases(the_plan, program)))]


def plan_of(file: CheckFile, checks: Sequence[Check]) -> Plan:
    """The plan that the edition will have of a task."""
    return plan(msgspec.structs.replace(
        file, made_checks=lambda: tuple(checks)), 0)
