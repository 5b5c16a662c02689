"""The check files of the student edition: data in the place of programs.

What comes in: `checks/<topic>/<task>.json`, written by `grader student`. What
goes out: the same `CheckFile` as `checkfile` gives, with its checks made
already and a `Recorded` in the place of each program, so that the rest of the
grader need not know of it. Nothing here could compute an answer.

    checks/edition.json                seed of the shipped cases
    checks/<topic>/<task>.json         facts, cases, outcomes of the mistakes
    checks/<topic>/<task>.same.py      `same` functions, where a task has some
"""

from __future__ import annotations

import builtins
import os
import types
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from grader import facts
from grader.checkfile import CheckFile, Program
from grader.checkpaths import EDITION, check_path
from grader.model import (Call, Case, Check, CheckFileError, Limits,
                          Outcome)
from grader.shipped_programs import DRAW, Recorded, call_key
from grader.shipped_records import (SAME_ENDING, VERSION, Edition,
                                    ShippedCase, ShippedFigure, ShippedFile,
                                    ShippedPart, ShippedProgram)
from grader.shipped_values import Shelf

if TYPE_CHECKING:
    from grader.figures.asked import Asked

AnyRecord = TypeVar("AnyRecord", Edition, ShippedFile)


def read_edition(root: str) -> Edition | None:
    """What the student edition was made with; None if this is not one."""
    path = os.path.join(root, EDITION)
    if not os.path.exists(path):
        return None
    return _decoded(path, f"checks/{EDITION}", Edition)


def _decoded(path: str, shown: str, kind: type[AnyRecord]) -> AnyRecord:
    try:
        with open(path, "rb") as file:
            return msgspec.json.decode(file.read(), type=kind)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise CheckFileError(f"{shown} cannot be read ({error}). Get a fresh "
                             f"copy of the student edition.") from None


class Outcomes:
    """The outcomes of a file, decoded one by one when they are needed."""

    def __init__(self, shipped: ShippedFile) -> None:
        self._told = shipped.outcomes
        self.shelf = Shelf(shipped.values, shipped.blobs)

    def at(self, place: int) -> Outcome:
        """The outcome at this place."""
        told = self._told[place]
        raw = b"" if told.value is None else self.shelf.raw(told.value)
        return Outcome(
            told.state, None if told.value is None
            else self.shelf.value(told.value), told.error, told.text,
            stdout=told.stdout, shared=told.shared, raw=raw,
            changed={key: self.shelf.value(value)
                     for key, value in told.changed.items()})


def load_shipped(root: str, task: str) -> CheckFile:
    """Load one task of the student edition; raises CheckFileError."""
    path = check_path(root, task)
    shown = f"checks/{task}.json"
    shipped = _decoded(path, shown, ShippedFile)
    if shipped.version != VERSION:
        raise CheckFileError(f"{shown} has version {shipped.version}, this "
                             f"grader reads version {VERSION}. Get both from "
                             f"one student edition.")
    same = _same(os.path.splitext(path)[0] + SAME_ENDING, shipped.same)
    return _check_file(task, path, shipped, same)


def _check_file(task: str, path: str, shipped: ShippedFile,
                same: dict[str, Callable[..., Any]]) -> CheckFile:
    known = _Cases(shipped)
    choice, figure = shipped.choice, shipped.figure
    return CheckFile(
        id=task, path=path, title=shipped.title, kind=shipped.kind,
        entry=shipped.entry, examples=known.examples(), inputs={},
        oracle=known.oracle(),
        mistakes=dict(known.programs(shipped.mistakes)),
        accepts=dict(known.programs(shipped.accepts)),
        same=same.get("same"), rules=shipped.rules,
        task_rules=shipped.task_rules, mutates=shipped.mutates,
        shares=shipped.shares, exact_numbers=shipped.exact_numbers,
        tolerance=shipped.tolerance, points=shipped.points,
        docs=shipped.docs, aliases=shipped.aliases,
        limits=msgspec.convert(shipped.limits, Limits),
        given=shipped.given, probes=shipped.probes, pace=shipped.pace,
        choice=facts.Choice(choice.question, choice.options, "", {})
        if choice is not None else None,
        figure=_asked(figure, same) if figure is not None else None,
        made_checks=known.checks)


