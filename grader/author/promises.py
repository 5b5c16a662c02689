"""What a check file promises, tried one by one without a sandbox.

Each function yields sentences about promises that are not kept: what is
wrong, where, and the way out. The oracle and the mistakes are ours and run
here; the reference solution is graded like a student's file, elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from grader.cases import Plan
from grader.checkfile import CheckFile, hint_of
from grader.judge import as_mistake, differ, judge, run_case
from grader.model import Outcome, Verdict

SEEDS = (0, 1, 2, 3, 4)
HINT_LETTERS = 158                  # two lines of a terminal


def broken_promises(plans: list[Plan]) -> Iterator[str]:
    """All that is wrong with one check file; one plan for each seed."""
    file = plans[0].file
    yield from _examples(plans[0])
    yield from _hints(file)
    if file.choice is None and file.figure is None:
        for plan in plans:
            yield from _mistakes(plan)
        yield from _twins(plans)


def _examples(plan: Plan) -> Iterator[str]:
    """EXAMPLES are by hand; the oracle must agree with each of them."""
    if plan.file.kind == "script":
        return                      # its given data stand in the reference
    for check in plan.checks:
        if check.visibility == "hidden" or not check.cases:
            continue
        case = check.cases[0]
        difference = differ(plan, case, run_case(plan, plan.file.oracle,
                                                 case))
        if difference is not None:
            yield (f"the oracle disagrees with the example {check.name}: "
                   f"{difference.text}. One of them is wrong.")


def _hints(file: CheckFile) -> Iterator[str]:
    hints = {name: hint_of(program)
             for name, program in file.mistakes.items()}
    if file.choice is not None:
        hints = dict(file.choice.hints)
    if not hints:
        yield "it has no mistake; write one that students really make."
    for name, hint in hints.items():
        if len(hint) > HINT_LETTERS:
            yield (f"the hint of {name} has {len(hint)} letters; a student "
                   f"reads two lines, so keep it below {HINT_LETTERS}.")


def _mistakes(plan: Plan) -> Iterator[str]:
    """Every mistake loses a hidden check, and gets its own hint."""
    for name, program in plan.file.mistakes.items():
        verdicts = judge(plan, _outcomes(plan, program))
        lost = [verdict for verdict in verdicts
                if verdict.status != "passed"]
        if not any(_is_sharp(verdict) for verdict in lost):
            yield (f"{name} passes every hidden check; add an input where "
                   f"it goes wrong.")
        elif not any(verdict.hint == hint_of(program) for verdict in lost):
            yield (f"{name} gets the hint of another mistake; write the "
                   f"narrower mistake above the wider one.")


def _is_sharp(verdict: Verdict) -> bool:
    """Hidden, or the check of arguments, which sees hidden calls too."""
    return (verdict.check.visibility == "hidden"
            or not verdict.check.cases) and verdict.status == "failed"


def _outcomes(plan: Plan, program: object) -> list[Outcome]:
    """What a program of ours does with each call.

    The given data of a script stand in its file, so the visible checks of a
    mistake are taken as right: only hidden ones are looked at.
    """
    return [case.expected if plan.file.kind == "script"
            and not case.call.given else run_case(plan, program, case)
            for check in plan.checks for case in check.cases]


def _twins(plans: list[Plan]) -> Iterator[str]:
    """Two mistakes that do the same under all seeds have one hint too many.
    """
    mistakes = list(plans[0].file.mistakes.items())
    for place, (name, program) in enumerate(mistakes):
        for other, twin in mistakes[:place]:
            if all(_alike(plan, program, twin) for plan in plans):
                yield (f"{name} and {other} do the same with every input; "
                       f"remove one of them or add an input.")


def _alike(plan: Plan, program: object, twin: object) -> bool:
    return all(as_mistake(plan, program, case, outcome)
               for check in plan.checks for case in check.cases
               if plan.file.kind != "script" or case.call.given
               for outcome in [run_case(plan, twin, case)])
