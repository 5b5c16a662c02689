"""Generators of inputs: made by the seed alone, new each time, small first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from grader.author.agreement.texts import Texts
from grader.cases import Plan, make_checks
from grader.model import Check
from grader.show import show_pasteable

LINE = 79


def broken_inputs(plans: Sequence[Plan], texts: Texts,
                  seeds: Sequence[int]) -> Iterator[str]:
    """What is wrong with the hidden inputs; one plan for each seed."""
    first = _hidden(plans[0].checks)
    again = _hidden(tuple(make_checks(texts.file, seeds[0])))
    for name, check in first.items():
        if _calls(check) != _calls(again[name]):
            yield (f"{texts.defined('inputs_' + name)}: inputs_{name} gives "
                   f"other inputs when it is asked again with the same seed. "
                   f"Take every random number from `rng`.")
        elif _answers(check) != _answers(again[name]):
            oracle = "Oracle" if texts.file.kind == "class" else "oracle"
            yield (f"{texts.defined(oracle)}: the oracle gives two different "
                   f"answers to the same input of inputs_{name}. It may use "
                   f"no chance and keep nothing between calls.")
        yield from _order(texts, name, check)
    if len(plans) > 1 and all(
            _calls(check) == _calls(_hidden(plan.checks)[name])
            for name, check in first.items() for plan in plans[1:]):
        name = next(iter(first))
        yield (f"{texts.defined('inputs_' + name)}: every seed gives the "
               f"same inputs, so students can learn the answers by heart. "
               f"Take some of them from `rng`: `rng.integers(-9, 10, 5)"
               f".tolist()` gives five whole numbers.")


def _hidden(checks: tuple[Check, ...]) -> dict[str, Check]:
    return {check.name: check for check in checks
            if check.visibility == "hidden"}


def _calls(check: Check) -> list[str]:
    return [case.call.text or show_pasteable([
        list(case.call.args), case.call.kwargs]) for case in check.cases]


def _answers(check: Check) -> list[tuple[str, bytes, str, str]]:
    return [(case.expected.state, case.expected.raw, case.expected.text,
             case.expected.stdout) for case in check.cases]


def _order(texts: Texts, name: str, check: Check) -> Iterator[str]:
    """A student sees the first case that fails: it should be short."""
    sizes = [len(text) for text in _calls(check)]
    if sizes and sizes[0] > sum(sizes) / len(sizes) + LINE:
        yield (f"{texts.defined('inputs_' + name)}: the first input of "
               f"inputs_{name} has {sizes[0]} letters, more than most after "
               f"it. A student sees the first one that fails: yield small "
               f"inputs first.")
