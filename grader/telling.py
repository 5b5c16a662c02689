"""Do some outcomes tell one wrong program from another?

Many wrong programs give None, an empty list, 0 or a TypeError. Two programs
that agree in that have nothing in common. Only what a program must have
computed, or an exception that the task itself asks for, is worth a claim.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from grader.model import Outcome
from grader.show import show

MOST_LEAVES = 1000
MOST_TEXT = 4000
SMALL = (-1, 0, 1)
LARGE = 10


def is_telling(outcomes: Sequence[Outcome],
               expected: Sequence[Outcome]) -> bool:
    """Whether every outcome says something, and not always the same."""
    if not outcomes or not all(map(_says_something, outcomes, expected)):
        return False
    texts = {_text(outcome) for outcome in outcomes}
    wanted = {_text(outcome) for outcome in expected}
    if len(texts) > 1:
        return True
    # One answer to many questions is a fixed value, not a way to compute.
    return len(wanted) == 1 and _is_rare(outcomes[0])


def _says_something(outcome: Outcome, expected: Outcome) -> bool:
    if outcome.state == "exception":
        return expected.state == "exception" and bool(outcome.text)
    if outcome.state != "value":
        return False
    if outcome.value is None:
        return bool(outcome.stdout.strip()) and expected.value is None
    return any(map(_is_rich, _leaves(outcome.value)))


def _is_rare(outcome: Outcome) -> bool:
    """Whether a single answer is hardly ever given by chance."""
    if outcome.state == "exception" or outcome.value is None:
        return True
    rich = [leaf for leaf in _leaves(outcome.value) if _is_rich(leaf)]
    return len(rich) > 1 or any(
        isinstance(leaf, str) or leaf % 1 or abs(leaf) >= LARGE
        for leaf in rich)


def _text(outcome: Outcome) -> str:
    if outcome.state == "exception":
        return f"{outcome.error}: {outcome.text}"
    # Not repr: Python refuses to write whole numbers of many digits.
    return f"{show(outcome.value, MOST_TEXT)} {outcome.stdout}"


def _leaves(value: Any) -> Iterable[Any]:
    """The single values in nested lists, tuples, dictionaries and arrays."""
    todo, seen = [value], 0
    while todo and seen < MOST_LEAVES:
        item, seen = todo.pop(), seen + 1
        if isinstance(item, np.ndarray):
            todo += item.ravel()[:MOST_LEAVES].tolist()
        elif isinstance(item, dict):
            todo += item.values()
        elif isinstance(item, (list, tuple)):
            todo += item
        else:
            yield item


def _is_rich(value: Any) -> bool:
    """Whether hardly anybody gives this value by chance."""
    if isinstance(value, (bool, np.bool_)) or value is None:
        return False
    if isinstance(value, (int, float, np.integer, np.floating)):
        return value == value and value not in SMALL and (
            abs(value) != float("inf"))
    return isinstance(value, str) and bool(value)
