"""What a check file promises, tried one by one without a sandbox.

Each function yields sentences about promises that are not kept: where, what
is wrong, and the way out. The oracle and the mistakes are ours and run here;
the reference solution is graded like a student's file, elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from grader.author.agreement.texts import Texts
from grader.author.example_promises import broken_examples
from grader.author.input_promises import broken_inputs
from grader.cases import Plan
from grader.checkfile import hint_of
from grader.judge import as_mistake, judge
from grader.mistakes import run_case, run_cases
from grader.model import Verdict

SEEDS = (0, 1, 2, 3, 4)


def broken_promises(plans: list[Plan], texts: Texts) -> Iterator[str]:
    """All that is wrong with one check file; one plan for each of SEEDS."""
    file = plans[0].file
    if file.choice is not None or file.figure is not None:
        return
    yield from broken_examples(plans[0], texts)
    yield from broken_inputs(plans, texts, SEEDS)
    twins = dict(_twins(plans, texts))
    for name in file.mistakes:
        if name in twins:
            yield twins[name]       # a foreign hint would only follow
        else:
            yield from _mistake(plans, texts, name)
    for name in file.accepts:
        yield from _accepted(plans, texts, name)


def _mistake(plans: list[Plan], texts: Texts, name: str) -> Iterator[str]:
    """Every mistake loses a hidden check, and gets its own hint."""
    program = texts.file.mistakes[name]
    blunt, foreign = [], ""
    for seed, plan in zip(SEEDS, plans):
        lost = [verdict for verdict in judge(plan, run_cases(plan, program))
                if verdict.status != "passed"]
        if not any(_is_sharp(verdict) for verdict in lost):
            blunt.append(seed)
        elif not any(verdict.hint == hint_of(program) for verdict in lost):
            foreign = foreign or lost[0].hint
    if blunt:
        inputs = ", ".join(f"`{one}`" for one in texts.file.inputs)
        yield (f"{texts.defined(name)}: {name} passes every hidden check "
               f"{_seeds(blunt, len(plans))}, so it would cost nothing. Add "
               f"an input where it goes wrong to {inputs}; or delete it, if "
               f"it is right.")
    elif foreign:
        yield (f"{texts.defined(name)}: {name} gets the hint of "
               f"{_owner(texts, foreign)}. Write the narrower mistake above "
               f"the wider one, or add an input where they differ.")


def _seeds(seeds: list[int], count: int) -> str:
    if len(seeds) == count:
        return f"under all {count} seeds"
    return (f"under seed{'s' * (len(seeds) > 1)} "
            f"{', '.join(map(str, seeds))} of {count}")


def _owner(texts: Texts, hint: str) -> str:
    """The mistake that has this hint, with its place."""
    for name, program in texts.file.mistakes.items():
        if hint_of(program) in hint:
            return f"{name} in {texts.near(name)}"
    return f"the grader itself, `{hint}`"


def _is_sharp(verdict: Verdict) -> bool:
    """Hidden, or the check of arguments, which sees hidden calls too."""
    return (verdict.check.visibility == "hidden"
            or not verdict.check.cases) and verdict.status == "failed"


def _twins(plans: list[Plan], texts: Texts) -> Iterator[tuple[str, str]]:
    """Mistakes that do what one above them does, under all seeds.

    One of the two hints is never shown.
    """
    mistakes = list(texts.file.mistakes.items())
    for place, (name, program) in enumerate(mistakes):
        for other, twin in mistakes[:place]:
            if all(_alike(plan, program, twin) for plan in plans):
                yield name, (
                    f"{texts.defined(name)}: {name} does the same as "
                    f"{other} in {texts.near(other)} with every input, so "
                    f"its hint is never shown. Delete one of them, or add "
                    f"an input where they differ.")


def _alike(plan: Plan, program: object, twin: object) -> bool:
    return all(as_mistake(plan, program, case, outcome)
               for check in plan.checks for case in check.cases
               if plan.file.kind != "script" or case.call.given
               for outcome in [run_case(plan, twin, case)])


def _accepted(plans: list[Plan], texts: Texts, name: str) -> Iterator[str]:
    """Another right answer loses nothing, and differs somewhere."""
    program = texts.file.accepts[name]
    remarks = set()
    for plan in plans:
        for verdict in judge(plan, run_cases(plan, program)):
            if verdict.status != "passed":
                yield (f"{texts.defined(name)}: {name} loses the check "
                       f"\"{verdict.check.title}\". Another right answer "
                       f"must pass them all; correct it, or call it "
                       f"`mistake_...`.")
                return
            remarks.add(verdict.hint)
    if hint_of(program) not in remarks:
        yield (f"{texts.defined(name)}: {name} does what the oracle does "
               f"with every input, so its remark is never shown. Delete it, "
               f"or add an input where they differ.")