class _Cases:
    """The cases of a file, and what programs of ours did with them."""

    def __init__(self, shipped: ShippedFile) -> None:
        self._shipped = shipped
        self._outcomes = Outcomes(shipped)

    def oracle(self) -> Recorded:
        """What stands for the oracle: parameters, pace, the figure."""
        shipped, figure = self._shipped, self._shipped.figure
        return Recorded("", self._answers((figure.wanted,)) if figure
                        else dict, shipped.parameters, shipped.pace_steps)

    def examples(self) -> tuple[tuple[str, Any], ...]:
        """EXAMPLES, as the check file of the instructor edition has them."""
        return tuple(
            (check.name, _expected(self._outcomes.at(case.expected),
                                   self._shipped.kind))
            for check in self._shipped.checks
            if check.example for case in check.cases)

    def checks(self) -> tuple[Check, ...]:
        """The checks, as `cases` makes them in the instructor edition."""
        return tuple(Check(
            check.name, check.title, "visible" if check.example else "hidden",
            tuple(Case(self._call(case), self._outcomes.at(case.expected))
                  for case in check.cases)) for check in self._shipped.checks)

    def _call(self, case: ShippedCase) -> Call:
        value = self._outcomes.shelf.value
        return Call(case.text, tuple(map(value, case.args)),
                    {key: value(place) for key, place in case.kwargs.items()},
                    case.expression, case.given)

    def programs(self, shipped: tuple[ShippedProgram, ...]
                 ) -> Iterator[tuple[str, Program]]:
        """Each program by its name."""
        for program in shipped:
            yield program.name, Recorded(program.hint,
                                         self._answers(program.outcomes))

    def _answers(self, places: tuple[int | None, ...]
                 ) -> Callable[[], dict[bytes, Outcome]]:
        """Call -> outcome of one program; made when it is first asked."""
        found: dict[bytes, Outcome] = {}

        def answers() -> dict[bytes, Outcome]:
            if not found:
                calls = [self._call(case) for check in self._shipped.checks
                         for case in check.cases] or [DRAW]
                found.update((call_key(call), self._outcomes.at(place))
                             for call, place in zip(calls, places)
                             if place is not None)
            return found
        return answers


def _expected(outcome: Outcome, kind: str) -> Any:
    """An expected value as EXAMPLES has it."""
    if outcome.state == "exception":
        found = getattr(builtins, outcome.error, Exception)
        return found(outcome.text)
    return outcome.stdout if kind == "script" else outcome.value


def _asked(shipped: ShippedFigure,
           same: dict[str, Callable[..., Any]]) -> Asked:
    from grader.figures.asked import Asked, Part

    def part(one: ShippedPart) -> Part:
        return Part(one.text, one.name, one.plot, Fraction(one.weight))
    return Asked(tuple(map(part, shipped.parts)),
                 tuple((part(one), text) for one, text in shipped.remarks),
                 shipped.files,
                 {name.removeprefix("same_"): function
                  for name, function in same.items() if name != "same"})


def _same(path: str, names: tuple[str, ...]
          ) -> dict[str, Callable[..., Any]]:
    """The functions of a task that say which values are equally right."""
    if not names:
        return {}
    module = types.ModuleType(os.path.basename(path))
    try:
        with open(path, "rb") as file:
            exec(compile(file.read(), path, "exec", dont_inherit=True),
                 vars(module))
        return {name: getattr(module, name) for name in names}
    except Exception as error:
        raise CheckFileError(f"{path} cannot be read ({error}). Get a fresh "
                             f"copy of the student edition.") from None
