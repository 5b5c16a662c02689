"""Run our own programs (oracle, mistakes, other right answers) on a call.

They run here in the parent, watched by the same code that watches student
code in the child, so their outcomes can be compared with the student's.
"""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Callable
from contextlib import redirect_stdout
from typing import Any

from grader.compare import Measure, compare
from grader.model import Call, Outcome
from grader.sandbox.decode import decode
from grader.sandbox.encode import encode
from grader.sandbox.observe import evaluator, observe
from grader.shipped_programs import Recorded

Program = Callable[..., Any]
MISFIT = re.compile(r"[\w.<>]+\(\) ((?:missing|takes|got) .*)", re.DOTALL)


def run_program(program: Program, entry: str, call: Call) -> Outcome:
    """The outcome of one of our programs for one call."""
    if isinstance(program, Recorded):
        return program.outcome(call)
    args = tuple(encode(value) for value in call.args)
    kwargs = {name: encode(value) for name, value in call.kwargs.items()}
    printed = io.StringIO()
    try:
        with redirect_stdout(printed), warnings.catch_warnings():
            warnings.simplefilter("ignore")     # a mistake may warn
            seen = observe(evaluator(program, entry, call.expression),
                           args, kwargs)
    except Exception as error:      # a mistake may raise, the oracle too
        return Outcome("exception", error=type(error).__name__,
                       text=str(error), stdout=printed.getvalue())
    changed = {key: decode(data) for key, data in seen.changed.items()}
    raw = encode(seen.value)
    return Outcome("value", decode(raw), changed=changed, raw=raw,
                   shared=seen.shared, stdout=printed.getvalue())


def run_script_program(program: Program, values: dict[str, Any]) -> Outcome:
    """The outcome of a script's oracle or mistake: the text it prints."""
    if isinstance(program, Recorded):
        return program.outcome(Call("", kwargs=values))
    try:
        return Outcome("value", stdout=str(program(**values)))
    except Exception as error:
        return Outcome("exception", error=type(error).__name__,
                       text=str(error))


def behave_alike(one: Outcome, two: Outcome, measure: Measure) -> bool:
    """Whether two programs did the same with one call.

    Exceptions are alike when their types are, except where a call does not
    fit a function; values when they agree and the arguments fared the same.
    """
    if one.state != two.state:
        return False
    if one.state == "exception":
        return one.error == two.error and _misfit(one) == _misfit(two)
    if one.state != "value" or one.shared != two.shared:
        return False
    return (compare(one.value, two.value, measure) is None
            and compare(one.changed, two.changed, measure) is None)


def _misfit(outcome: Outcome) -> str:
    """What does not fit when a call has other arguments than a function.

    `f() missing 1 required ...` without the name of the function.
    """
    if outcome.error != "TypeError":
        return ""
    found = MISFIT.match(outcome.text)
    return found[1] if found else ""
