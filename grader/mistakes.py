"""Which known mistake explains what a student's code did?

A hint is shown only if one mistake's outcomes equal the student's on every
case of the failing checks. If none does, a check of its own may still go
wrong exactly as a mistake does: then the hint names that check. No guessing:
otherwise there is a general hint by the kind of trouble, or just expected and
got.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import msgspec

from grader.cases import ARGUMENTS, Plan
from grader.checkfile import hint_of
from grader.hints import general_hint
from grader.model import Case, Check, Outcome, Verdict
from grader.programs import behave_alike, run_program, run_script_program
from grader.scripts import compare_printed
from grader.telling import is_telling

Answers = dict[str, tuple[Outcome, ...]]
Pairs = list[tuple[Case, Outcome]]
# Whether an outcome of a case earns nothing.
IsWrong = Callable[[Case, Outcome], bool]
MOST_TITLE = 60


def run_case(plan: Plan, program: object, case: Case) -> Outcome:
    """The outcome of one of our programs for a case."""
    assert callable(program)
    if plan.file.kind == "script":
        return run_script_program(program, case.call.kwargs)
    return run_program(program, plan.file.entry, case.call)


def run_cases(plan: Plan, program: object) -> list[Outcome]:
    """The outcomes of one of our programs for all cases of a plan.

    The given data of a script stand in its file, so its own examples are
    taken as right: only the other cases are looked at.
    """
    return [case.expected if plan.file.kind == "script"
            and not case.call.given else run_case(plan, program, case)
            for check in plan.checks for case in check.cases]


def with_hints(plan: Plan, verdicts: list[Verdict], answers: Answers,
               is_wrong: IsWrong) -> tuple[Verdict, ...]:
    """Add the hint of the one mistake that explains every failing case.

    Where no single one does, each check gets the hint of its own trouble.
    """
    failing = [verdict for verdict in verdicts if verdict.case is not None
               and verdict.status in ("failed", "refused")]
    if not failing:
        return tuple(verdicts)
    hint = _mistake_hint(plan, [verdict.check for verdict in failing],
                         answers)
    parts = {} if hint else _hints_by_part(plan, failing, answers, is_wrong)
    return tuple(
        msgspec.structs.replace(
            verdict, hint=hint or parts.get(verdict.check.name)
            or general_hint(plan, verdict))
        if verdict in failing else verdict for verdict in verdicts)


class _Part(msgspec.Struct, frozen=True):
    """The hint of a mistake for one check; empty where none fits.

    where: words for what of the check it is about
    is_whole: it is about all that the check has lost
    """

    hint: str = ""
    where: str = ""
    is_whole: bool = False


def _hints_by_part(plan: Plan, failing: list[Verdict], answers: Answers,
                   is_wrong: IsWrong) -> dict[str, str]:
    """Check name -> the hint of its own mistake, and for what it holds."""
    parts = {verdict.check.name: _part(plan, verdict, answers, is_wrong)
             for verdict in failing if verdict.check.name != ARGUMENTS}
    hints = {part.hint for part in parts.values()}
    if len(hints) == 1 and all(part.is_whole for part in parts.values()):
        # One mistake in all that failed: there is nothing to tell apart.
        return {name: part.hint for name, part in parts.items()}
    return {name: f"For {part.where}: {part.hint}"
            for name, part in parts.items() if part.hint}


def _part(plan: Plan, verdict: Verdict, answers: Answers,
          is_wrong: IsWrong) -> _Part:
    """The hint of a mistake that explains what this one check has lost.

    A class has checks with several probes; there one probe may do.
    """
    check, shown = verdict.check, verdict.case
    assert shown is not None
    pairs = [(case, outcome) for case, outcome
             in zip(check.cases, answers[check.name])
             if is_wrong(case, outcome) and _is_comparable(plan, case)]
    hint = _distinguished(plan, pairs, is_wrong)
    if hint:
        return _Part(hint, _name_of(check), is_whole=True)
    probe = shown.call.expression
    if plan.file.kind != "class" or probe not in plan.file.probes:
        return _Part()
    hint = _distinguished(plan, [
        pair for pair in pairs if pair[0].call.expression == probe], is_wrong)
    return _Part(hint, f"`{probe}`")


def _name_of(check: Check) -> str:
    if check.visibility == "visible" or len(check.title) > MOST_TITLE:
        return "this call"
    return f'"{check.title}"'


def _distinguished(plan: Plan, pairs: Pairs, is_wrong: IsWrong) -> str:
    """The hint of a mistake that did the same, and not by chance.

    It must itself be wrong there. What many wrong programs give, None above
    all, proves nothing; one case proves little, so no second mistake may fit.
    """
    if not is_telling([outcome for _, outcome in pairs],
                      [case.expected for case, _ in pairs]):
        return ""
    fitting = [program for program in plan.file.mistakes.values()
               if all(_does_the_same(plan, program, pair, is_wrong)
                      for pair in pairs)]
    if len(fitting) == 1 or (fitting and len(pairs) > 1):
        return hint_of(fitting[0])
    return ""


def _does_the_same(plan: Plan, program: object, pair: tuple[Case, Outcome],
                   is_wrong: IsWrong) -> bool:
    case, outcome = pair
    wrong = run_case(plan, program, case)
    return _alike(plan, wrong, case, outcome) and is_wrong(case, wrong)


def _is_comparable(plan: Plan, case: Case) -> bool:
    """A script's own examples are parts of what our programs print."""
    return plan.file.kind != "script" or bool(case.call.given)


