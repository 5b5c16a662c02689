"""Check file and seed -> checks with their cases, and the calls to send.

The inputs of a hidden check come from a generator seeded by the grading seed,
the task and the check's name alone: the order of tasks, the number of workers
or other tasks change nothing. Expected outcomes come from the oracle and stay
on this side of the trust line; `wire_calls` leaves them out.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import msgspec
import numpy as np

from grader.calls import probe_call, read_call
from grader.checkfile import CheckFile, title_of
from grader.compare import Measure
from grader.model import Call, Case, Check, GraderError, Outcome
from grader.programs import run_program, run_script_program
from grader.sandbox.encode import encode
from grader.sandbox.wire import WireCall
from grader.show import show_pasteable

if TYPE_CHECKING:
    from grader.figures.asked import Asked

MOST_CASES = 60
ARGUMENTS = "arguments"     # the check that every function task gets


class Plan(msgspec.Struct, frozen=True):
    """All that will be asked of one task."""

    file: CheckFile
    checks: tuple[Check, ...]
    calls: tuple[WireCall, ...]
    measure: Measure


def plan(file: CheckFile, seed: int, only_visible: bool = False) -> Plan:
    """The checks of a task for one seed; raises GraderError."""
    if file.choice is not None:
        return Plan(file, (Check("choice", "the chosen number", "visible",
                                 ()),), (), Measure())
    if file.figure is not None:
        return Plan(file, _properties(file.figure), (WireCall(),), Measure())
    if file.made_checks is not None:
        return _assembled(file, [
            check for check in file.made_checks()
            if check.visibility == "visible" or not only_visible])
    return _assembled(file, make_checks(file, seed, only_visible))


def make_checks(file: CheckFile, seed: int,
                only_visible: bool = False) -> list[Check]:
    """The checks that examples and generators of inputs give."""
    checks = [_visible(file, text, expected)
              for text, expected in file.examples]
    if not only_visible:
        checks += [_hidden(file, name, seed) for name in file.inputs]
    return checks


def _assembled(file: CheckFile, checks: list[Check]) -> Plan:
    """The plan of these checks."""
    if _can_be_changed(file, checks):
        checks.append(Check(ARGUMENTS, "the arguments stay as they were and "
                                       "the result is new", "visible", ()))
    calls = tuple(wire_call(case.call, group)
                  for group, check in enumerate(checks)
                  for case in check.cases)
    if file.pace:               # after all others, and judged by its time
        calls += (wire_call(read_call(file.entry, file.pace),
                            len(checks)),)
    measure = Measure(*file.tolerance, file.exact_numbers)
    return Plan(file, tuple(checks), calls, measure)


def _properties(asked: Asked) -> tuple[Check, ...]:
    """A visible check for each property of a figure; the data is given."""
    from grader.figures.properties import properties
    table = properties()
    plots = len({part.plot for part in asked.parts})
    return tuple(Check(
        part.text, table[part.name].title + (
            f" in plot {part.plot + 1}" if plots > 1 else ""),
        "visible", (), part.weight) for part in asked.parts)


def _can_be_changed(file: CheckFile, checks: list[Check]) -> bool:
    """Whether some call has an argument that a function could change."""
    return file.kind in ("function", "class") and any(
        isinstance(value, (list, dict, set, np.ndarray))
        for check in checks for case in check.cases
        for value in (*case.call.args, *case.call.kwargs.values()))


def _visible(file: CheckFile, text: str, expected: Any) -> Check:
    """The check of one EXAMPLES entry; its expected value is by hand."""
    if file.kind == "script":
        case = Case(Call(text), Outcome("value", stdout=expected))
        return Check(text, text, "visible", (case,))
    if isinstance(expected, BaseException):
        outcome = Outcome("exception", error=type(expected).__name__,
                          text=str(expected))
    else:
        outcome = Outcome("value", expected, raw=encode(expected))
    return Check(text, text, "visible",
                 (Case(read_call(file.entry, text), outcome),))


def _hidden(file: CheckFile, name: str, seed: int) -> Check:
    """The check of one generator of inputs; the oracle tells the answers."""
    title = title_of(file.inputs[name])
    cases = []
    for item in _generate(file, name, seed):
        if file.kind == "script":
            cases.append(_script_case(file, item, name))
            continue
        for call in _calls(file, item, name):
            expected = run_program(file.oracle, file.entry, call)
            cases.append(Case(call, expected))
    if not cases:
        raise _author_error(file, name, "it yields nothing")
    return Check(name.removeprefix("inputs_"), title, "hidden", tuple(cases))


def _calls(file: CheckFile, item: Any, name: str) -> list[Call]:
    """The calls that one generated input stands for."""
    if isinstance(item, str):
        return [read_call(file.entry, item)]
    if file.kind == "class" and isinstance(item, dict):
        calls = [probe_call(file.entry, probe, item) for probe in file.probes]
        return [call for call in calls if call is not None]
    if file.kind == "function" and isinstance(item, tuple):
        return [Call("", item)]
    wanted = ("a dictionary of names" if file.kind == "class"
              else "a tuple of arguments")
    raise _author_error(file, name, f"it yields a {type(item).__name__}; "
                                    f"yield {wanted} or a call as text")


def _generate(file: CheckFile, name: str, seed: int) -> Iterator[Any]:
    text = f"{seed}:{file.id}:{name}".encode()
    number = int.from_bytes(hashlib.sha256(text).digest()[:8], "big")
    try:
        for count, item in enumerate(
                file.inputs[name](np.random.default_rng(number))):
            if count >= MOST_CASES:
                raise _author_error(file, name, f"it yields more than "
                                                f"{MOST_CASES} inputs")
            yield item
    except GraderError:
        raise
    except Exception as error:
        raise _author_error(file, name, f"{type(error).__name__}: {error}"
                            ) from error


def _script_case(file: CheckFile, item: Any, name: str) -> Case:
    if not isinstance(item, dict) or set(item) != set(file.given):
        raise _author_error(file, name, f"it must yield a dictionary with "
                                        f"{', '.join(file.given)}")
    given = {key: file.given[key].format(show_pasteable(value))
             for key, value in item.items()}
    text = "; ".join(f"{key} = {value}" for key, value in given.items())
    return Case(Call(text, given=given, kwargs=item),
                run_script_program(file.oracle, item))


def _author_error(file: CheckFile, name: str, text: str) -> GraderError:
    return GraderError(f"checks/{file.id}.py, {name}: {text}.")


def wire_call(call: Call, group: int) -> WireCall:
    """What a child is told of a call."""
    if call.given:
        return WireCall(group=group)
    return WireCall(tuple(encode(value) for value in call.args),
                    {key: encode(value) for key, value in
                     call.kwargs.items()}, call.expression, group=group)
