"""Programs of ours that ran before: only what they did is left of them.

The student edition holds no oracle, no mistake and no other right program.
A `Recorded` stands in the place of each: asked for a call that was recorded
it gives the outcome, for any other call it says that it was not run.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from grader.model import Call, Outcome
from grader.sandbox.encode import encode

NOT_RECORDED = Outcome("not_run", error="not recorded",
                       text="this call is not part of the student edition")
DRAW = Call("")         # the one call of a figure
# What one line of an oracle costs, as small numpy calls: measured on the
# tasks with a pace, where it takes 0.8 to 1.8 times as long as the oracle.
CALLS_PER_STEP = 6
NUMBERS_PER_STEP = 8


def call_key(call: Call) -> bytes:
    """Bytes that are equal when a program gets the same from two calls."""
    return encode([list(call.args), call.kwargs, call.expression])


class Recorded:
    """Outcomes by call, in the place of a program.

    The docstring of the object is the program's hint, its signature has the
    names of the program's parameters.
    """

    def __init__(self, hint: str, outcomes: Callable[
            [], Mapping[bytes, Outcome]], parameters: Sequence[str] = (),
            steps: int = 0) -> None:
        self.__doc__ = hint
        self._outcomes = outcomes
        self._steps = steps
        self.__signature__ = inspect.Signature([
            inspect.Parameter(name, inspect.Parameter.POSITIONAL_OR_KEYWORD)
            for name in parameters])

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Only a call that was recorded has an outcome; see `outcome`."""
        raise RuntimeError(NOT_RECORDED.text)

    def outcome(self, call: Call) -> Outcome:
        """What the program did with this call."""
        found = self._outcomes().get(call_key(call))
        if found is None and self._steps:
            work_as_long(call, self._steps)
        return found or NOT_RECORDED


def work_as_long(call: Call, steps: int) -> None:
    """Take about as long as a program of so many lines on these arrays.

    The pace of a solution is measured against the oracle's on the same
    machine. Here the oracle is missing, so as many steps on blocks as large
    as its own are worked through. That is right within a factor of 2, and a
    pace is only spoken of from a factor of 5 on.
    """
    numbers = sum(value.size for value in call.args
                  if isinstance(value, np.ndarray))
    block = np.ones(max(1, NUMBERS_PER_STEP * numbers // steps))
    for _ in range(CALLS_PER_STEP * steps):
        (block * block).sum()