def _mistake_hint(plan: Plan, failing: list[Check],
                  answers: Answers) -> str:
    """The hint of the first mistake that did the same on each case.

    If there is none, checks are left out where more than one answer is
    right: a student may have the mistake and another right form of answer.
    """
    wrong = [check for check in failing if check.name != ARGUMENTS]
    if len(wrong) < len(failing):
        failing = list(plan.checks)
    hint = _explained(plan, failing, answers)
    if not hint and len(wrong) < len(failing):
        # Two sins: what happens to the arguments has a check of its own.
        hint = _explained(plan, wrong, {
            name: tuple(map(_without_effects, outcomes))
            for name, outcomes in answers.items()})
    if hint or not plan.file.accepts:
        return hint
    return _explained(plan, [check for check in failing
                             if not _is_open(plan, check)], answers)


def _without_effects(outcome: Outcome) -> Outcome:
    return msgspec.structs.replace(outcome, shared="", changed={})


def _explained(plan: Plan, checks: Iterable[Check], answers: Answers) -> str:
    pairs = [(case, outcome) for check in checks
             for case, outcome in zip(check.cases, answers[check.name])
             if _is_comparable(plan, case)]
    if not pairs:
        return ""
    for program in plan.file.mistakes.values():
        if all(as_mistake(plan, program, case, outcome)
               for case, outcome in pairs):
            return hint_of(program)
    return ""


def _is_open(plan: Plan, check: Check) -> bool:
    """Whether another right program differs from the oracle in a check."""
    return any(not behave_alike(run_case(plan, program, case),
                                case.expected, plan.measure)
               for program in plan.file.accepts.values()
               for case in check.cases)


def as_mistake(plan: Plan, program: object, case: Case,
               outcome: Outcome) -> bool:
    """Whether one of our wrong programs does the same as this outcome.

    Where an exception is demanded, its text counts too.
    """
    return _alike(plan, run_case(plan, program, case), case, outcome)


def _alike(plan: Plan, wrong: Outcome, case: Case, outcome: Outcome) -> bool:
    if plan.file.kind == "script":
        return (wrong.state == outcome.state and compare_printed(
            wrong.stdout, outcome.stdout, whole=True) is None)
    if wrong.state == "exception" and case.expected.state == "exception":
        return (wrong.error, wrong.text) == (outcome.error, outcome.text)
    if wrong.state == outcome.state == "exception" and (
            "NoneType" in wrong.text) != ("NoneType" in outcome.text):
        return False            # a hint about None would be no help
    return behave_alike(wrong, outcome, plan.measure)
